import Configuration
import Content
import Foundation
@testable import Phrases
@testable import Pipeline
import Safeguarding
import Store
import Testing
@testable import UseCases

/// Held words as a school has them, and what its teachers do with what they hold.
@Suite(.timeLimit(.minutes(20))) struct SuitabilityCommandTests {
    private static let feed = """
        <rss version="2.0"><channel><title>Town news</title>
        <item><guid>a</guid><title>A trial begins</title><pubDate>Sun, 06 Sep 2026 06:00:00 GMT</pubDate>
        <description>A man was found guilty of murdering his neighbour, the court said.</description></item>
        <item><guid>b</guid><title>A bridge is built</title><pubDate>Sun, 06 Sep 2026 07:00:00 GMT</pubDate>
        <description>The bridge over the river has two arches and a lamp.</description></item>
        </channel></rss>
        """

    private static func school(_ seed: UInt64) throws -> (GeneratedSchool, Program) {
        let school = try GeneratedSchool(feeds: 1, items: 2, learners: 6, seed: seed)
        try school.write(feed, to: "Feeds/town.xml")
        try school.write(
            """
            <opml version="2.0" xmlns:gleaner="urn:gleaner:feeds"><head/><body>
            <outline type="rss" text="Town news" xmlUrl="town.xml" gleaner:audience="3"/></body></opml>
            """, to: "Feeds/feeds.opml")
        let program = Program(folder: school.root)
        try program.run("learners", "import")
        try program.run("ingest", "--now", "2026-09-07T06:00:00Z")
        return (school, program)
    }

    @Test func whatIsHeldIsShownWithItsWordAndLetThroughForTheClass() throws {
        let (school, program) = try Self.school(7_301)
        defer { school.remove() }
        func held(_ name: String = "5A") throws -> String {
            try program.run("suitability", "held", "--class", name).output
        }
        let told = try held()
        #expect(
            told.contains("A trial begins") && told.contains("below grade 7") && !told.contains("bridge"), "\(told)")
        #expect(told.contains("A man was found guilty of murdering his neighbour, the court said."))
        #expect(try held("9B").contains("No word or topic holds an article from class 9B."))
        let code = String(told.prefix { $0 != " " })
        let review = try program.run("review", "--class", "5A").output
        #expect(review.contains("waits below grade 7 for a teacher's approval"), "\(review)")
        let approved = try program.run("suitability", "approve", code, "--class", "5A", "--by", "Ms Rivera")
        #expect(approved.status == 0 && approved.output.contains("is let through for class 5A."), "\(approved)")
        #expect(try held().contains("No word or topic"))
        #expect(try program.run("suitability", "approve", code, "--class", "5A", "--undo").status == 0)
        #expect(try held().contains("A trial begins"))
        #expect(try program.run("suitability", "approve", code, "--class", "5A", "--undo").status == 2)
        #expect(
            try program.run("suitability", "refuse", code, "--class", "5A").output.contains("is vetoed for class 5A."))
        #expect(try held().contains("No word or topic"))
    }

    @Test func aFeedIsLetThroughOrRefusedWhole() throws {
        let (school, program) = try Self.school(7_302)
        defer { school.remove() }
        let json = try program.run("suitability", "held", "--class", "5A", "--json").output
        #expect(json.contains(#""heldBelow":7"#) && json.contains(#""feed":"Town news""#), "\(json)")
        #expect(try program.run("suitability", "approve", "--feed", "town news", "--class", "5A").status == 0)
        #expect(try program.run("suitability", "held", "--class", "5A", "--json").output.isEmpty)
        #expect(try program.run("suitability", "approve", "--feed", "Town news", "--class", "5A", "--undo").status == 0)
        #expect(try !program.run("suitability", "held", "--class", "5A", "--json").output.isEmpty)
        #expect(try program.run("suitability", "refuse", "--feed", "Town news", "--class", "5A").status == 0)
        #expect(try program.run("vetoes").output.contains("the feed"))
        #expect(try program.run("suitability", "refuse", "--feed", "no such feed", "--class", "5A").status == 2)
        #expect(try program.run("suitability", "refuse", "--class", "5A").status == 2)
    }

    @Test func textsAreTriedAndABadLineCostsItself() throws {
        let (school, program) = try Self.school(7_303)
        defer { school.remove() }
        let lines = """
            {"id": "1", "language": "en", "title": "Trial", "text": "He was found guilty of murdering a neighbour."}
            {"id": "2", "language": "en", "title": "Bridge", "text": "It has two arches."}
            {"id": "3", "title": "No text"}
            none
            {"id": "4", "language": "es", "title": "Juicio", "text": "Fue condenado por asesinar a su vecina."}
            """
        try school.write(lines, to: "items.jsonl")
        let tried = try program.run("suitability", "try", "--items", "items.jsonl", "--json")
        let printed = tried.output.split(separator: "\n")
        #expect(tried.status == 1 && printed.count == 3, "\(tried)")
        #expect(printed[1] == #"{"heldBelow":null,"id":"2","words":[]}"#)
        #expect(printed[0].contains(#""heldBelow":7"#) && printed[2].contains(#""heldBelow":7"#))
        #expect(tried.talk.contains("line 3: 'text' is missing") && tried.talk.contains("line 4"))
        #expect(try program.run("suitability", "try", "--items", "items.jsonl").output.contains("below grade 7"))
        #expect(try program.run("suitability", "try", "--items", "nowhere.jsonl").status == 2)
    }

    private static func lists(_ folder: GeneratedSchool, _ path: String? = SuitabilitySettings.usualHeldWords) throws
        -> HeldLists
    { try HeldLists(path, in: WorkingFolder(root: folder.root.path)) }

    @Test func anOlderFolderIsNeverProtectedLess() throws {
        let school = try GeneratedSchool(feeds: 1, items: 1, learners: 1, seed: 7_304)
        defer { school.remove() }
        let own = try Self.lists(school)
        #expect(own.finder.languages == ["en", "es"] && own.phrases.isEmpty && own.findings.isEmpty)
        // The file of an older version counts beside them, and alone where the school names it.
        try school.write("zyzzyva\n", to: SuitabilitySettings.olderHeldWords)
        let both = try Self.lists(school)
        #expect(both.phrases == ["zyzzyva"] && both.finder == own.finder && both.findings.count == 1)
        #expect(both.parts != own.parts)
        var reading = both.reading(languages: ["en"])
        #expect(reading.verdict(["Zyzzyvas"], language: "en")?.heldBelow == 13)
        let alone = try Self.lists(school, SuitabilitySettings.olderHeldWords)
        #expect(alone.phrases == ["zyzzyva"] && alone.finder.isEmpty && alone.findings.count == 1)
        // Without lists of its own the ones that ship count.
        try FileManager.default.removeItem(at: school.root.appendingPathComponent("Config/held-words"))
        let shipped = try Self.lists(school)
        #expect(shipped.finder == own.finder && shipped.findings.count == 2)
        #expect(try Self.lists(school, nil).finder.isEmpty)
        #expect(throws: ConfigurationError.self) { try Self.lists(school, "Config/nowhere.txt") }
    }

    @Test func aLineThatCannotBeReadIsTold() throws {
        let school = try GeneratedSchool(feeds: 1, items: 1, learners: 1, seed: 7_305)
        defer { school.remove() }
        try school.write("[7]\nzyzzyva\n.. ..\n", to: "Config/held-words/en.txt")
        try school.write("notes", to: "Config/held-words/notes-of-ours.txt")
        let lists = try Self.lists(school)
        #expect(
            lists.findings.map { $0.place } == ["Config/held-words/en.txt:3:1", "Config/held-words/notes-of-ours.txt"])
        var reading = lists.reading(languages: ["en"])
        #expect(reading.verdict(["A zyzzyva"], language: "en")?.heldBelow == 7)
    }
}
