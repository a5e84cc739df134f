import Content
import Foundation
import Output
import Store

/// A made-up district in a store: articles, learners and lists of twelve items, the same for the same number.
struct GeneratedLists {
    static let now = Timestamp(year: 2026, month: 9, day: 7, hour: 6)
    static let edition = Edition(date: CalendarDate(year: 2026, month: 9, day: 7))
    static let items = 500
    static let perList = 12

    private static let topics = [
        "volcanoes", "football", "bridges", "moons", "bread", "chess", "railways", "kites", "whales", "printing",
        "fractions", "lighthouses", "spiders", "maps", "music", "robots",
    ]

    let store: Store
    let learners: Int

    func make() throws { try store.write { scope in try make(in: scope) } }

    private func make(in scope: borrowing WriteScope) throws {
        let feed = Feed(address: "https://feeds.example/science", title: "Science for Breakfast", audience: 3)
        _ = try store.items.record(
            feed, items: (0..<Self.items).map { Self.item($0) }, validators: nil, at: Self.now, in: scope)
        try store.learners.append(
            (0..<learners / 25 + 1).map {
                SchoolClass(name: "C\($0)", teacher: "Ms Rivera", teacherEmail: nil, dial: nil, review: false)
            }, at: Self.now, in: scope)
        let run = try store.runs.begin(
            RunRecord(edition: Self.edition, stages: ["rank"], now: Self.now, version: "0", configuration: "-"),
            in: scope)
        let stored = try store.items.items().map { $0.item }
        for start in stride(from: 0, to: learners, by: 1_000) {
            let block = start..<min(start + 1_000, learners)
            try store.learners.append(block.flatMap { Self.facts($0) }, in: scope)
            if start == 0 { try store.runs.setInputs(of: run, marks: .all, scorers: [], in: scope) }
            try store.lists.add(block.map { Self.list($0, run: run, items: stored) }, in: scope)
        }
    }

    /// The document of a learner's list, as the deliver stage makes it from the store.
    static func document(_ number: Int, items: [ContentItem], byID: [ItemID: ContentItem]) -> ListDocument {
        let list = list(number, run: 1, items: items).list
        var document = ListDocument(
            edition: edition, role: .learner, learnerName: "Learner \(number)", language: "en",
            school: "Riverside School", className: "C\(number / 25)", teacher: "Ms Rivera", listCode: "L\(number)",
            lines: list.entries.compactMap { entry in byID[entry.item].map { .init(entry: entry, item: $0) } },
            dataUsed: [.interests([topics[number % 16], topics[number / 16 % 16]]), .level(5.5)], made: now)
        document.silentScorers = list.silentScorers
        return document
    }

    private static func item(_ number: Int) -> IncomingItem {
        let topic = topics[number % topics.count]
        let other = topics[(number / 7) % topics.count]
        let title = "What \(topic) and \(other) have in common, told in \(number % 9 + 2) short steps"
        let sentence =
            "Nobody expected that \(topic) would say so much about \(other), least of all the people next door. "
        let key = "guid:https://feeds.example/science \(number)"
        return IncomingItem(
            keys: ItemKeys(
                names: [ItemName(.guid, key)], full: key, scope: "https://feeds.example/science", guid: key,
                isDated: true),
            url: "https://science.example/2026/09/07/what-\(topic)-and-\(other)-have-in-common-\(number)",
            title: title, summary: String(repeating: sentence, count: 2), text: String(repeating: sentence, count: 20),
            authors: [], tags: [topic], language: "en", image: nil, published: now.adding(seconds: -86_400),
            words: 360, minutes: 3, level: 5.1)
    }

    private static func id(_ number: Int) -> LearnerID { LearnerID(rawValue: "s\(number)") }

    private static func facts(_ number: Int) -> [Fact] {
        let values: [(Fact.Kind, String)] = [
            (.name, "Learner \(number)"), (.classes, "C\(number / 25)"), (.grade, "5"),
            (.email, "learner\(number)@learners.example"), (.language, "en"),
            (.interests, "\(topics[number % 16]);\(topics[number / 16 % 16])"), (.level, "5.5"), (.consent, "yes"),
            (.under13, "no"),
        ]
        return values.map { Fact(learner: id(number), kind: $0.0, value: $0.1, origin: .roster, at: now) }
    }

    private static func list(_ number: Int, run: Int64, items: [ContentItem]) -> StoredList {
        let entries = (0..<perList).map { place in
            let item = items[(number * 31 + place * 41) % items.count]
            let term = MatchedTerm(
                phrase: topics[number % 16], words: [item.tags.first ?? "x"], source: .interest, origin: .roster)
            let reasons: [Reason] = [
                .scored(scorer: "InterestMatch", evidence: .terms([term])),
                .scored(scorer: "ReadingLevel", evidence: .levels(item: 5.1, learner: 5.5)),
            ]
            let parts = ["Freshness", "InterestMatch", "NeedsMatch", "ReadingLevel"].map {
                ScorePart(scorer: $0, score: 0.5, standardised: 0.1, weight: 1, contribution: 0.025)
            }
            return ListEntry(
                place: place + 1, item: item.id, version: item.version, side: .learner, blend: 0.1, scores: parts,
                reasons: Array(reasons.prefix(place % 2 + 1)))
        }
        let list = ReadingList(
            edition: edition, learner: id(number), made: now, dial: .shared, state: .ready, entries: entries,
            silentScorers: ["NeedsMatch"])
        return StoredList(list: list, run: run, record: ListRecord(candidates: 500, removed: [:], runnersUp: []))
    }
}
