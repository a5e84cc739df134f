import Content
import GRDB
import TestSupport
import Testing

@testable import Store

/// A new text is linked to those that it is a near-copy of, once; the links hold as of any moment.
struct CopyLinkTests {
    static let report = """
        The bridge over the Arn will be closed for a year from next week, the council said on Tuesday, because its oldest
        pillar has moved by the width of a hand. Buses will go by way of the mill.
        """
    static let edited = "ARNHOLT (Agency) – " + report.replacing("on Tuesday, ", with: "") + " Read more"

    static func entry(
        _ name: String, feed: Feed = Sample.science, text: String = report, site: String = "x.example"
    ) -> IncomingItem {
        var entry = Sample.entry(name, feed: feed, url: site + name)
        entry.text = text
        entry.url = "https://\(site)/\(name)"
        return entry
    }

    /// The pairs of linked items, by their titles.
    static func links(_ store: Store, asOf marks: StoreMarks = .all) throws -> Set<[String]> {
        let items = try store.items.items(asOf: marks)
        let titles = Dictionary(uniqueKeysWithValues: items.map { ($0.item.id, $0.item.title) })
        return Set(
            items.flatMap { one in one.nearCopies.map { [one.item.title, titles[$0] ?? "?"].sorted() } })
    }

    static func record(_ store: Store, _ entries: [IncomingItem], _ feed: Feed = Sample.science, day: Int = 0) throws {
        _ = try store.items.record(feed, items: entries, validators: nil, at: Sample.later(day), in: .unguarded)
    }

    @Test func anEditedCopyInAnotherFeedIsLinkedFromThenOn() throws {
        let store = try Store.inMemory()
        try Self.record(store, [Self.entry("a")])
        let before = try store.marks()
        try Self.record(store, [Self.entry("b", feed: Sample.news, text: Self.edited)], Sample.news, day: 1)
        #expect(try Self.links(store) == [["About a", "About b"]])
        #expect(try store.items.items().allSatisfy { $0.nearCopies.count == 1 }, "both know of it")
        #expect(try Self.links(store, asOf: before).isEmpty)
    }

    @Test func aTextThatBecomesAnotherIsUnlinkedAndOneThatComesBackIsLinkedAgain() throws {
        let store = try Store.inMemory()
        try Self.record(store, [Self.entry("a")])
        try Self.record(store, [Self.entry("b", feed: Sample.news)], Sample.news)
        let linked = try store.marks()
        try Self.record(store, [Self.entry("a", text: "Quite another matter, told in other words.")], day: 1)
        let parted = try store.marks()
        #expect(try Self.links(store).isEmpty)
        try Self.record(store, [Self.entry("a", text: Self.edited)], day: 2)
        #expect(try Self.links(store) == [["About a", "About b"]])
        #expect(try Self.links(store, asOf: linked) == [["About a", "About b"]])
        #expect(try Self.links(store, asOf: parted).isEmpty)
    }

    @Test func aVersionWithTheSameTextKeepsItsLinks() throws {
        let store = try Store.inMemory()
        try Self.record(store, [Self.entry("a")])
        try Self.record(store, [Self.entry("b", feed: Sample.news)], Sample.news)
        let marks = try Self.markCount(store)
        var tagged = Self.entry("a")
        tagged.tags = ["bridges"]
        try Self.record(store, [tagged], day: 1)
        #expect(try store.marks().items == 3)
        #expect(try Self.links(store) == [["About a", "About b"]])
        #expect(try Self.markCount(store) == marks)
    }

    @Test func whatAnotherFeedTakesOverKeepsItsLinks() throws {
        let store = try Store.inMemory()
        let third = Feed(address: "https://third.example/feed", title: "Third")
        try Self.record(store, [Self.entry("a")])
        try Self.record(store, [Self.entry("b", feed: Sample.news)], Sample.news)
        try Self.record(store, [Self.entry("a", feed: third)], third)
        _ = try store.items.unlist(allBut: [Sample.news.address, third.address], at: Sample.later(1), in: .unguarded)
        let items = try store.items.items()
        #expect(items.map(\.item.feed).sorted() == [Sample.news.address, third.address])
        #expect(try Self.links(store) == [["About a", "About b"]])
    }

    @Test func theIndexHoldsWhatIsSaidNowAndNothingElse() throws {
        let store = try Store.inMemory()
        var random = SeededRandom(seed: 3)
        for day in 0..<6 {
            let story = AgencyStory(sentences: 9, using: &random)
            try Self.record(store, [Self.entry("a", text: story.text)], day: day)
            let text = try #require(try store.items.items().first?.item)
            let fresh = try Store.inMemory()
            try Self.record(fresh, [Self.entry("a", text: text.text)])
            #expect(try Self.markCount(store) == Self.markCount(fresh))
        }
    }

    @Test func onePublishersFeedTellsItsArticlesApartAndAGatheringFeedDoesNot() throws {
        let own = try Store.inMemory()
        try Self.record(
            own, [Self.entry("a"), Self.entry("b", text: Self.edited + " in tomorrow's paper, which has a map")])
        #expect(try Self.links(own).isEmpty)
        let gathered = try Store.inMemory()
        try Self.record(gathered, [Self.entry("a"), Self.entry("b", text: Self.edited, site: "www.y.example")])
        #expect(try Self.links(gathered) == [["About a", "About b"]])
        let same = try Store.inMemory()
        try Self.record(same, [Self.entry("a"), Self.entry("b", text: Self.report + " Read more")])
        #expect(try Self.links(same) == [["About a", "About b"]], "the same text twice in one feed")
    }

    @Test func manyCopiesCostNoMoreThanTheirShareAndAllMeetTheFirst() throws {
        let store = try Store.inMemory()
        // Names without figures: a headline's number would tell them apart.
        let names = (0..<150).map { number in
            String("\(1_000 + number)".map { Character(UnicodeScalar(UInt8($0.asciiValue ?? 0) + 49)) })
        }
        for name in names {
            let feed = Feed(address: "https://\(name).example/feed", title: name)
            try Self.record(store, [Self.entry(name, feed: feed)], feed)
        }
        let links = try Self.links(store)
        #expect(links.count <= 150 * CopyLinker.mostCompared)
        #expect(names.dropFirst().allSatisfy { links.contains(["About \(names[0])", "About \($0)"].sorted()) })
    }

    @Test(arguments: [
        ("https://www.X.example/a", "x.example"), ("http://x.example:80", "x.example"),
        ("https://x.example?a", "x.example"),
        ("", ""), ("https://", ""),
    ])
    func aSiteIsAHost(_ address: String, _ site: String) {
        #expect(CopyLinker.site(address) == site)
    }

    private static func markCount(_ store: Store) throws -> Int {
        try store.database.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM copyMark") ?? -1 }
    }
}
