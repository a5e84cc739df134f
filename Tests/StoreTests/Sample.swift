import Content
import Foundation
@testable import Store

/// Small values for tests of the store.
enum Sample {
    static let now = Timestamp(year: 2026, month: 9, day: 7, hour: 6)
    static let edition = Edition(date: CalendarDate(year: 2026, month: 9, day: 7))
    static let science = Feed(address: "https://science.example/feed", title: "Science", language: "en", audience: 3)
    static let news = Feed(address: "https://news.example/feed", title: "News", language: "en")

    static func later(_ days: Int) -> Timestamp { now.adding(seconds: Int64(days) * 86_400) }

    /// An entry with a guid of its own in the feed and an address of its own.
    static func entry(
        _ name: String, feed: Feed = science, title: String? = nil, published: Timestamp? = nil, url: String? = nil
    ) -> IncomingItem {
        let prefix = "guid:" + feed.address + " "
        return IncomingItem(
            keys: ItemKeys(
                names: [ItemName(.guid, prefix + name), ItemName(.address, "url:" + (url ?? name))],
                full: prefix + name, scope: feed.address, guid: prefix + name, isDated: published != nil),
            url: "https://x.example/" + name, title: title ?? "About \(name)", summary: "S", text: "Text of \(name).",
            authors: ["Ann"], tags: ["tag", "täg"], language: "en", image: nil, published: published, words: 3,
            minutes: 1,
            level: 4.5)
    }

    static func fact(_ learner: String, _ kind: Fact.Kind, _ value: String, item: String? = nil) -> Fact {
        Fact(
            learner: LearnerID(rawValue: learner), kind: kind, value: value, item: item.map { ItemID(rawValue: $0) },
            origin: .teacher, at: now)
    }

    static func run(_ store: Store, edition: Edition = edition) throws -> Int64 {
        try store.runs.begin(
            RunRecord(edition: edition, stages: ["rank"], now: now, version: "1", configuration: "c"), in: .unguarded)
    }

    static func list(_ learner: String, items: [String] = ["a"], edition: Edition = edition, run: Int64) -> StoredList {
        let entries = items.enumerated().map { index, item in
            ListEntry(
                place: index + 1, item: ItemID(rawValue: item), version: Int64(index), side: .learner, blend: 0.1,
                scores: [],
                reasons: [.bestLeft])
        }
        let list = ReadingList(
            edition: edition, learner: LearnerID(rawValue: learner), made: now, dial: .shared, state: .awaitingApproval,
            entries: entries)
        let record = ListRecord(
            candidates: 9, removed: ["tooOld": 2], runnersUp: [.init(code: ItemCode(rawValue: "KRT4W"), blend: -0.25)])
        return StoredList(list: list, run: run, record: record)
    }

    static func message(
        _ name: String, learners: [String] = ["s1"], kind: OutboxEntry.Kind = .mail, bytes: String = "x",
        edition: Edition = edition, state: OutboxEntry.State = .rendered
    ) -> OutboxEntry {
        OutboxEntry(
            name: Self.name(name, of: edition), edition: edition, kind: kind,
            recipients: kind == .mail ? ["a@x.example"] : [],
            learners: learners.map { LearnerID(rawValue: $0) }, bytes: Array(bytes.utf8), digest: bytes, state: state,
            at: now)
    }

    /// The name of a message, which begins with its edition.
    static func name(_ name: String, of edition: Edition = edition) -> String {
        name.hasPrefix("\(edition)/") ? name : "\(edition)/\(name)"
    }

    /// A folder of its own, taken away afterwards.
    static func withFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
        let folder = NSTemporaryDirectory() + "gleaner-store-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }
}
