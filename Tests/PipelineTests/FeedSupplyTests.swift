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
        let desk = FeedSupply(school: open.school, store: open.store)
        #expect(try desk.lines().isEmpty, "what did not go out was not given")
        try open.deliver()
        let out = OpenSchool.class9B
        let given = try out.reduce(0) { $0 + (try open.items($1).count) }
        let lines = try desk.lines(of: "9B")
        #expect(lines.reduce(0) { $0 + $1.given } == given)
        #expect(lines.allSatisfy { $0.given == $0.learners.reduce(0) { $0 + $1.given } })
        #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.given >= $1.given })
        let readers = Set(lines.flatMap { $0.learners.map { $0.learner.rawValue } })
        #expect(readers == Set(out))
        #expect(try desk.lines(of: "5A").isEmpty, "lists of 5A wait for their teacher")
    }
}
