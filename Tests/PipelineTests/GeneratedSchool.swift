import Configuration
import Foundation
import Phrases
import Pipeline
import ShippedScorers
import Store
import Synchronization
import TestSupport
import UseCases

/// A working folder with a made-up school: feeds of every format, some of them broken, and a roster of any size.
struct GeneratedSchool {
    let root: URL

    static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let topics = [
        "volcanoes", "football", "robots", "bridges", "planets", "chess", "bread", "whales", "castles", "trains",
    ]

    /// Makes the folder below the system's temporary one.
    init(feeds: Int = 8, items: Int = 12, learners: Int = 30, seed: UInt64 = 1) throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent(
            "gleaner-school-\(ProcessInfo.processInfo.processIdentifier)-\(seed)-\(Self.count.next())")
        var numbers = SeededRandom(seed: seed)
        let files = FileManager.default
        for folder in ["Config", "Feeds"] {
            try files.createDirectory(at: root.appendingPathComponent(folder), withIntermediateDirectories: true)
        }
        for name in [
            "templates", "reasons", "held-words", "distress-words.txt", "private-words.txt", "skill-words.txt",
        ] {
            try files.copyItem(
                at: Self.checkout.appendingPathComponent("Config/\(name)"),
                to: root.appendingPathComponent("Config/\(name)"))
        }
        try write(Self.configuration, to: "Config/gleaner.yaml")
        var outlines = ""
        for feed in 0..<feeds {
            let name = "feed\(feed)." + (feed % 3 == 2 ? "json" : "xml")
            try write(Self.feed(feed, items: items, &numbers), to: "Feeds/\(name)")
            outlines += "<outline type=\"rss\" text=\"Feed \(feed)\" xmlUrl=\"\(name)\" gleaner:audience=\"3\"/>\n"
        }
        try write("<html><body>This is a web page</body></html>", to: "Feeds/page.xml")
        outlines += "<outline type=\"rss\" text=\"A web page\" xmlUrl=\"page.xml\"/>\n"
        outlines += "<outline type=\"rss\" text=\"Gone\" xmlUrl=\"gone.xml\"/>\n"
        try write(
            "<opml version=\"2.0\" xmlns:gleaner=\"urn:gleaner:feeds\"><head/><body>\n\(outlines)</body></opml>",
            to: "Feeds/feeds.opml")
        try write(Self.roster(learners, &numbers), to: "Config/learners.csv")
        try write(
            "class,teacher,teacher_email,dial,review\n5A,Ms Rivera,,2,no\n9B,Mr Adeyemi,,3,no\n",
            to: "Config/classes.csv")
    }

    /// Removes the folder.
    func remove() { try? FileManager.default.removeItem(at: root) }

    /// Writes a file of the folder.
    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: root.appendingPathComponent(name))
    }

    /// The school, opened.
    func open() throws -> (School, Store) {
        let school = try School(folder: WorkingFolder(root: root.path), scorerTypes: Shipped.scorers)
        return (school, try school.store())
    }

    /// The files below a folder, by name, with their bytes.
    func files(below folder: String) -> [String: Data] {
        let base = root.appendingPathComponent(folder)
        let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
        var files: [String: Data] = [:]
        for name in names {
            var isFolder: ObjCBool = false
            let path = base.appendingPathComponent(name).path
            if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
                files[name] = FileManager.default.contents(atPath: path)
            }
        }
        return files
    }

    private static let count = Counter()

    private static let configuration = """
        school: {name: Generated School, time-zone: UTC, language: en}
        feeds: [Feeds/feeds.opml]
        scorers:
          InterestMatch: {weight: 3}
          ReadingLevel: {weight: 2}
          Freshness: {weight: 1}
          NeedsMatch: {weight: 1}
        mail: {from: "Generated School <reading@school.example>", list-domain: lists.school.example}
        """

    private static func roster(_ learners: Int, _ numbers: inout SeededRandom) -> String {
        var lines =
            "learner_id,name,class,grade,email,guardian_email,interests,avoid,needs,consent,guardian_consent,under13\n"
        for learner in 0..<learners {
            let older = learner % 3 == 0
            let wants = [topics[learner % topics.count], topics.randomElement(using: &numbers) ?? ""]
            let avoids = learner % 5 == 0 ? topics[(learner + 3) % topics.count] : ""
            lines +=
                "l\(learner),Learner \(learner),\(older ? "9B" : "5A"),\(older ? 9 : 5),l\(learner)@learners.example,"
            lines += "g\(learner)@families.example,\(wants.joined(separator: ";")),\(avoids),"
            lines +=
                "\(topics[(learner + 7) % topics.count]),yes,\(learner % 4 == 0 ? "no" : "yes"),\(older ? "no" : "yes")\n"
        }
        return lines
    }

    /// A feed's document: RSS, Atom or JSON Feed in turn.
    private static func feed(_ feed: Int, items: Int, _ numbers: inout SeededRandom) -> String {
        let entries = (0..<items).map { item in
            let topic = topics.randomElement(using: &numbers) ?? "chess"
            let other = topics.randomElement(using: &numbers) ?? "bread"
            let sentences = (0..<Int.random(in: 4...14, using: &numbers)).map { number in
                "Number \(number) of the many things about \(topic) and \(other) is told here in \(3 + item % 9) plain words."
            }
            return (
                title: "About \(topic), part \(feed).\(item)", text: sentences.joined(separator: " "),
                day: 1 + item % 28, topic: topic
            )
        }
        let address = "https://feeds.example.org/\(feed)"
        switch feed % 3 {
        case 0:
            let list = entries.enumerated().map { number, entry in
                """
                <item><title>\(entry.title)</title><link>\(address)/\(number)</link><guid>\(feed)-\(number)</guid>
                <pubDate>\(entry.day) Aug 2026 07:00:00 GMT</pubDate><category>\(entry.topic)</category>
                <description>&lt;p&gt;\(entry.text)&lt;/p&gt;</description></item>
                """
            }
            return
                "<rss version=\"2.0\"><channel><title>Feed \(feed)</title><link>\(address)</link>\(list.joined())</channel></rss>"
        case 1:
            let list = entries.enumerated().map { number, entry in
                """
                <entry><id>tag:example.org,2026:\(feed)-\(number)</id><title>\(entry.title)</title>
                <link href="\(address)/\(number)"/><updated>2026-08-\(entry.day < 10 ? "0" : "")\(entry.day)T07:00:00Z</updated>
                <category term="\(entry.topic)"/><content type="html">&lt;p&gt;\(entry.text)&lt;/p&gt;</content></entry>
                """
            }
            return
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Feed \(feed)</title><id>urn:\(feed)</id>\(list.joined())</feed>"
        default:
            let list = entries.enumerated().map { number, entry in
                """
                {"id": "\(feed)-\(number)", "url": "\(address)/\(number)", "title": "\(entry.title)",
                 "content_text": "\(entry.text)", "tags": ["\(entry.topic)"]}
                """
            }
            return
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Feed \(feed)\", \"items\": [\(list.joined(separator: ","))]}"
        }
    }
}

/// Counts up, so that folders of one process have different names.
final class Counter: Sendable {
    private let value = Mutex(0)

    func next() -> Int {
        value.withLock { value in
            value += 1
            return value
        }
    }
}
