import Content

/// The words of `wishes.csv` and what they mean.
enum WishWords {
    /// The wishes as they are written.
    private static var words: [(word: String, kind: Fact.Kind)] { Fact.Kind.said }
    private static let contradictions: [(Fact.Kind, Fact.Kind)] = [
        (.more, .less), (.more, .enough), (.less, .enough), (.more, .never), (.never, .allow), (.tooEasy, .tooHard),
        (.liked, .disliked),
    ]

    /// The wishes of a row's cell, separated by `;`. A word that is none is told and costs that word; of two that contradict
    /// each other "never" stands, and else neither does.
    static func wishes(in cells: inout RowCells<WishColumn>) -> [Fact.Kind] {
        let text = cells.text(.wish)
        var faults: [(fault: RowFault<WishColumn>, outcome: String)] = []
        for part in Fact.list(text) {
            let word = word(part)
            if words.contains(where: { $0.word == word }) { continue }
            let outcome = kind(part) == .never ? WishOutcome.countsAsNever : WishOutcome.wordLeftOut
            faults.append((.wishNotKnown(part, as: word, known: words.map(\.word)), outcome))
        }
        var wishes = read(text)
        while let (one, other) = resolve(&wishes) {
            let hasNever = one == .never || other == .never
            let outcome = hasNever ? WishOutcome.neverCounts : WishOutcome.neitherCounts
            faults.append((.wishContradictsItself(text), outcome))
        }
        for (fault, outcome) in faults { cells.note(fault, wishes.isEmpty ? WishOutcome.rowLeftOut : outcome) }
        return wishes
    }

    /// Takes out two wishes that contradict each other, but "never", and gives them; nil where none do.
    static func resolve(_ wishes: inout [Fact.Kind]) -> (Fact.Kind, Fact.Kind)? {
        let clash = contradictions.first { wishes.contains($0.0) && wishes.contains($0.1) }
        guard let (one, other) = clash else { return nil }
        wishes.removeAll { ($0 == one || $0 == other) && $0 != .never }
        return (one, other)
    }

    /// The wishes that a text names, without what is none. `too hard` and `Too_Hard` are understood too, and what looks like a
    /// misspelt "never" counts as one.
    static func read(_ text: String) -> [Fact.Kind] {
        var wishes: [Fact.Kind] = []
        for part in Fact.list(text) {
            if let kind = kind(part), !wishes.contains(kind) { wishes.append(kind) }
        }
        return wishes
    }

    private static func kind(_ part: String) -> Fact.Kind? {
        let word = word(part)
        if let known = words.first(where: { $0.word == word })?.kind { return known }
        return NearestName.of(word, among: words.map(\.word)) == "never" ? .never : nil
    }

    private static func word(_ part: String) -> String {
        String(part.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
    }

    /// The code of a cell; nil for an empty one.
    static func item(_ text: String) throws(RowFault<WishColumn>) -> ItemCode? {
        let code = ItemCode(rawValue: text)
        if code.rawValue.isEmpty { return nil }
        if let wrong = code.rawValue.first(where: { !ItemCode.alphabet.contains($0) }) {
            throw .codeHasNoSuchLetter(text, wrong)
        }
        guard code.isWellFormed else {
            throw .codeHasOtherLength(text)
        }
        return code
    }

    /// Who said it.
    static func origin(_ text: String) throws(RowFault<WishColumn>) -> Fact.Origin {
        switch text.lowercased() {
        case "", "learner": return .learner
        case "guardian": return .guardian
        case "teacher": return .teacher
        default: throw .originNotKnown(text)
        }
    }

    /// What is wrong with what a wish is about: an item or one topic, a level an item; nil where nothing is.
    static func targetFault(item: ItemCode?, topics: [String], wishes: [Fact.Kind]) -> RowFault<WishColumn>? {
        guard let topic = topics.first else {
            if item != nil, wishes.contains(.enough) { return .enoughWithItem }
            return item == nil ? .neitherItemNorTopic : nil
        }
        if item != nil { return .itemAndTopic(topic) }
        if topics.count > 1, wishes != [.never] { return .severalTopics(topic) }
        if let word = words.first(where: { $0.kind.isOfArticles && wishes.contains($0.kind) })?.word {
            return .wishWithoutItem(word)
        }
        return nil
    }
}
