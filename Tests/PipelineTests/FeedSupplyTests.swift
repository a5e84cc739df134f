import Content
import Foundation
import Phrases
import Pipeline
import Store
import Testing
import UseCases

/// What each feed gave, and to whom.
@Suite struct FeedSupplyTests {
    @Test func whatEachFeedGaveAddsUpToWhatWasGiven() throws {
        let open = try OpenSchool(seed: 95)
        defer { open.remove() }
        func feeds(_ schoolClass: String?) throws -> [TellFeedSupply.Feed] {
            try TellFeedSupply(SchoolAndStore(open.school, open.store)).run(
                .init(schoolClass: schoolClass), by: Actor(), now: RunTests.monday
            ).feeds
        }
        #expect(try feeds(nil).isEmpty, "what did not go out was not given")
        try open.deliver()
        let out = OpenSchool.class9B
        let given = try out.reduce(0) { $0 + (try open.items($1).count) }
        let lines = try feeds("9B")
        #expect(lines.reduce(0) { $0 + $1.given } == given)
        #expect(lines.allSatisfy { $0.given == $0.readers.reduce(0) { $0 + $1.given } })
        #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.given >= $1.given })
        let readers = Set(lines.flatMap { $0.readers.map { $0.learner.rawValue } })
        #expect(readers == Set(out))
        #expect(try feeds("5A").isEmpty, "lists of 5A wait for their teacher")
    }
}
