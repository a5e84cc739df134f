import Content
@testable import Phrases
import Testing
@testable import UseCases

/// The profile as a teacher sees it: what, from whom, when, how strong.
struct LearnerTextTests {
    private static func fact(
        _ kind: Fact.Kind, _ value: String, item: String? = nil, by origin: Fact.Origin = .learner, month: Int = 3
    ) -> Fact {
        Fact(
            learner: LearnerID(rawValue: "s1"), kind: kind, value: value, item: item.map { ItemID(rawValue: $0) },
            origin: origin, at: Timestamp(year: 2026, month: month, day: 1))
    }

    @Test func everyKindStandsApartWithOriginDateAndStrength() {
        let facts = [
            Self.fact(.name, "Ada", by: .roster), Self.fact(.interests, "owls", by: .roster),
            Self.fact(.more, "chess"), Self.fact(.less, "golf", by: .teacher),
            Self.fact(.more, "A chess final", item: "aa"), Self.fact(.less, "Golf news", item: "bb"),
            Self.fact(.never, "spiders", by: .guardian),
        ]
        let now = Timestamp(year: 2026, month: 3, day: 31)
        let lines = ShowLearner.Outcome(
            learner: Learner(id: LearnerID(rawValue: "s1"), facts: facts),
            profile: InterestProfile(facts: facts).faded(at: now, halfLifeDays: 30), facts: facts
        ).lines
        for line in [
            "declared     owls  (from roster, 2026-03-01, strength 1.00)",
            "asked for    chess  (asked by learner, 2026-03-01, strength 1.00)",
            "liked        “A chess final”  (said by learner, 2026-03-01, strength 0.50)",
            "less of      golf  (asked by teacher, 2026-03-01, strength 1.00)",
            "less like    “Golf news”  (said by learner, 2026-03-01, strength 0.50)",
            "never        spiders  (asked by guardian, 2026-03-01, strength 1.00)",
        ] {
            #expect(lines.contains(line), "\(lines)")
        }
    }
}
