import Foundation

/// The nouns of WordNet 3.0 (Debian's `wordnet-base`), read where the package puts them: `index.noun` and `data.noun`, the form of which
/// is wndb(5WN). Of a word its first sense alone is looked at: all of them do more harm than good.
public struct WordNet: Sendable {
    /// What WordNet knows of a noun in its first sense.
    public struct Sense: Hashable, Sendable {
        /// Words for the same.
        public var synonyms: [String]
        /// Kinds of it, and kinds of these.
        public var kinds: [String]
    }

    /// Where Debian has it.
    public static let folder = "/usr/share/wordnet"
    /// Of so many kinds at most: of music there are 720.
    private static let mostKinds = 80

    private let index: Data
    private let nouns: Data

    /// Opens the files of a folder; nil where they are not there.
    public init?(folder: String = WordNet.folder) {
        guard let index = try? Data(contentsOf: URL(fileURLWithPath: folder + "/index.noun"), options: .alwaysMapped),
            let nouns = try? Data(contentsOf: URL(fileURLWithPath: folder + "/data.noun"), options: .alwaysMapped)
        else { return nil }
        self.index = index
        self.nouns = nouns
    }

    /// A text that changes with the files.
    public var version: String { "wordnet \(index.count) \(nouns.count)" }

    /// The first sense of a noun, in the singular or in a plural by rule; nil: it is none.
    public func sense(of phrase: String) -> Sense? {
        for lemma in WordNet.lemmas(of: phrase) {
            guard let senses = offsets(of: lemma), let first = senses.first, let set = synset(at: first) else {
                continue
            }
            var kinds: [String] = []
            var open = set.kinds
            var seen: Set<Int> = [first]
            while !open.isEmpty, kinds.count < Self.mostKinds {
                let next = open.removeFirst()
                guard seen.insert(next).inserted, let kind = synset(at: next) else { continue }
                kinds += kind.words.filter { isFirstSense($0, next) }
                open += kind.kinds
            }
            let own = set.words.filter { $0.lowercased() != lemma.replacing("_", with: " ") }
            return Sense(
                synonyms: own.filter { isFirstSense($0, first) }, kinds: Array(kinds.prefix(Self.mostKinds)))
        }
        return nil
    }

    /// Whether a word means a synset before all else.
    private func isFirstSense(_ word: String, _ offset: Int) -> Bool {
        offsets(of: word.lowercased().replacing(" ", with: "_"))?.first == offset
    }

    /// What a phrase may be filed under: as it is, and what it is the plural of by the rules of English.
    private static func lemmas(of phrase: String) -> [String] {
        let word = phrase.lowercased().split(separator: " ").joined(separator: "_")
        var lemmas = [word]
        if word.hasSuffix("ies") { lemmas.append(word.dropLast(3) + "y") }
        if word.hasSuffix("es") { lemmas.append(String(word.dropLast(2))) }
        if word.hasSuffix("s"), !word.hasSuffix("ss") { lemmas.append(String(word.dropLast())) }
        return lemmas
    }

    private struct Synset {
        var words: [String]
        var kinds: [Int]
    }

    /// The synsets of a lemma, the commonest first; nil where it is not in the index. The lines are in the order of their bytes.
    private func offsets(of lemma: String) -> [Int]? {
        let key = Array(lemma.utf8)
        var (low, high) = (0, index.count)
        while low < high {
            let middle = (low + high) / 2
            let start = lineStart(before: middle)
            let line = self.line(from: start)
            let word = line.prefix { $0 != 0x20 }
            if word.isEmpty || word.lexicographicallyPrecedes(key) {
                low = start + line.count + 1
            } else if word.elementsEqual(key) {
                let fields = String(decoding: line, as: UTF8.self).split(separator: " ")
                guard fields.count > 4, let senses = Int(fields[2]), let pointers = Int(fields[3]),
                    senses >= 0, pointers >= 0
                else { return nil }
                return fields.dropFirst(6 + pointers).prefix(senses).compactMap { Int($0) }
            } else {
                high = start
            }
        }
        return nil
    }

    private func lineStart(before place: Int) -> Int {
        var start = place
        while start > 0, index[index.startIndex + start - 1] != 0x0A { start -= 1 }
        return start
    }

    private func line(from start: Int) -> Data {
        let rest = index[(index.startIndex + start)...]
        return rest.prefix { $0 != 0x0A }
    }

    /// A line of `data.noun`: offset, file, type, how many words in hex, words each with a number, how many pointers, pointers of four
    /// fields each, and the gloss.
    private func synset(at offset: Int) -> Synset? {
        guard offset >= 0, offset < nouns.count else { return nil }
        let line = nouns[(nouns.startIndex + offset)...].prefix { $0 != 0x0A && $0 != 0x7C }
        let fields = String(decoding: line, as: UTF8.self).split(separator: " ").map { String($0) }
        guard fields.count > 4, Int(fields[0]) == offset, let count = Int(fields[3], radix: 16), count >= 0,
            fields.count > 4 + 2 * count, let pointers = Int(fields[4 + 2 * count]), pointers >= 0
        else { return nil }
        let words = (0..<count).map { fields[4 + 2 * $0].replacing("_", with: " ") }
        let first = 5 + 2 * count
        var kinds: [Int] = []
        for pointer in 0..<pointers where first + 4 * pointer + 1 < fields.count {
            if fields[first + 4 * pointer] == "~", let kind = Int(fields[first + 4 * pointer + 1]) {
                kinds.append(kind)
            }
        }
        return Synset(words: words, kinds: kinds)
    }
}
