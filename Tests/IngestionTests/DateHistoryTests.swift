import Configuration
import Content
import Store
import TestSupport
import Testing

@testable import Ingestion

/// A date that is missing, or still to come when an article is first seen, is the time of first sight: at every reading, and
/// whatever the feed says later. It never makes an article newer, and never a version of its own.
struct DateHistoryTests {
    /// What a feed says of an article's date at each reading.
    enum Habit: CaseIterable {
        case none, future, stampsNow, garbage, comesLate, goesMissing, stated
    }

    @Test(arguments: 1...6) func aDateHoldsOverManyReadings(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let habits = Habit.allCases + Habit.allCases
        let store = try Store.inMemory()
        var expected: [Int: Timestamp] = [:]
        for day in 0..<10 {
            let now = Sample.now.adding(seconds: Int64(day) * 86_400)
            // Later articles come in later; each reading shows some.
            let shown = random.some(random.number(1...habits.count), of: Array(habits.indices))
            let items = shown.map { index -> String in
                let isNew = expected[index] == nil
                if isNew { expected[index] = habits[index] == .stated ? now.adding(seconds: -90_000) : now }
                let date = Self.date(habits[index], isNew: isNew, now: now, first: expected[index] ?? now)
                if habits[index] == .goesMissing, isNew { expected[index] = now.adding(seconds: -90_000) }
                return """
                    <item><title>Title \(index)</title><guid>g\(index)</guid><category>n\(index)</category>
                    <description>All about \(index).</description>\(date.map { "<pubDate>\($0)</pubDate>" } ?? "")</item>
                    """
            }
            let document =
                "<rss version=\"2.0\"><channel><title>T</title><ttl>\(day)</ttl>\(items.joined())</channel></rss>"
            try IdentityPropertyTests.read(Array(document.utf8), into: store, day: day)
            for item in try store.items.items().map(\.item) {
                let index = try #require(item.tags.compactMap { Int($0.dropFirst()) }.first)
                #expect(item.published == expected[index], "day \(day), \(habits[index])")
                #expect(item.published <= item.firstSeen)
            }
            #expect(try store.marks().items == Int64(expected.count), "day \(day): a date made a version")
        }
    }

    private static func date(_ habit: Habit, isNew: Bool, now: Timestamp, first: Timestamp) -> String? {
        switch habit {
        case .none: nil
        case .future: Sample.now.adding(seconds: 40 * 86_400).iso
        case .stampsNow: now.iso
        case .garbage: "the day before yesterday"
        case .comesLate: isNew ? nil : now.adding(seconds: -1).iso
        case .goesMissing: isNew ? now.adding(seconds: -90_000).iso : nil
        case .stated: first.iso
        }
    }
}
