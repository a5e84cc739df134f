import Configuration
import Content
import Foundation
import Phrases
import Pipeline
import ShippedScorers
import Store
import UseCases

/// A district of two schools in one folder: three learners each, one whose school nobody knows, and a feed that only Hill reads.
struct DistrictSchool {
    let generated: GeneratedSchool
    static let hill = "Hill Road School"
    static let lake = "Lake School"

    /// Makes it. `hill` and `lake`: further keys of theirs, with a comma in front; `schedules`: lines below that key; `lakeLanguage`: what
    /// Lake's learners read.
    init(
        hill: String = "", lake: String = "", schedules: String = "", more: String = "", district: String = "",
        lakeLanguage: String = "en", seed: UInt64
    ) throws {
        generated = try GeneratedSchool(feeds: 3, learners: 0, seed: seed)
        try generated.write(
            """
            school: {name: The District, time-zone: Europe/London, language: en\(district)}
            feeds: [Feeds/feeds.opml]
            scorers: {InterestMatch: {weight: 3}, ReadingLevel: {weight: 2}}
            mail: {from: "The District <office@district.example>", to: learner}
            forms: [print, json]
            schools:
              \(Self.hill): {name: Hill Road, region: us, from: "Hill Road <reading@hill.example>", wishes-to: wishes@hill.example,
                             list-domain: lists.hill.example, time-zone: America/New_York, feeds: [Feeds/hill.opml]\(hill)}
              \(Self.lake): {region: gb, from: "Lake School <reading@lake.example>"\(lake)}
            schedules: {\(schedules)}
            \(more)
            """, to: "Config/gleaner.yaml")
        var rows = "learner_id,name,school,class,grade,email,interests,language,consent,under13\n"
        for (school, start, language) in [("hill road school", "h", "en"), (Self.lake + " ", "k", lakeLanguage)] {
            for number in 1...3 {
                rows +=
                    "\(start)\(number),Learner \(start)\(number),\(school),\(start.uppercased())5,5,\(start)\(number)@learners.example,"
                    + "volcanoes;lighthouses,\(language),yes,no\n"
            }
        }
        rows += "x1,Learner x1,Hil Road School,X5,5,x1@learners.example,lighthouses,en,yes,no\n"
        try generated.write(rows, to: "Config/learners.csv")
        try generated.write(
            "class,teacher,teacher_email,dial,review\nH5,Ms Rivera,rivera@hill.example,2,no\n"
                + "K5,Mr Adeyemi,adeyemi@lake.example,2,no\nX5,Mx Doe,doe@district.example,2,no\n",
            to: "Config/classes.csv")
        try generated.write(
            "<opml version=\"2.0\" xmlns:gleaner=\"urn:gleaner:feeds\"><head/><body>"
                + "<outline type=\"rss\" text=\"Hill's own\" xmlUrl=\"hill.xml\" gleaner:audience=\"3\"/></body></opml>",
            to: "Feeds/hill.opml")
        let items = (1...4).map { number in
            let text = (1...9).map {
                "Number \($0) of the many things about lighthouses and the sea is told here in \(3 + number) plain words."
            }
            return "<item><title>Lighthouses, part \(number)</title><link>https://hill.example/\(number)</link>"
                + "<guid>hill-\(number)</guid><pubDate>\(number) Sep 2026 07:00:00 GMT</pubDate>"
                + "<description>\(text.joined(separator: " "))</description></item>"
        }
        try generated.write(
            "<rss version=\"2.0\"><channel><title>Hill's own</title><link>https://hill.example</link>\(items.joined())</channel></rss>",
            to: "Feeds/hill.xml")
        try program.run("learners", "import", "--now", "2026-09-01T06:00:00Z")
    }

    func remove() { generated.remove() }

    var program: Program { Program(folder: generated.root) }

    func store() throws -> Store { try Store(path: WorkingFolder(root: generated.root.path).store) }

    @discardableResult
    func tick(_ now: String) throws -> DueRun.Outcome {
        let calendar = try SchoolCalendar(folder: WorkingFolder(root: generated.root.path))
        return try DueRun(calendar: calendar, scorerTypes: Shipped.scorers, words: RunPhrases()).run(
            now: Timestamp(iso: now) ?? Timestamp(seconds: 0))
    }

    /// The mails of the outbox as texts, by name.
    var mails: [String: String] {
        generated.files(below: "Outbox").filter { $0.key.hasSuffix(".eml") }.mapValues {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// The learners who have a list of an edition.
    func listed(_ edition: String) throws -> Set<String> {
        Set(try Edition(edition).map { try store().lists.learners(of: $0).map { $0.rawValue } } ?? [])
    }
}
