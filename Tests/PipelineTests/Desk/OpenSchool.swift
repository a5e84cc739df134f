import Configuration
import Content
import Foundation
@testable import Phrases
@testable import Pipeline
@testable import Store
import Testing
@testable import UseCases

/// A school whose lists of one edition are made and have not gone out. Class 5A reviews its lists, 9B does not.
struct OpenSchool {
    let generated: GeneratedSchool
    let school: School
    let store: Store
    static let now = RunTests.monday.adding(seconds: 3_600)
    static let edition = Edition(date: RunTests.monday.utcDate)

    init(seed: UInt64) throws {
        generated = try GeneratedSchool(feeds: 6, learners: 9, seed: seed)
        try generated.write(
            "class,teacher,teacher_email,dial,review\n5A,Ms Rivera,,2,yes\n9B,Mr Adeyemi,,3,no\n",
            to: "Config/classes.csv")
        (school, store) = try generated.open()
        _ = try ImportRoster(store: store).run(.init(of: school), by: Actor(), now: RunTests.monday)
        _ = try Pipeline(school: school, store: store).run(
            [.ingest, .rank], edition: Self.edition, now: RunTests.monday)
    }

    func remove() { generated.remove() }

    /// A file of the folder. That of the store is never opened so: closing it would end the store's locks.
    func text(of name: String) throws -> String {
        try String(contentsOf: generated.root.appendingPathComponent(name), encoding: .utf8)
    }

    /// Does something at the desk.
    @discardableResult func review(
        _ change: (inout ReviewLists.Request) -> Void, now: Timestamp = now
    ) throws -> ReviewLists.Outcome {
        var request = ReviewLists.Request()
        change(&request)
        return try ReviewLists(opened).run(request, by: Actor(), now: now)
    }

    /// The school with its store.
    var opened: SchoolAndStore { SchoolAndStore(school, store) }

    func deliver() throws {
        _ = try Pipeline(school: school, store: store).run([.deliver], edition: Self.edition, now: Self.now)
    }

    /// The list of a learner.
    func list(_ id: String) throws -> ReadingList {
        try #require(try store.lists.newest(for: LearnerID(rawValue: id), edition: Self.edition)).list
    }

    func items(_ id: String) throws -> [ItemID] { try list(id).entries.map { $0.item } }

    /// An item by its identity.
    func item(_ id: ItemID) throws -> ContentItem { try #require(try store.items.item(named: id.rawValue)) }

    /// An item that a class's lists hold, and who has it.
    func shared(_ ids: [String], atLeast count: Int = 2) throws -> (item: ContentItem, learners: [String]) {
        var holders: [ItemID: [String]] = [:]
        for id in ids { for item in try items(id) { holders[item, default: []].append(id) } }
        let found = holders.filter { $0.value.count >= count }.min { $0.key < $1.key }
        let (id, learners) = try #require(found)
        return (try item(id), learners)
    }

    static let class5A = ["l1", "l2", "l4", "l5", "l7", "l8"]
    static let class9B = ["l0", "l3", "l6"]
}
