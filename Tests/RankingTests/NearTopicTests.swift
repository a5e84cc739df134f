import Content
import TestSupport
import Testing
import Topics

@testable import Ranking

/// What no lexicon reaches waits for a teacher: a text about D-Day that does not say so for whoever never wants war, here magma and craters
/// for whoever never wants volcanoes.
struct NearTopicTests {
    private static let items: [ContentItem] =
        TopicTexts.bodies(400, seed: 6).enumerated().map { number, body in
            Sample.item(number + 1, feed: "f\(number % 40)", title: "", text: body)
        } + [
            Sample.item(901, title: "", text: "magma crater basalt geyser"),
            Sample.item(902, title: "", text: "rook gambit pawn checkmate"),
        ]

    private static func school() -> TestSchool {
        var school = TestSchool(items: items, facts: [Sample.learner: Sample.facts([.avoid: "volcanoes"])])
        let members = ["volcano", "lava", "eruption", "ash"].map { TopicFamily.Member($0, .name) }
        school.topics = TopicFamilies([
            TopicFamily(
                phrase: "volcanoes", topic: "volcanoes", words: ["en": .init(members: members)], source: "lexicon")
        ])
        return school
    }

    @Test func itWaitsForATeacherAndComesWithApproval() {
        var school = Self.school()
        #expect(school.gate(901) == .suitability)
        #expect(school.gate(902) == nil, "what is about something else is not held")
        let held = school.inputs.heldForReview(school.known()).map { $0.item }
        #expect(held.contains { $0.id == Sample.id(901) })
        // At most as many wait as have its words.
        let verdicts = school.ranking().verdicts
        #expect(held.count < verdicts.count { $0 == .optOut })
        school.approve(901)
        #expect(school.gate(901) == nil)
    }

    @Test func whatATeacherPinnedATeacherHasRead() {
        var school = Self.school()
        school.pin(901)
        #expect(school.gate(901) == nil)
        school.facts[Sample.learner] = Sample.facts()
        school.rules = []
        #expect(school.gate(901) == nil, "nobody objects")
    }
}
