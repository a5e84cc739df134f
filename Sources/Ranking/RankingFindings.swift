import Content
import ScorerKit

/// What is found while lists are made, of one learner's list.
extension Finding {
    /// Told with each list in which a pin is missing because a gate is against it; `verdict` nil: the item is not in the store.
    static func pinWasStopped(
        for learner: LearnerID, title: String?, by verdict: GateVerdict?
    ) -> Finding {
        let title = title.map { "“\($0)”" } ?? "an item"
        // Findings are printed and kept in journals: what somebody opted out of stands in none of them.
        let because =
            verdict.map { $0.gate == .optOut ? "an opt-out stands against it" : $0.because }
            ?? "it is not in the store"
        let remedy =
            verdict?.gate == .optOut
            ? "'gleaner explain' tells which. If it is assigned work, pin it again with --assigned."
            : "Take the pin back with 'gleaner pin --remove'."
        return Finding(
            .warning, at: .learner(learner), "the pin of \(title) was not sent: \(because).", remedy: remedy)
    }

    /// Told with each list that has more pins than the teacher has places in it.
    static func pinsTakeMorePlaces(for learner: LearnerID, pins: Int, than places: Int, at dial: Dial) -> Finding {
        Finding(
            .note, at: .learner(learner),
            "\(pins) pinned article\(pins == 1 ? " takes" : "s take") more places than the teacher's \(places) at dial \(dial.rawValue)."
        )
    }

    /// Told in each run, of who gets no list of their own; `pages`: for which classes there are pages.
    static func isNotProfiled(_ learner: Learner, pages: ClassPages) -> Finding {
        let isRefused =
            learner.guardiansAgreed.profiled == false || learner.guardianObjections.contains { $0.purpose == .profiled }
        let why =
            learner.agreed.profiled == false
            ? "they said no" : isRefused ? "a guardian said no" : "a yes to it is missing"
        let instead = pages == .none ? "" : " The class page is theirs."
        return Finding(
            .note, at: .learner(learner.id), "no list of their own: they are not profiled, for \(why).\(instead)",
            remedy: "'gleaner consent show \(learner.id)' tells who said what.")
    }

    /// Told where only the teacher chooses and has chosen nothing.
    static func nothingIsPinned(for learner: LearnerID) -> Finding {
        Finding(
            .warning, at: .learner(learner), "no list: at dial 0 only pins are sent, and there is none.",
            remedy: "Pin an article with 'gleaner pin', or turn the dial up.")
    }

    /// Told where all articles were kept from a learner; `removed`: how many by each gate.
    static func nothingPassedTheGates(for learner: LearnerID, removed: [String: Int]) -> Finding {
        let counts = removed.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { "\($0.value) by \($0.key)" }.joined(separator: ", ")
        return Finding(
            .warning, at: .learner(learner),
            "no list: no article passed the gates (removed: \(counts.isEmpty ? "none" : counts)).",
            remedy: "Add feeds for this grade and language, or raise 'max-age-days'.")
    }

    /// Told with each list that is made from a fact whose value cannot be read.
    static func factNotUnderstood(of learner: LearnerID, _ fact: Fact) -> Finding {
        Finding(
            .warning, at: .learner(learner),
            "the \(fact.kind.rawValue) in row \(fact.number) of 'learnerFact' is not understood; the stricter reading counts.",
            remedy: "Import the roster again with a value that can be read.")
    }
}

/// What is found of all lists at once.
extension Finding {
    /// Told once a run in which somebody wants a list.
    static var thereAreNoArticles: Finding {
        Finding(
            .error, at: .part("rank"), "there are no articles, so nobody has a list.",
            remedy: "See 'gleaner feeds check', and add feeds with 'gleaner feeds add'.")
    }

    /// Told once a run of learners who are on the roster and in no class.
    static func learnersWithoutClass(_ count: Int) -> Finding {
        Finding(
            .warning, at: .part("rank"),
            "\(count) learner(s) on the roster are in no class: nobody knows whose rules hold for them, and they get no list.",
            remedy: "'gleaner learners list' shows who has no class; put them into one, and import again.")
    }

    /// Told once a run of each scorer that could not run or failed.
    static func scorerLeftOut(_ failure: ScorerFailure) -> Finding {
        Finding(
            .error, at: .scorer(failure.scorer), "\(failure.problem) All lists were ranked without it.",
            remedy: failure.remedy)
    }
}

/// Why a scorer is left out.
extension ScorerFailure {
    /// What a scorer's program did, and when, as the parts of a sentence; `log`: the file of what it wrote to its standard error.
    static func failed(_ scorer: String, _ problem: String, _ moment: String, log: String?) -> ScorerFailure {
        let told = log.map { " What it wrote to its standard error is in \($0)." } ?? ""
        return ScorerFailure(
            scorer: scorer, problem: "it \(problem) \(moment).",
            remedy: "Try it with 'gleaner scorers check \(scorer)'.\(told)")
    }

    /// A number that would bend every list.
    static func gaveNoScore(_ scorer: String, _ number: Float) -> ScorerFailure {
        ScorerFailure(
            scorer: scorer, problem: "it gave the score \(number); a score is a number from 0 to 1.",
            remedy: "See 'gleaner scorers check \(scorer)'.")
    }
}
