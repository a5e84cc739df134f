import Content

/// Looks for signs of distress in what a child wrote. All languages of the list count for every text: who needs help may
/// write in any of them.
public struct DistressFinder: Sendable {
    /// The languages that there are signs in.
    let languages: [String]
    private let strong: WordIndex
    private let weak: WordIndex
    private let hints: WordIndex
    private let idioms: WordIndex
    private let contexts: WordIndex

    /// A finder by a school's list.
    public init(_ list: DistressList) {
        func index(_ patterns: [WordPattern]) -> WordIndex {
            WordIndex(patterns, languages: list.languages.count)
        }
        languages = list.languages
        strong = index(list.signs.filter { !$0.isWeak }.map(\.pattern))
        weak = index(list.signs.filter(\.isWeak).map(\.pattern))
        hints = index(list.hints)
        idioms = index(list.idioms)
        contexts = index(list.contexts)
    }

    /// How much of a text is looked at at a time, in characters; of a longer one all is, piece by piece.
    public static let piece = 4_000
    /// What two pieces share, so that nothing is cut in two.
    static let overlap = 300

    /// The words that tell of distress, as they stand in the text, in its order; words side by side are one phrase. Empty:
    /// there is no sign.
    public func signs(in text: String) -> [String] {
        let found = plainSigns(in: text)
        if !found.isEmpty { return found }
        let undone = Disguise.undone(text)
        // What was written in another way stands in the text only as a whole.
        return undone == text || plainSigns(in: undone).isEmpty ? [] : [text.trimmed]
    }

    private func plainSigns(in text: String) -> [String] {
        guard text.utf8.count > Self.piece else { return signs(inPiece: text) }
        var rest = text[...]
        while !rest.isEmpty {
            let found = signs(inPiece: String(rest.prefix(Self.piece)))
            if !found.isEmpty { return found }
            rest = rest.dropFirst(Self.piece - Self.overlap)
        }
        return []
    }

    private func signs(inPiece text: String) -> [String] {
        let text = TypedText(text, languages: languages)
        guard !text.words.isEmpty else { return [] }
        var taken = Set<Int>()
        for idiom in idioms.candidates(in: text) {
            while let found = idiom.matches(in: text, taken: taken) { taken.formUnion(found) }
        }
        let hasContext = contexts.candidates(in: text).contains { $0.matches(in: text) != nil }
        var found = Set<Int>()
        for sign in strong.candidates(in: text) + (hasContext ? [] : weak.candidates(in: text)) {
            if let words = sign.matches(in: text, taken: taken) { found.formUnion(words) }
        }
        if found.isEmpty { found = hints(in: text, taken: taken, atLeast: hasContext ? 3 : 2) }
        return text.phrases(of: found)
    }

    /// The words of hints of one language, where so many of them stand together.
    private func hints(in text: TypedText, taken: Set<Int>, atLeast least: Int) -> Set<Int> {
        let candidates = hints.candidates(in: text)
        for language in languages.indices {
            var count = 0
            var found = Set<Int>()
            for hint in candidates where hint.language == language {
                while let words = hint.matches(in: text, taken: taken.union(found)) {
                    count += 1
                    found.formUnion(words)
                }
            }
            if count >= least { return found }
        }
        return []
    }
}
