import Content
import Output
import Pipeline
import UseCases

/// Why an article is in a learner's list, or why it is not.
enum WhyRoutes {
    static var all: [DeskRoute] {
        [
            DeskRoute(.get, "/why/:learner", for: .teacher, answer: ask),
            DeskRoute(.get, "/why/:learner/:item", for: .teacher, weight: .heavy, answer: tell),
        ]
    }

    /// A form leads here with the article as it was typed: a code or an address.
    @Sendable private static func ask(_ visit: DeskVisit) throws -> DeskAnswer {
        guard let learner = visit.learner else { throw DeskRefusal.notYours }
        let typed = visit.request.query["item"]?.trimmed ?? ""
        guard typed.isEmpty || typed.count > 1_000 else {
            return .see("/why/\(PercentText.encoded(learner.id.rawValue))/\(PercentText.encoded(typed))", nil)
        }
        return .page(WhyPage(learner: learner, outcome: nil, told: []))
    }

    @Sendable private static func tell(_ visit: DeskVisit) throws -> DeskAnswer {
        guard let learner = visit.learner, let item = visit.values["item"] else { throw DeskRefusal.notYours }
        let outcome = try ExplainList(visit.open).run(
            .init(
                of: learner.id.rawValue, item: item, edition: visit.request.query["edition"].flatMap { Edition($0) }),
            by: visit.actor, now: visit.now)
        var told: [String] = []
        if case .placed(let entry)? = outcome.item?.outcome {
            told = visit.open.school.reasons.sentences(
                entry.reasons, role: .teacher, name: learner.name, language: visit.words.tag)
        }
        return .page(WhyPage(learner: learner, outcome: outcome, told: told))
    }
}
