import Content
import Foundation
@testable import Phrases
@testable import Pipeline
@testable import Store
import Testing
@testable import UseCases

/// Wishes through whole runs: answered in the very next list, told to the school until something serves them.
@Suite(.timeLimit(.minutes(20))) struct WishRunTests {
    private static func feed(_ titles: [String], _ name: String, about: String) -> String {
        let items = titles.enumerated().map { number, title in
            let text = (0..<50).map { "\(name)\(number)word\($0)" }.joined(separator: " ")
            return """
                <item><title>\(title)</title><guid>\(name)\(number)</guid><link>https://\(name).example/\(number)</link>
                <pubDate>01 Sep 2026 07:00:00 GMT</pubDate><description>All about \(title): \(about). \(text)</description></item>
                """
        }
        return
            "<rss version=\"2.0\"><channel><title>\(name)</title><link>https://\(name).example</link>\(items.joined())</channel></rss>"
    }

    private static func school() throws -> GeneratedSchool {
        let school = try GeneratedSchool(feeds: 1, items: 2, learners: 1, seed: 7_150)
        try school.write(
            feed((0..<20).map { "Knots \($0) for sailors" }, "knots", about: "rope"), to: "Feeds/feed0.xml")
        try school.write(
            """
            learner_id,name,class,grade,language,consent,email,guardian_email,guardian_consent,under13,dial
            l0,Ana,5A,9,en,yes,ana@school.example,,,no,3
            """, to: "Config/learners.csv")
        return school
    }

    private let monday = RunTests.monday

    private func later(_ days: Int) -> Timestamp { monday.adding(seconds: Int64(days) * 86_400) }

    @discardableResult private func run(_ program: Program, _ arguments: String..., day: Int) throws -> Program.Result {
        try program.run(arguments + ["--now", later(day).iso])
    }

    private func texts(_ school: GeneratedSchool) -> String {
        school.files(below: "Outbox").filter { $0.key.hasSuffix(".eml") || $0.key.hasSuffix(".html") }
            .sorted { $0.key < $1.key }.map { String(decoding: $0.value, as: UTF8.self) }.joined()
    }

    @Test func aWishIsAnsweredAndToldToTheSchoolUntilAFeedServesIt() throws {
        let school = try Self.school()
        defer { school.remove() }
        let program = Program(folder: school.root)
        try run(program, "learners", "import", day: 0)
        try run(program, "say", "l0", "more", "volcanoes", day: 0)
        try run(program, "run", day: 1)
        #expect(texts(school).contains("You asked for volcanoes: there is nothing about it yet."))
        let open = try run(program, "wishes", "--json", day: 2)
        #expect(
            open.output.contains("\"topic\":\"volcanoes\"") && open.output.contains("\"outcome\":\"nothing\"")
                && open.output.contains("\"articles\":2") && open.output.contains("\"languages\":[\"en\"]"),
            "\(open.output)\(open.talk)")
        #expect(
            try run(program, "wishes", "--class", "5A", day: 2).output.hasPrefix("volcanoes: 1 learner since 2026-"))
        #expect(try run(program, "wishes", "--class", "9B", day: 2).output == "No wish is open.\n")
        // Such a feed clears the line.
        try school.write(
            Self.feed(
                ["A Volcano Wakes", "Lava at Night", "The Quiet Volcano"]
                    + (1...9).map { "Volcano \($0) of the Chain" }, "volcanoes",
                about: "lava, magma, ash and an eruption"), to: "Feeds/v.xml")
        let added = try program.run("feeds", "add", school.root.path + "/Feeds/v.xml", "--audience", "3")
        #expect(added.status == 0, "\(added.output)\(added.talk)")
        let ingested = try run(program, "ingest", day: 3)
        #expect(ingested.output.contains("12 new"), "\(ingested.output)\(ingested.talk)")
        #expect(try run(program, "wishes", "--json", day: 3).output == "")
        #expect(try run(program, "wishes", "--all", day: 3).output.contains("Its turn comes."))
        for day in [4, 5, 6] { try run(program, "run", day: day) }
        let answered = texts(school).components(separatedBy: "You asked for volcanoes: number ").count - 1
        // In the mail as text and as a page, and on paper: in two editions, and then it is an interest.
        #expect(answered == 6, "\(answered)")
        #expect(try run(program, "wishes", "--all", day: 7).output == "No wish is open.\n")
    }

    @Test func enoughLetsAWishGo() throws {
        let school = try Self.school()
        defer { school.remove() }
        let program = Program(folder: school.root)
        try run(program, "learners", "import", day: 0)
        try run(program, "say", "l0", "more", "volcanoes", day: 0)
        #expect(try run(program, "say", "l0", "enough", "volcanoes", day: 1).output.contains("enough of volcanoes"))
        #expect(try run(program, "wishes", day: 1).output == "No wish is open.\n")
        try run(program, "run", day: 2)
        #expect(!texts(school).contains("You asked for"))
    }
}
