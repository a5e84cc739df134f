/// What an article is held for.
public struct HeldVerdict: Hashable, Sendable {
    /// Words that it is held for.
    public struct Sighting: Hashable, Sendable {
        /// The words as they stand in the article, with those between them.
        public var words: String
        /// The grade below which they hold.
        public var below: Int
        /// The sentence that they stand in.
        public var sentence: String
    }

    /// What it is held for, in the order of the article; at least one.
    public let sightings: [Sighting]

    init?(_ sightings: [Sighting]) {
        if sightings.isEmpty { return nil }
        self.sightings = sightings
    }

    /// What a phrase that holds for everybody adds to what holds already.
    public init(forEverybody phrase: String, and other: HeldVerdict?) {
        sightings = [Sighting(words: phrase, below: 13, sentence: "")] + (other?.sightings ?? [])
    }

    /// Whether learners of a grade do not get it before somebody let it through.
    public func holds(from grade: Int) -> Bool { heldBelow >= 13 || grade < heldBelow }

    /// The grade below which learners do not get it before somebody let it through; 13: nobody does.
    public var heldBelow: Int { sightings.map(\.below).max() ?? 13 }

    /// The words, each once: those that hold longest first.
    public var words: [String] {
        let ordered = sightings.enumerated().sorted { ($1.element.below, $0.offset) < ($0.element.below, $1.offset) }
        var seen: Set<String> = []
        return ordered.map(\.element.words).filter { seen.insert($0.lowercased()).inserted }
    }
}

extension HeldVerdict {
    /// The most sightings that are told of an article: the first of those that hold longest.
    private static let most = 100

    private struct Found: Hashable {
        var words: ClosedRange<Int>
        var below: Int
    }

    /// Signs as people read them. What lies in a longer one that holds as long is a part of that.
    static func sightings(of signs: [WeakSigns.Sign], in text: ScannedText) -> [Sighting] {
        let found = Set(signs.map { Found(words: $0.words, below: $0.below) }).sorted {
            ($1.below, $0.words.lowerBound, $0.words.upperBound) < ($0.below, $1.words.lowerBound, $1.words.upperBound)
        }.prefix(most)
        let kept = found.filter { one in
            !found.contains {
                $0 != one && $0.below >= one.below && $0.words.lowerBound <= one.words.lowerBound
                    && $0.words.upperBound >= one.words.upperBound
            }
        }
        return kept.sorted { ($0.words.lowerBound, $0.words.upperBound) < ($1.words.lowerBound, $1.words.upperBound) }
            .map { one in
                Sighting(
                    words: text.spelling(from: one.words.lowerBound, to: one.words.upperBound), below: one.below,
                    sentence: text.sentenceText(of: one.words.lowerBound))
            }
    }
}
