import Content
import Foundation
import Testing
import TestSupport

@testable import Store

@Suite("The order in which lists are delivered")
struct ListOrderTests {
    private func filled(_ store: Store, learners: [(id: String, name: String, classes: String)]) throws {
        for learner in learners {
            try store.learners.append(
                [
                    Sample.fact(learner.id, .name, learner.name), Sample.fact(learner.id, .classes, learner.classes),
                ], in: .unguarded)
        }
        let run = try Sample.run(store)
        try store.runs.setInputs(of: run, marks: try store.marks(), scorers: [], in: .unguarded)
        try store.lists.add(learners.map { Sample.list($0.id, run: run) }, in: .unguarded)
    }

    private func read(_ order: ListOrder, atMost limit: Int) throws -> [ListKey] {
        var keys: [ListKey] = []
        var place = ListOrder.Place.start
        while true {
            let (more, end) = try order.lists(after: place, atMost: limit)
            if more.isEmpty { return keys }
            keys += more
            place = end
        }
    }

    @Test("is by class, name and id, in pieces of any length, and each list comes once")
    func order() throws {
        var random = SeededRandom(seed: 12)
        let learners = (0..<57).map { number in
            (
                id: "s\(number)", name: random.pick(["Ana", "Zoë", "Иван", ""]),
                classes: random.pick(["", "5A", "6B;5A"])
            )
        }
        let store = try Store.inMemory()
        try filled(store, learners: learners)
        let order = try store.order(of: Sample.edition, in: .awaitingApproval) { $0.classes.first ?? "" }
        let wanted = learners.map { learner in
            (
                learner.classes.split(separator: ";").first.map(String.init) ?? "",
                learner.name.isEmpty ? learner.id : learner.name, learner.id
            )
        }.sorted { $0 < $1 }
        #expect(order.count == 57)
        for limit in [1, 7, 57, 100] {
            let keys = try read(order, atMost: limit)
            #expect(keys.map { $0.learner.rawValue } == wanted.map { $0.2 })
            #expect(keys.map { $0.name } == wanted.map { $0.1 })
            #expect(keys.allSatisfy { $0.classes == ["6B", "5A"] || $0.classes == ["5A"] || $0.classes.isEmpty })
        }
        #expect(try store.order(of: Sample.edition, in: .ready) { _ in "" }.count == 0)
    }

    @Test("a file of a process that was killed, with names of learners in it, is gone with the next order")
    func leftOver() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gleaner-order-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try Store(path: folder + "/gleaner.sqlite")
        try filled(store, learners: [(id: "s1", name: "Ana", classes: "5A")])
        // Process numbers end far below.
        for name in ["order-999999999", "order-1", "order-of-mine"] {
            try Data("Ana".utf8).write(to: URL(filePath: folder + "/" + name))
        }
        #expect(try store.order(of: Sample.edition, in: .awaitingApproval) { _ in "" }.count == 1)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("order-") }
        #expect(left.sorted() == ["order-1", "order-of-mine"])
    }

    @Test("names and classes are those that the run saw")
    func asOfTheRun() throws {
        let store = try Store.inMemory()
        try filled(store, learners: [("s1", "Ana", "5A")])
        try store.learners.append(
            [Sample.fact("s1", .name, "Anna"), Sample.fact("s1", .classes, "6A")], in: .unguarded)
        let order = try store.order(of: Sample.edition, in: .awaitingApproval) { $0.classes.first ?? "" }
        let keys = try read(order, atMost: 10)
        #expect(keys.map { $0.name } == ["Ana"] && keys.map { $0.classes } == [["5A"]])
    }

    @Test("its file has no name while it is read, so nothing is left of it")
    func nothingIsLeft() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("order-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try Store(path: folder + "/gleaner.sqlite")
        try filled(store, learners: [("s1", "Ana", "5A"), ("s2", "Bo", "5A")])
        let order = try store.order(of: Sample.edition, in: .awaitingApproval) { _ in "" }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(!names.contains { $0.hasPrefix("order-") })
        #expect(try read(order, atMost: 1).count == 2)
    }
}
