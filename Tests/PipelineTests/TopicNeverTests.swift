import Configuration
import Content
import Foundation
@testable import Phrases
@testable import Pipeline
@testable import Store
import Testing
@testable import UseCases

/// A "never" through whole runs: what comes under another word, or in another language, is kept back too, until the moment of sending.
@Suite(.timeLimit(.minutes(20))) struct TopicNeverTests {
    /// Texts that are no copies of one another.
    private static func long(_ number: Int) -> String {
        (0..<60).map { "\(["warm", "flour", "rope"][number % 3])\($0 * (number + 3)) is told here" }.joined(
            separator: " ")
    }

    private static func school() throws -> GeneratedSchool {
        let school = try GeneratedSchool(feeds: 1, items: 2, learners: 1, seed: 740)
        let titles = ["Keeping a Tarantula", "Bread for All", "A Bridge of Ropes"]
        let items = titles.enumerated().map { number, title in
            """
            <item><title>\(title)</title><guid>n\(number)</guid><link>https://n.example/\(number)</link>
            <pubDate>01 Sep 2026 07:00:00 GMT</pubDate>
            <description>\(title.split(separator: " ").last ?? "") and \(long(number)).</description></item>
            """
        }
        try school.write(
            "<rss version=\"2.0\"><channel><title>Nature</title><link>https://n.example</link>\(items.joined())</channel></rss>",
            to: "Feeds/feed0.xml")
        return school
    }

    private static func titles(_ store: Store, _ edition: Edition) throws -> [String] {
        let list = try store.lists.newest(for: LearnerID(rawValue: "l0"), edition: edition)
        let items = try store.items.items(versions: Set(list?.list.entries.map { $0.version } ?? []))
        return items.values.map { $0.title }.sorted()
    }

    private static func importRoster(_ school: School, _ store: Store) throws {
        _ = try ImportRoster(SchoolAndStore(school, store)).run(
            .init(learners: school.folder.resolve("Config/learners.csv"), classes: .none), by: Actor(),
            now: RunTests.monday)
    }

    @Test(arguments: ["spiders", "arañas", "Arachnids"]) func whatIsUnderAnotherWordDoesNotCome(phrase: String) throws {
        let school = try Self.school()
        defer { school.remove() }
        let (opened, store) = try school.open()
        let now = RunTests.monday
        // Nothing of it is put out, so that everything may come again.
        try Self.importRoster(opened, store)
        let edition = Edition(date: opened.localDate(at: now))
        _ = try Pipeline(school: opened, store: store).run([.ingest, .rank], edition: edition, now: now)
        #expect(try Self.titles(store, edition).contains("Keeping a Tarantula"))
        let saying = SayWish(SchoolAndStore(opened, store))
        let report = try saying.run(
            .init(.never, learner: "l0", about: phrase, isTopic: true, by: .guardian), by: Actor(), now: now)
        #expect(report.lines.contains { $0.contains("arañas") || $0.contains("spider") }, "\(report.lines)")
        let later = now.adding(seconds: 7 * 86_400)
        let next = Edition(date: opened.localDate(at: later))
        _ = try Pipeline(school: opened, store: store).run([.rank], edition: next, now: later)
        let explained = try ExplainList(SchoolAndStore(opened, store)).run(
            .init(of: "l0", item: "https://n.example/0", edition: next), by: Actor(), now: later)
        guard case .removed(let verdict)? = explained.item?.outcome else {
            Issue.record("it was not kept back: \(String(describing: explained.item?.outcome))")
            return
        }
        #expect(verdict.gate == .optOut)
    }

    @Test func whatWasSaidAfterTheListWasMadeHoldsInAllItsWords() throws {
        let school = try Self.school()
        defer { school.remove() }
        let (opened, store) = try school.open()
        let now = RunTests.monday
        try Self.importRoster(opened, store)
        let edition = Edition(date: opened.localDate(at: now))
        let pipeline = Pipeline(school: opened, store: store)
        _ = try pipeline.run([.ingest, .rank], edition: edition, now: now)
        #expect(try Self.titles(store, edition).contains("Keeping a Tarantula"))
        _ = try SayWish(SchoolAndStore(opened, store)).run(
            .init(.never, learner: "l0", about: "spiders", isTopic: true, by: .guardian), by: Actor(), now: now)
        let report = try pipeline.run([.deliver], edition: edition, now: now)
        let files = school.files(below: "Outbox")
        #expect(!files.isEmpty, "\(report.findings)")
        #expect(files.values.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("Tarantula") })
    }

    @Test func whatNothingWidensIsToldToBeSo() throws {
        let school = try Self.school()
        defer { school.remove() }
        let (opened, store) = try school.open()
        try RunTests.run(opened, store)
        let report = try SayWish(SchoolAndStore(opened, store)).run(
            .init(.never, learner: "l0", about: "zyzzyvas", isTopic: true, by: .guardian), by: Actor(),
            now: RunTests.monday)
        #expect(report.lines.contains { $0.hasPrefix("No lexicon knows 'zyzzyvas'") })
    }
}
