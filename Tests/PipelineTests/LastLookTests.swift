import Configuration
import Content
import Foundation
import Phrases
import Pipeline
@testable import Store
import Testing
import UseCases

/// A list may wait between being made and being sent: who may get it is judged when it is sent.
@Suite struct LastLookTests {
    static let roster = """
        learner_id,name,class,grade,email,interests,consent,under13
        stays,Stays In,9B,9,stays@learners.example,chess,yes,no
        leaves,Takes Back,9B,9,leaves@learners.example,chess,yes,no
        moves,New Address,9B,9,old@learners.example,chess,yes,no
        """

    @Test func consentAndAddressesAreThoseOfTheDayOfSending() throws {
        let (generated, school, store) = try Self.ranked(seed: 61)
        defer { generated.remove() }
        let changed = Self.roster.replacingOccurrences(
            of: "leaves@learners.example,chess,yes", with: "leaves@learners.example,chess,no"
        )
        .replacingOccurrences(of: "old@", with: "new@")
        try generated.write(changed + "\n", to: "Config/learners.csv")
        try Self.importRoster(school, store)
        let report = try Self.deliver(school, store)
        let mails = generated.files(below: "Outbox/manual@2026-09-07/mail")
        #expect(mails.keys.sorted() == ["moves-learner.eml", "stays-learner.eml"])
        #expect(
            mails["moves-learner.eml"].map { String(decoding: $0, as: UTF8.self).contains("new@learners.example") }
                == true)
        #expect(report.findings.contains { $0.place == "learner leaves" && $0.problem.contains("was not sent") })
        let pages = generated.files(below: "Outbox/manual@2026-09-07/print").values
        #expect(!pages.contains { String(decoding: $0, as: UTF8.self).contains("Takes Back") })
    }

    @Test func whatWasOptedOutOfSinceIsLeftOut() throws {
        let (generated, school, store) = try Self.ranked(seed: 62)
        defer { generated.remove() }
        let list = try #require(try store.lists.lists(for: LearnerID(rawValue: "stays")).first).list
        let items = try store.items.items(versions: Set(list.entries.map { $0.version }))
        let refused = try #require(items[list.entries[0].version])
        _ = try SayWish(store: store).run(
            .init(.never, learner: "stays", about: refused.code.rawValue, by: .guardian), by: Actor(),
            now: RunTests.monday)
        try Self.deliver(school, store)
        let mail = try #require(generated.files(below: "Outbox/manual@2026-09-07/mail")["stays-learner.eml"])
        let other = try #require(items[list.entries[1].version])
        let text = String(decoding: mail, as: UTF8.self)
        #expect(!text.contains(refused.code.rawValue))
        #expect(text.contains(other.code.rawValue))
    }

    @Test func aRenderedMailThatWaitedIsNotWrittenToSomebodyWhoLeft() throws {
        let (generated, school, store) = try Self.ranked(seed: 63)
        defer { generated.remove() }
        try generated.write("in the way", to: "Outbox")
        try Self.deliver(school, store)
        try FileManager.default.removeItem(at: generated.root.appendingPathComponent("Outbox"))
        try store.learners.append(
            [
                Fact(
                    learner: LearnerID(rawValue: "leaves"), kind: .consent, value: "no", origin: .guardian,
                    at: RunTests.monday)
            ], in: .unguarded)
        try Self.deliver(school, store)
        let mails = generated.files(below: "Outbox/manual@2026-09-07/mail").keys.sorted()
        #expect(mails == ["moves-learner.eml", "stays-learner.eml"])
    }

    @Test func aListThatIsOutIsNotRecordedAsWithheld() throws {
        let (generated, school, store) = try Self.ranked(seed: 65)
        defer { generated.remove() }
        try Self.deliver(school, store)
        try store.learners.append(
            [
                Fact(
                    learner: LearnerID(rawValue: "leaves"), kind: .consent, value: "no", origin: .guardian,
                    at: RunTests.monday)
            ], in: .unguarded)
        let report = try Self.deliver(school, store)
        #expect(!report.findings.contains { $0.problem.contains("was not sent") })
        #expect(try store.lists.lists(for: LearnerID(rawValue: "leaves")).map { $0.list.state } == [.ready])
        #expect(report.summary.deliver?.mails == 0)
    }

    @Test func anArticleThatWasRefusedStaysOutWhateverItsTitleBecomes() throws {
        let (generated, _, store) = try Self.ranked(seed: 64)
        defer { generated.remove() }
        let list = try #require(try store.lists.lists(for: LearnerID(rawValue: "stays")).first).list
        let item = try #require(try store.items.items(versions: [list.entries[0].version]).values.first)
        let desk = SayWish(store: store)
        _ = try desk.run(
            .init(.never, learner: "stays", about: item.code.rawValue, by: .learner), by: Actor(), now: RunTests.monday)
        let profile = try ShowLearner(store: store).run(.init("stays"), by: Actor(), now: RunTests.monday).profile
        #expect(profile.avoidedItems.keys.contains(item.id))
        #expect(profile.avoids.isEmpty, "the title must not become a topic")
        _ = try desk.run(
            .init(.allow, learner: "stays", about: item.code.rawValue, by: .learner), by: Actor(),
            now: RunTests.monday.adding(seconds: 60))
        #expect(
            try ShowLearner(store: store).run(.init("stays"), by: Actor(), now: RunTests.monday).profile.avoidedItems
                .isEmpty)
    }

    private static func ranked(seed: UInt64) throws -> (GeneratedSchool, School, Store) {
        let generated = try GeneratedSchool(feeds: 4, learners: 1, seed: seed)
        try generated.write(roster + "\n", to: "Config/learners.csv")
        let (school, store) = try generated.open()
        try importRoster(school, store)
        _ = try Pipeline(school: school, store: store).run([.ingest, .rank], edition: edition, now: RunTests.monday)
        return (generated, school, store)
    }

    private static let edition = Edition(date: CalendarDate(year: 2026, month: 9, day: 7))

    private static func importRoster(_ school: School, _ store: Store) throws {
        _ = try ImportRoster(store: store).run(
            .init(learners: school.folder.resolve("Config/learners.csv"), classes: .none), by: Actor(),
            now: RunTests.monday)
    }

    @discardableResult
    private static func deliver(_ school: School, _ store: Store) throws -> Pipeline.Report {
        try Pipeline(school: school, store: store).run([.deliver], edition: edition, now: RunTests.monday)
    }
}
