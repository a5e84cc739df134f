import Content
import Testing

@testable import Store

/// Schools in the store: of feeds, of learners, of classes, and of what is kept.
@Suite struct SchoolReadsTests {
    private func name(_ text: String) throws -> SchoolName { try #require(SchoolName(text)) }

    @Test func theSchoolsOfAFeedAreAVersionOfIt() throws {
        let store = try Store.inMemory()
        var feed = Sample.science
        feed.schools = [try name("Hill Road"), try name("Lake")]
        try store.items.touch(feed, at: Sample.now, in: .unguarded)
        let marks = try store.marks()
        #expect(try store.items.feeds() == [feed])
        try store.items.touch(Sample.science, at: Sample.later(1), in: .unguarded)
        #expect(try store.items.feeds() == [Sample.science] && store.items.feeds(asOf: marks) == [feed])
    }

    @Test func otherFeedsOfASchoolsItemsAreFound() throws {
        let store = try Store.inMemory()
        var own = Sample.science
        own.schools = [try name("Hill Road")]
        for feed in [own, Sample.news] {
            let entries = [Sample.entry("both", feed: feed, url: "both"), Sample.entry(feed.title, feed: feed)]
            _ = try store.items.record(feed, items: entries, validators: nil, at: Sample.now, in: .unguarded)
        }
        let others = try store.items.otherFeeds(of: store.items.feeds(), upTo: Sample.now)
        #expect(others.count == 1 && others.values.first == [Sample.news.address])
        #expect(try store.items.otherFeeds(of: [Sample.news], upTo: Sample.now).isEmpty)
    }

    @Test func learnersAndClassesAreCountedBySchool() throws {
        let store = try Store.inMemory()
        let rows = [("a", "Hill Road", "5A"), ("b", " hill road", "5A"), ("c", "Lake", "5A;5B"), ("d", "", "5B")]
        for (id, school, classes) in rows {
            let facts = [Sample.fact(id, .name, id), Sample.fact(id, .classes, classes)]
            try store.learners.append(
                facts + (school.isEmpty ? [] : [Sample.fact(id, .school, school)]), in: .unguarded)
        }
        #expect(try store.learners.countsOfSchools() == [name("Hill Road"): 2, name("Lake"): 1, nil: 1])
        #expect(try store.learners.classesOfSeveralSchools() == ["5A": [name("Hill Road"), name("Lake")]])
        let schools = try store.learners.schools(ofClasses: ["5A", "5B", "9Z"])
        #expect(try schools == ["5A": [name("Hill Road"), name("Lake")], "5B": [name("Lake")], "9Z": []])
    }
}
