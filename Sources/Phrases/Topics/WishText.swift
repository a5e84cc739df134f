import Content
import Pipeline
import Reports
import UseCases

/// The open wishes in words.
public enum WishText {
    /// The lines: those that nothing serves, and with `all` those whose turn comes.
    public static func lines(_ wishes: [WishDesk.Line], all: Bool) -> [String] {
        let shown = all ? wishes : wishes.filter { !$0.isServed }
        let served = wishes.count { $0.isServed }
        let rest = served > 0 && !all ? ["\(count(served)) met in turn; --all shows them."] : []
        if shown.isEmpty { return (wishes.isEmpty ? ["No wish is open."] : ["Nothing is missing."]) + rest }
        return shown.map { line($0) } + rest
    }

    private static func line(_ wish: WishDesk.Line) -> String {
        let topic = wish.topic.map { TextTable.oneLine($0) } ?? "(a topic that is not named here)"
        let who = RunText.count(wish.learners, "learner")
        return "\(topic): \(who) since \(wish.since.utcDate). \(because(wish))"
    }

    private static func because(_ wish: WishDesk.Line) -> String {
        let levels = wish.levels.map { Numbers.fixed($0, decimals: 1) }.joined(separator: " to ")
        let needed =
            "\(RunText.count(max(1, wish.articles), "article")) in \(wish.languages.joined(separator: " or ")), grade \(levels), would serve"
        switch wish.outcome {
        case .nothing: return "Nothing is there: \(needed)."
        case .had: return "All that is there was given: \(needed)."
        case .harder: return "What is there is too hard: \(needed)."
        case .later, .found:
            return wish.articles > 0
                ? "\(RunText.count(wish.there, "article")) there, more are missing: \(needed)." : "Its turn comes."
        case .ask: return "An opt-out or a veto stands against it, or nobody has reviewed it: see 'gleaner explain'."
        case .teacherChooses: return "At dial 0 and 1 the teacher chooses."
        }
    }

    private static func count(_ number: Int) -> String {
        number == 1 ? "One wish is" : "\(number) wishes are"
    }
}
