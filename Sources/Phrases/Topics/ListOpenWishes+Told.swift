import Content
import JSON
import Pipeline
import UseCases

extension ListOpenWishes.Outcome: Told, ToldAsJSON {
    /// The wishes that nothing serves, or all.
    public var lines: [String] {
        let served = wishes.count { $0.isServed }
        let apart =
            unmatched.isEmpty
            ? []
            : [
                "\(Listing.of(unmatched)): not profiled, so nothing is matched to what they wished for. Their teacher may pin something for the class."
            ]
        let rest = apart + (served > 0 && !showsAll ? ["\(Self.count(served)) met in turn; --all shows them."] : [])
        if shown.isEmpty { return (wishes.isEmpty ? ["No wish is open."] : ["Nothing is missing."]) + rest }
        return shown.map { Self.line($0) } + rest
    }

    private struct Line: Encodable {
        let articles: Int
        let languages: [Verbatim]
        let learners: Int
        let levels: [Double]
        let outcome: WishAnswer.Outcome
        let since: Timestamp
        let there: Int
        let topic: Verbatim?
    }

    /// A line a wish.
    public func jsonLines() throws -> [String] {
        try shown.map { wish in
            try JSONText.of(
                Line(
                    articles: wish.articles, languages: wish.languages, learners: wish.learners, levels: wish.levels,
                    outcome: wish.outcome, since: wish.since, there: wish.there, topic: wish.topic))
        }
    }

    private var shown: [ListOpenWishes.WishedTopic] { showsAll ? wishes : wishes.filter { !$0.isServed } }

    private static func line(_ wish: ListOpenWishes.WishedTopic) -> String {
        let topic = wish.topic.map { TextTable.oneLine($0.text) } ?? "(a topic that is not named here)"
        let who = Counted.of(wish.learners, "learner")
        return "\(topic): \(who) since \(wish.since.utcDate). \(because(wish))"
    }

    private static func because(_ wish: ListOpenWishes.WishedTopic) -> String {
        let levels = wish.levels.map { Numbers.fixed($0, decimals: 1) }.joined(separator: " to ")
        let needed =
            "\(Counted.of(max(1, wish.articles), "article")) in \(wish.languages.map { $0.text }.joined(separator: " or ")), grade \(levels), would serve"
        switch wish.outcome {
        case .nothing: return "Nothing is there: \(needed)."
        case .had: return "All that is there was given: \(needed)."
        case .harder: return "What is there is too hard: \(needed)."
        case .later, .found:
            return wish.articles > 0
                ? "\(Counted.of(wish.there, "article")) there, more are missing: \(needed)." : "Its turn comes."
        case .ask: return "An opt-out or a veto stands against it, or nobody has reviewed it: see 'gleaner explain'."
        case .teacherChooses: return "At dial 0 and 1 the teacher chooses."
        }
    }

    private static func count(_ number: Int) -> String {
        number == 1 ? "One wish is" : "\(number) wishes are"
    }
}
