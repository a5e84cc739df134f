import Content

/// What is compared of an article to tell whether it is a near-copy of another.
public struct CopyText: Sendable {
    /// The words of the headline.
    let title: [CopyWord]
    /// The first words of the text.
    let opening: [CopyWord]
    /// When it was published.
    let published: Timestamp
    /// Hashes of three words in a row of the opening, ascending.
    let triples: [UInt64]

    /// So many words of a text are compared: an article that begins the same for so long is the same.
    public static let openingWords = 250
    /// So many words of a headline are.
    static let titleWords = 40
    /// A mark is made from so many words in a row.
    static let wordsAMark = 4
    /// Of so many marks in a row the smallest is kept.
    static let window = 8
    /// So many words of a text are marked: where a copy begins with another's text, or with a part of it, it is in these.
    static let markedWords = 80

    /// The parts of an article.
    public init(title: String, text: String, published: Timestamp) {
        self.title = CopyWord.words(of: title, atMost: Self.titleWords)
        opening = CopyWord.words(of: text, atMost: Self.openingWords)
        triples = Self.hashes(opening[...], words: SharedRuns.shortest).sorted()
        self.published = published
    }

    /// The marks by which a text finds others that share a passage with it: hashes of four words in a row, of each eight in a
    /// row the smallest (winnowing; Schleimer, Wilkerson and Aiken 2003). Two texts that share eleven words in a row, among those
    /// that are marked, share a mark. 48 bits each, in ascending order.
    public var marks: [Int64] {
        // A short text is compared together with its headline, so it is found by both.
        let words = (opening.count < NearCopy.shortText ? title : []) + opening.prefix(Self.markedWords)
        guard words.count >= Self.wordsAMark else { return [] }
        let hashes = Self.hashes(words[...], words: Self.wordsAMark)
        var marks: Set<UInt64> = []
        for start in 0...max(0, hashes.count - Self.window) {
            if let least = hashes[start..<min(hashes.count, start + Self.window)].min() { marks.insert(least) }
        }
        return marks.map { Int64($0 >> 16) }.sorted()
    }

    /// A hash for each so many words in a row.
    private static func hashes(_ words: ArraySlice<CopyWord>, words count: Int) -> [UInt64] {
        guard words.count >= count else { return [] }
        return (words.startIndex...(words.endIndex - count)).map { start in
            words[start..<start + count].reduce(0x9E37_79B9_7F4A_7C15) { mixed($0 ^ $1.hash) }
        }
    }

    /// The most words that two openings can have in common in runs of ``SharedRuns/shortest``: a run of n words has n − 2 such triples,
    /// and no run is shorter than three.
    func mostShared(with other: CopyText) -> Int {
        var (here, there, shared) = (0, 0, 0)
        while here < triples.count, there < other.triples.count {
            if triples[here] < other.triples[there] {
                here += 1
            } else if triples[here] > other.triples[there] {
                there += 1
            } else {
                // One that the other has may stand here several times.
                shared += 1
                here += 1
            }
        }
        return shared * SharedRuns.shortest
    }

    /// Spreads what FNV leaves close together (the last step of SplitMix64).
    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
