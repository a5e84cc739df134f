import Configuration
import Content
import Foundation
@testable import Phrases
@testable import Pipeline
import Store
import Testing
@testable import UseCases

/// Whoever pins is told where the pins take more minutes than somebody has.
@Suite struct PinnedMinutesTests {
    private func pin(_ minutes: Int, _ open: OpenSchool, for audience: RuleAudience) throws -> String {
        var request = AddOwnArticle.Request()
        (request.title, request.minutes) = ("A book of \(minutes) minutes", minutes)
        let article = try AddOwnArticle(open.opened).run(request, by: Actor(), now: OpenSchool.now).article
        let outcome = try PinArticle(open.opened).run(
            .init(article.code.rawValue, for: audience), by: Actor(), now: OpenSchool.now)
        return outcome.lines.joined(separator: "\n")
    }

    @Test func aPinThatTakesMoreThanSomebodyHasIsTold() throws {
        let open = try OpenSchool(seed: 91)
        defer { open.remove() }
        #expect(try !pin(2, open, for: .learner("l1")).contains("minutes than"))
        let told = try pin(200, open, for: .schoolClass("5A"))
        #expect(told.contains("take more minutes than") && told.contains("5 more have"), "\(told)")
        #expect(told.contains("one article of the learner's own"))
    }

    @Test func severalPinsCountTogether() throws {
        let open = try OpenSchool(seed: 92)
        defer { open.remove() }
        let budget = open.school.configuration.lists.minutes
        #expect(try !pin(budget - 1, open, for: .learner("l2")).contains("minutes than"))
        #expect(try pin(3, open, for: .learner("l2")).contains("(\(budget + 2) of \(budget))"))
    }
}
