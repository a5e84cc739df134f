import Content

/// What a number rests on, for teachers and developers; families read the wordings of `Config/reasons/`.
package enum EvidenceText {
    /// One line.
    package static func line(_ evidence: Evidence) -> String {
        switch evidence {
        case .terms(let terms) where terms.isEmpty: "no word matches"
        case .terms(let terms): terms.map { term($0) }.joined(separator: "; ")
        case .levels(let item, let learner):
            "the article reads like grade \(Numbers.fixed(item, decimals: 1)), the learner reads well at \(Numbers.fixed(learner, decimals: 1))"
        case .age(let days): "\(Numbers.fixed(days, decimals: 1)) days old"
        case .nearness(let title, let similarity, let shared):
            "like “\(title)” (\(Numbers.fixed(similarity))\(shared.isEmpty ? "" : "; both have " + shared.joined(separator: ", ")))"
        case .measure(let name, let value): "\(name) \(Numbers.fixed(value))"
        }
    }

    private static func term(_ term: MatchedTerm) -> String {
        let source =
            switch term.source {
            case .interest: "interest"
            case .asked: "asked for"
            case .need: "working on"
            case .strength: "strength"
            case .mentioned: "mentions the interest"
            case .learnt: "liked articles on"
            }
        return "\(term.words.joined(separator: ", ")) ← \(source) '\(term.phrase)' (\(term.origin.rawValue))"
    }
}
