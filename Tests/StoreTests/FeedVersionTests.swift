import Content
import GRDB
import Testing

@testable import Store

/// Feeds: what the school says of them, and whether they are on its list.
struct FeedVersionTests {
    @Test func aFeedThatIsTheSameAppendsNothing() throws {
        let store = try Store.inMemory()
        try store.items.touch(Sample.science, at: Sample.now, in: .unguarded)
        let marks = try store.marks()
        try store.items.touch(Sample.science, at: Sample.later(1), in: .unguarded)
        #expect(try store.marks() == marks)
    }

    @Test func aChangedAudienceIsAVersionAndTheOldOneStaysReadable() throws {
        let store = try Store.inMemory()
        try store.items.touch(Sample.science, at: Sample.now, in: .unguarded)
        let marks = try store.marks()
        var changed = Sample.science
        changed.audience = 9
        try store.items.touch(changed, at: Sample.later(1), in: .unguarded)
        #expect(try store.items.feeds().map(\.audience) == [9])
        #expect(try store.items.feeds(asOf: marks).map(\.audience) == [3])
        #expect(try store.items.feed(at: Sample.science.address) == changed)
    }

    @Test func aFeedThatLeftTheListIsNotAmongTheFeedsUntilItComesBack() throws {
        let store = try Store.inMemory()
        try store.items.touch(Sample.science, at: Sample.now, in: .unguarded)
        try store.items.touch(Sample.news, at: Sample.now, in: .unguarded)
        let marks = try store.marks()
        #expect(
            try store.items.unlist(allBut: [Sample.news.address], at: Sample.later(1), in: .unguarded) == [
                Sample.science.address
            ])
        #expect(try store.items.unlist(allBut: [Sample.news.address], at: Sample.later(1), in: .unguarded).isEmpty)
        #expect(try store.items.feeds() == [Sample.news])
        #expect(try store.items.feeds(asOf: marks) == [Sample.news, Sample.science])
        #expect(try store.items.feed(at: Sample.science.address) == Sample.science)
        try store.items.touch(Sample.science, at: Sample.later(2), in: .unguarded)
        #expect(try store.items.feeds() == [Sample.news, Sample.science])
    }

    @Test func anItemOfAFeedThatLeftGoesOverToAListedFeedThatHasItToo() throws {
        let store = try Store.inMemory()
        let old = Sample.science
        var new = old
        new.address = "https://science.example/new"
        _ = try store.items.record(
            old, items: [Sample.entry("a", url: "u1"), Sample.entry("b", url: "u2")], validators: nil, at: Sample.now,
            in: .unguarded)
        _ = try store.items.record(
            new, items: [Sample.entry("a", feed: new, url: "u1")], validators: nil, at: Sample.now, in: .unguarded)
        let marks = try store.marks()
        _ = try store.items.unlist(allBut: [new.address], at: Sample.later(1), in: .unguarded)
        func feeds(_ marks: StoreMarks) throws -> [String: String] {
            Dictionary(uniqueKeysWithValues: try store.items.items(asOf: marks).map { ($0.item.title, $0.item.feed) })
        }
        #expect(try feeds(.all) == ["About a": new.address, "About b": old.address])
        #expect(try feeds(marks) == ["About a": old.address, "About b": old.address])
        // From now on the new feed's corrections hold, and the same words are no new version.
        let same = [Sample.entry("a", feed: new, url: "u1")]
        #expect(
            try store.items.record(new, items: same, validators: nil, at: Sample.later(2), in: .unguarded).unchanged
                == 1)
        let corrected = [Sample.entry("a", feed: new, title: "Corrected", url: "u1")]
        #expect(
            try store.items.record(new, items: corrected, validators: nil, at: Sample.later(2), in: .unguarded).changed
                == 1)
        let after = try store.marks()
        #expect(try store.items.unlist(allBut: [new.address], at: Sample.later(3), in: .unguarded).isEmpty)
        #expect(try store.marks() == after)
    }

    @Test func validatorsAreThoseOfTheLastBody() throws {
        let store = try Store.inMemory()
        #expect(try store.items.validators(of: Sample.science.address) == nil)
        for number in 1...2 {
            let validators = FeedValidators(
                etag: "\"\(number)\"", lastModified: number == 1 ? "then" : nil, digest: "d\(number)")
            _ = try store.items.record(
                Sample.science, items: [], validators: validators, at: Sample.now, in: .unguarded)
            #expect(try store.items.validators(of: Sample.science.address) == validators)
        }
        #expect(try store.items.validators(of: Sample.news.address) == nil)
    }
}
