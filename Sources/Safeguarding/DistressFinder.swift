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

    /// The longest text that is looked at, in characters; of a longer one the beginning and the end.
    public static let longestText = 4_000

    /// The words that tell of distress, as they stand in the text, in its order; words side by side are one phrase. Empty:
    /// there is no sign.
    public func signs(in text: String) -> [String] {
        let text = TypedText(Self.bounded(text), languages: languages)
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

    private static func bounded(_ text: String) -> String {
        text.count <= longestText ? text : text.prefix(longestText / 2) + " " + text.suffix(longestText / 2)
    }
}
