import Content
import Output
import UseCases

/// What is known of a learner, put right and added to.
enum LearnerRoutes {
    static var all: [DeskRoute] {
        [
            DeskRoute(.get, "/class/:class", for: .teacher, answer: index),
            DeskRoute(.get, "/learner/:learner", for: .teacher, answer: show),
            DeskRoute(.post, "/learner/:learner/correct", for: .teacher, answer: correct),
            DeskRoute(.post, "/learner/:learner/topic", for: .teacher, answer: changeTopic),
            DeskRoute(.post, "/learner/:learner/say", for: .teacher, answer: say),
            DeskRoute(.post, "/learner/:learner/back", for: .teacher, answer: takeBack),
        ]
    }

    @Sendable private static func index(_ visit: DeskVisit) throws -> DeskAnswer {
        let readers = try ListStripReaders(visit.open).run(
            .init(schoolClass: visit.className), by: visit.actor, now: visit.now
        ).learners
        return .page(ClassPage(schoolClass: visit.className, learners: readers))
    }

    @Sendable private static func show(_ visit: DeskVisit) throws -> DeskAnswer {
        let id = try learner(visit).id
        return .page(
            LearnerPage(
                outcome: try ShowLearnerAtDesk(visit.open).run(.init(id), by: visit.actor, now: visit.now)))
    }

    private static func learner(_ visit: DeskVisit) throws -> Learner {
        guard let learner = visit.learner else { throw DeskRefusal.notYours }
        return learner
    }

    private static func path(_ learner: Learner) -> String { "/learner/\(PercentText.encoded(learner.id.rawValue))" }

    private static func kind(_ visit: DeskVisit, of allowed: [Fact.Kind]) throws -> Fact.Kind {
        guard let kind = Fact.Kind(rawValue: try visit.needed("kind", atMost: 40)), allowed.contains(kind) else {
            throw DeskRefusal.malformed
        }
        return kind
    }

    private static func seen(_ visit: DeskVisit) throws -> Int64 {
        guard let seen = Int64(try visit.needed("seen", atMost: 20)) else { throw DeskRefusal.malformed }
        return seen
    }

    @Sendable private static func correct(_ visit: DeskVisit) throws -> DeskAnswer {
        let learner = try learner(visit)
        let kind = try kind(visit, of: [.dial, .minutes, .level])
        let value = try visit.text("value", atMost: 20) ?? ""
        let outcome = try CorrectLearner(visit.open).run(
            .init(learner.id.rawValue, kind, .value(value), seen: try seen(visit)), by: visit.actor, now: visit.now)
        return .see(path(learner), notice(outcome, visit, learner))
    }

    @Sendable private static func changeTopic(_ visit: DeskVisit) throws -> DeskAnswer {
        let learner = try learner(visit)
        let kind = try kind(visit, of: [.interests, .strengths, .needs])
        let topic = try visit.needed("topic", atMost: 200)
        let change: CorrectLearner.Change = try visit.needed("act") == "remove" ? .remove(topic) : .add(topic)
        let outcome = try CorrectLearner(visit.open).run(
            .init(learner.id.rawValue, kind, change, seen: try seen(visit)), by: visit.actor, now: visit.now)
        return .see(path(learner), notice(outcome, visit, learner))
    }

    private static func notice(
        _ outcome: CorrectLearner.Outcome, _ visit: DeskVisit, _ learner: Learner
    ) -> DeskNotice {
        let words = visit.words
        guard !outcome.facts.isEmpty else { return DeskNotice(.done, [words("learner.wasSo")]) }
        let values = outcome.values.map { $0?.text ?? words("learner.hidden") }
        let value = values.isEmpty ? words("learner.nothing") : values.joined(separator: ", ")
        return DeskNotice(
            .done, [words("learner.corrected", ["kind": words("kind.\(outcome.kind.rawValue)"), "value": value])],
            undo: undo(outcome.facts, learner))
    }

    private static func undo(_ facts: [Int64], _ learner: Learner) -> DeskNotice.Undo? {
        facts.isEmpty
            ? nil
            : .init(path: path(learner) + "/back", values: ["facts": facts.map { "\($0)" }.joined(separator: " ")])
    }

    @Sendable private static func say(_ visit: DeskVisit) throws -> DeskAnswer {
        let learner = try learner(visit)
        guard let wish = Fact.Kind(rawValue: try visit.needed("wish", atMost: 20)),
            [.more, .less, .never, .allow, .enough].contains(wish)
        else { throw DeskRefusal.malformed }
        let by: Fact.Origin = try visit.text("by") == "learner" ? .learner : .teacher
        let taken = try SayWish(visit.open).run(
            .init(
                wish, learner: learner.id.rawValue, about: try visit.needed("about", atMost: 120), isTopic: true, by: by
            ),
            by: visit.actor, now: visit.now)
        let lines = SaidLines(words: visit.words)
        return .see(
            path(learner),
            DeskNotice(
                lines.isProblem(taken) ? .problem : .done, lines.lines(taken), undo: undo(taken.facts, learner)))
    }

    @Sendable private static func takeBack(_ visit: DeskVisit) throws -> DeskAnswer {
        let learner = try learner(visit)
        let numbers = try visit.needed("facts", atMost: 2_000).split(separator: " ").map { text in
            guard let number = Int64(text) else { throw DeskRefusal.malformed }
            return number
        }
        let outcome = try TakeBackFacts(visit.open).run(
            .init(learner.id.rawValue, facts: numbers), by: visit.actor, now: visit.now)
        let words = visit.words
        let lines = outcome.said.map { said in
            let about = said.about?.text ?? words("learner.hidden")
            let what =
                said.kind.isWish
                ? words("said.\(said.kind.rawValue)", ["about": about]) : words("kind.\(said.kind.rawValue)")
            return words("learner.takenBack", ["what": what])
        }
        // Back to where it was said, within the desk.
        var to = path(learner)
        if let wanted = try visit.text("to", atMost: 500), wanted.hasPrefix("/strips/"),
            let (path, query) = DeskRequest.target(wanted)
        {
            to = DeskRequest(.get, path: path, query: query, peer: .unixSocket).target
        }
        return .see(to, DeskNotice(.done, lines))
    }
}
