/// What is looked for: words in their order, with room for others between them where the line says so.
struct WordPattern: Hashable, Sendable {
    /// A part of a pattern.
    enum Step: Hashable, Sendable {
        /// One of several words or phrases.
        case oneOf(Choice)
        /// Up to so many words that do not matter.
        case gap(Int)
    }

    /// Words or phrases that stand for one another.
    struct Choice: Hashable, Sendable {
        /// Single words.
        var words = WordFamilies()
        /// Phrases of two words and more, the longest first.
        var phrases: [[WordFamilies]] = []
    }

    /// Words with their families.
    struct WordFamilies: Hashable, Sendable {
        /// Words as they are compared (``TypedText/plain(_:)``).
        var plain: Set<String> = []
        /// Stems: a word whose stem is here belongs to the family.
        var stems: Set<String> = []
        /// Beginnings, of words that the list writes as `begin*`.
        var beginnings: [String] = []
        /// Groups that belong to them, as they are: hundreds of lines name a group of a hundred words, and each group is kept once.
        var groups: [WordFamilies] = []

        func contains(_ word: TypedText.Word, language: Int) -> Bool {
            plain.contains(word.plain) || stems.contains(word.stems[language])
                || beginnings.contains { word.plain.hasPrefix($0) }
                || groups.contains { $0.contains(word, language: language) }
        }

        /// These words and those of their groups, each a part of all.
        var parts: [WordFamilies] { [self] + groups.flatMap(\.parts) }
    }

    /// The parts, at least one of them a choice.
    let steps: [Step]
    /// The number of its language among those of the list.
    let language: Int

    /// The numbers of the words that it matches in a text, none of them `taken`; nil: it does not match.
    func matches(in text: TypedText, taken: Set<Int> = []) -> [Int]? {
        for start in text.words.indices {
            if let found = match(steps[...], at: start, text, taken) { return found }
        }
        return nil
    }

    private func match(_ steps: ArraySlice<Step>, at index: Int, _ text: TypedText, _ taken: Set<Int>) -> [Int]? {
        guard let step = steps.first else { return [] }
        let rest = steps.dropFirst()
        switch step {
        case .gap(let most):
            for skipped in 0...most where index + skipped <= text.words.count {
                if let found = match(rest, at: index + skipped, text, taken) { return found }
            }
            return nil
        case .oneOf(let choice):
            for phrase in choice.phrases {
                if let found = match(phrase, then: rest, at: index, text, taken) { return found }
            }
            return match([choice.words], then: rest, at: index, text, taken)
        }
    }

    private func match(
        _ phrase: [WordFamilies], then rest: ArraySlice<Step>, at index: Int, _ text: TypedText, _ taken: Set<Int>
    ) -> [Int]? {
        guard index + phrase.count <= text.words.count else { return nil }
        for (offset, words) in phrase.enumerated() {
            guard !taken.contains(index + offset), words.contains(text.words[index + offset], language: language)
            else { return nil }
        }
        guard let found = match(rest, at: index + phrase.count, text, taken) else { return nil }
        return Array(index..<(index + phrase.count)) + found
    }
}
