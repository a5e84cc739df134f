import Content

/// Whether a wish was said before. A strip that is typed in twice must not count twice: the same tick on the same item is one wish
/// whenever it was typed, and a topic counts once a day.
enum RepeatedWish {
    /// Whether a fact says something new beside the others about its learner.
    static func isNew(_ fact: Fact, beside facts: [Fact]) -> Bool {
        let alike = facts.last { known in
            known.kind.isWish && known.origin == fact.origin && known.item == fact.item
                && (fact.item != nil || known.value.lowercased() == fact.value.lowercased())
                && family(of: known.kind) == family(of: fact.kind)
        }
        guard let alike, alike.kind == fact.kind else { return true }
        return fact.item == nil && alike.at.utcDate != fact.at.utcDate
    }

    /// Whether one wish changes another about the same: more and less.
    static func changes(_ one: Fact.Kind, _ other: Fact.Kind) -> Bool { family(of: one) == family(of: other) }

    /// Wishes that change one another: the one that stands for them.
    private static func family(of kind: Fact.Kind) -> Fact.Kind {
        switch kind {
        case .more, .less, .enough: .more
        case .never, .allow: .never
        case .tooEasy, .tooHard: .tooHard
        case .liked, .disliked: .liked
        default: kind
        }
    }
}

extension TakenDown.SaidWish {
    /// A fact about a learner as it is told.
    init(_ fact: Fact, learner: Learner, isNew: Bool) {
        self.init(
            learner: Verbatim(learner.name), by: fact.origin, wish: fact.kind, about: Verbatim(fact.value),
            isOfArticle: fact.item != nil, isNew: isNew)
    }
}
