import Content
import Ranking
import TestSupport
import Testing

/// Feeds that only some schools of a district read.
@Suite struct SchoolFeedTests {
    /// An article of a feed of all (1) and one of Hill's own (2), for a learner of a school.
    private func school(_ name: String?, audiences: [Int] = [0, 0]) throws -> TestSchool {
        var feeds = zip(["all", "own"], audiences).map { Feed(address: $0, title: $0, audience: $1) }
        feeds[1].schools = [try #require(SchoolName("Hill Road"))]
        return TestSchool(
            items: [Sample.item(1, feed: "all"), Sample.item(2, feed: "own")], feeds: feeds,
            facts: [Sample.learner: Sample.facts(name.map { [.school: $0] } ?? [:])])
    }

    @Test func theyReachTheLearnersOfTheirSchoolAlone() throws {
        for name in ["Hill Road", " hill road"] {
            let hill = try school(name)
            #expect(hill.gate(1) == nil && hill.gate(2) == nil)
        }
        for name in ["Lake", nil] {
            let other = try school(name)
            #expect(other.gate(1) == nil && other.gate(2) == .suitability, "\(name ?? "none")")
        }
    }

    @Test func neitherAPinNorAnApprovalOpensThem() throws {
        var lake = try school("Lake")
        lake.pin(2, assigned: true)
        lake.approve(2)
        #expect(lake.gate(2) == .suitability && !lake.entries().numbers.contains(2))
    }
}
