/// Looks at what a learner writes before anything is done with it: what tells of distress, or holds a word of the school's list
/// of held words, is neither looked for nor shown, and a grown-up is told.
public struct WishScreen: Sendable {
    /// Why a text is held.
    public enum Kind: String, Sendable, CaseIterable {
        /// It tells that somebody may need help.
        case distress
        /// It has a word in it that holds articles for a teacher's review.
        case held
    }

    /// What was noticed in a text.
    public struct Verdict: Hashable, Sendable {
        /// Why it is held.
        public var kind: Kind
        /// The words that it was noticed by, as they stand in the text.
        public var words: [String]
    }

    private let distress: DistressFinder
    private let held: WordIndex
    private let lists: HeldWordFinder
    private let languages: [String]

    /// What holds articles from younger learners alone, as death and war, is a plain wish.
    static let heldFromGrade = 9

    /// A screen by a school's lists. `languages`: those that held words are in. `lists`: held words by language and grade.
    public init(distress: DistressFinder, heldWords: [String], languages: [String], lists: HeldWordFinder = .none) {
        self.distress = distress
        self.lists = lists
        let languages = (distress.languages + languages).reduce(into: [String]()) { all, tag in
            if !all.contains(tag) { all.append(tag) }
        }
        self.languages = languages
        let patterns = languages.enumerated().flatMap { number, tag in
            let reader = WordPatternReader(language: number, tag: tag)
            // A held word is read as it stands; one without a letter in it was left out when the list was read.
            return heldWords.compactMap { try? reader.phrase($0) }
        }
        held = WordIndex(patterns, languages: languages.count)
    }

    /// Why a text is held; nil: it is not.
    public func verdict(of text: String) -> Verdict? {
        let signs = distress.signs(in: text)
        if !signs.isEmpty { return Verdict(kind: .distress, words: signs) }
        let typed = TypedText(text, languages: languages)
        let found = held.candidates(in: typed).flatMap { $0.matches(in: typed) ?? [] }
        if !found.isEmpty { return Verdict(kind: .held, words: typed.phrases(of: Set(found))) }
        var reading = lists.reading()
        return reading.verdict([text], language: nil, atLeast: Self.heldFromGrade)
            .map { Verdict(kind: .held, words: $0.words) }
    }
}
