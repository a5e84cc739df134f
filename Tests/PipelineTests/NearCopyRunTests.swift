import Content
import Foundation
import Phrases
import Pipeline
import Store
import TestSupport
import Testing
import UseCases

/// Reports that several feeds carry, from the feeds' bytes to the lists: over the weeks no learner gets two copies of one.
@Suite struct NearCopyRunTests {
    private static let weeks = 3

    @Test func noLearnerGetsTwoCopiesInOneListOrInTwo() throws {
        let generated = try GeneratedSchool(feeds: 2, items: 6, learners: 8, seed: 81)
        defer { generated.remove() }
        var random = SeededRandom(seed: 81)
        let stories = (0..<9).map { _ in AgencyStory(sentences: random.number(4...9), using: &random) }
        let (school, store) = try generated.open()
        var given: [LearnerID: [String]] = [:]
        for week in 0..<Self.weeks {
            try Self.writeFeeds(stories, week: week, generated)
            let now = RunTests.monday.adding(seconds: Int64(week) * 7 * 86_400)
            let edition = try RunTests.run(school, store, now: now, importing: week == 0).edition
            let items = Dictionary(uniqueKeysWithValues: try store.items.items().map { ($0.item.id, $0.item) })
            for stored in try store.lists.lists(of: edition) {
                given[stored.list.learner, default: []] += stored.list.entries.compactMap { items[$0.item] }
                    .filter { $0.url?.contains("wire") == true }.map { $0.tags.first ?? "" }
            }
        }
        #expect(given.values.joined().count >= 20, "\(given)")
        for (learner, stories) in given { #expect(Set(stories).count == stories.count, "\(learner): \(stories)") }
    }

    @Test func explainNamesTheCopyThatStands() throws {
        let generated = try GeneratedSchool(feeds: 1, items: 3, learners: 1, seed: 82)
        defer { generated.remove() }
        var random = SeededRandom(seed: 82)
        let story = AgencyStory(sentences: 8, using: &random)
        try Self.writeFeeds([story], week: 1, generated)
        let (school, store) = try generated.open()
        try RunTests.run(school, store)
        let copies = try store.items.items().filter { !$0.nearCopies.isEmpty }
        #expect(copies.count == 3)
        var named = 0
        for copy in copies.map(\.item) {
            let answer = try ExplainList(SchoolAndStore(school, store)).run(
                .init(of: "l0", item: copy.code.rawValue), by: Actor(), now: RunTests.monday)
            guard case .removed(let verdict) = try #require(answer.item).outcome, verdict.gate == .copy else {
                continue
            }
            let others = copies.map { $0.item }.filter { $0.id != copy.id }
            #expect(others.contains { verdict.because.hasPrefix("it is a near-copy of “\($0.title)” (\($0.code), ") })
            named += 1
        }
        #expect(named == 2)
    }

    /// Three feeds, each with all stories in its own words.
    private static func writeFeeds(
        _ stories: [AgencyStory], week: Int, _ school: GeneratedSchool
    ) throws {
        for feed in 0..<3 {
            let items = stories.enumerated().map { number, story -> String in
                // A feed edits a story once, and corrects nothing later.
                var own = SeededRandom(seed: UInt64(feed * 100 + number))
                let copy = story.edited(
                    [own.pick([.headline, .byline, .tail, .punctuation, .sentenceAdded])], using: &own)
                let text = copy.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
                // One feed brings its copies a week late.
                guard feed < 2 || week > 0 else { return "" }
                return """
                    <item><title>\(copy.title)</title><link>https://wire\(feed).example/\(number)</link>
                    <category>story \(number)</category><pubDate>Mon, \(number + 10) Aug 2026 08:00:00 GMT</pubDate>
                    <description>\(text)</description></item>
                    """
            }
            let rss = "<rss version=\"2.0\"><channel><title>Wire \(feed)</title>\(items.joined())</channel></rss>"
            try school.write(rss, to: "Feeds/wire\(feed).xml")
        }
        let outlines = (0..<3).map {
            "<outline type=\"rss\" text=\"Wire \($0)\" xmlUrl=\"wire\($0).xml\" gleaner:audience=\"1\"/>"
        }
        let list = try String(contentsOf: school.root.appendingPathComponent("Feeds/feeds.opml"), encoding: .utf8)
        guard !list.contains("wire0") else { return }
        try school.write(
            list.replacing("</body>", with: outlines.joined(separator: "\n") + "</body>"), to: "Feeds/feeds.opml")
    }
}
