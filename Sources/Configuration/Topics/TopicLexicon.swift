import Content
import Foundation
import Synchronization
import Topics
import Yams

/// A lexicon of topics in one language: `Config/topics/LANGUAGE.yaml`. It is large, and of it only the entries are read that
/// somebody asks for.
public final class TopicLexicon: Sendable {
    /// The largest file that is read, in bytes.
    public static let largestFile = 8_000_000

    /// The language that it is in.
    public let language: String
    private let file: String
    private let entries: [(id: Substring, text: Substring)]
    /// What somebody may type, in lower case, to search in, and where each entry begins there.
    private let searched: Data
    private let starts: [Int]
    private let read = Mutex<[String: TopicEntry]>([:])
    /// What phrases name; each is looked for once.
    private let named = Mutex<[String: TopicEntry?]>([:])

    /// Reads a file.
    public convenience init(path: String, name: String, language: String) throws(ConfigurationError) {
        let text = try BoundedFile.text(
            path: path, name: name, limit: Self.largestFile,
            remedy: FileRemedy.shipped)
        self.init(text: text, file: name, language: language)
    }

    /// A lexicon by its text.
    public init(text: String, file: String, language: String) {
        self.language = language
        self.file = file
        entries = Self.entries(in: text)
        var searched = Data()
        var starts: [Int] = []
        for entry in entries {
            starts.append(searched.count)
            for line in Self.typed(entry.text) {
                searched.append(contentsOf: Self.folded(line).utf8)
                searched.append(0x20)
            }
        }
        self.searched = searched
        self.starts = starts
    }

    /// The topics that it has.
    public var ids: [String] { entries.map { String($0.id) } }

    /// The entry of a topic; nil where there is none.
    public func entry(_ id: String) throws(ConfigurationError) -> TopicEntry? {
        guard let found = entries.first(where: { $0.id == id }) else { return nil }
        return try entry(found)
    }

    /// The entry that a phrase names, or else is typed for; nil where there is none. A member is no name: beans are food, and food is
    /// not beans.
    public func entry(naming phrase: String) throws(ConfigurationError) -> TopicEntry? {
        if let known = named.withLock({ $0[phrase] }) { return known }
        let found = try search(phrase)
        named.withLock { $0[phrase] = .some(found) }
        return found
    }

    private func search(_ phrase: String) throws(ConfigurationError) -> TopicEntry? {
        let key = PhraseKey(phrase, language: language)
        guard let needle = needle(in: phrase) else { return nil }
        var second: TopicEntry?
        for candidate in candidates(Data(needle.utf8)) {
            guard let entry = try entry(candidate) else { continue }
            if entry.names.contains(where: { PhraseKey($0, language: language).names(key) })
                || entry.part(named: key, language: language) != nil
            {
                return entry
            }
            if second == nil, entry.said.contains(where: { PhraseKey($0, language: language).names(key) }) {
                second = entry
            }
        }
        return second
    }

    /// What a text must hold for a phrase to be named in it, whatever the phrase's number: what its longest word has in singular and
    /// plural.
    private func needle(in phrase: String) -> String? {
        guard let longest = PhraseKey(phrase, language: language).longestWord else { return nil }
        let mayChange = longest.count > 2 && "yz".contains(longest.last ?? " ")
        return Self.folded(mayChange ? String(longest.dropLast()) : longest)
    }

    /// In lower case and without accents, so that both ways of writing one are found.
    private static func folded(_ text: some StringProtocol) -> String {
        let lower = text.lowercased()
        if lower.utf8.allSatisfy({ $0 < 0x80 }) { return lower }
        return lower.folding(options: .diacriticInsensitive, locale: nil)
    }

    /// The lines of an entry that hold what somebody may type.
    private static func typed(_ entry: Substring) -> [Substring] {
        var isTyped = false
        return lines(of: entry).filter { line in
            if line.utf8.starts(with: "  ".utf8), line.utf8.dropFirst(2).first != 0x20 {
                isTyped = ["  names:", "  said:", "  parts:"].contains { line.utf8.starts(with: $0.utf8) }
            }
            return isTyped
        }
    }

    /// The lines of a text that are not empty. A lexicon has a megabyte, and commands wait for it: it is parted by bytes.
    private static func lines(of text: Substring) -> [Substring] {
        text.utf8.split { $0 == 0x0A || $0 == 0x0D }.map { Substring($0) }
    }

    /// The entries that hold some bytes.
    private func candidates(_ needle: Data) -> [(id: Substring, text: Substring)] {
        var found: [(id: Substring, text: Substring)] = []
        var from = 0
        while let range = searched.range(of: needle, in: from..<searched.count) {
            let next = starts.partitioningIndex { $0 > range.lowerBound }
            found.append(entries[next - 1])
            from = next < starts.count ? starts[next] : searched.count
        }
        return found
    }

    private func entry(_ found: (id: Substring, text: Substring)) throws(ConfigurationError) -> TopicEntry? {
        let id = String(found.id)
        if let known = read.withLock({ $0[id] }) { return known }
        guard let entry = try parsed(found) else { return nil }
        read.withLock { $0[id] = entry }
        return entry
    }

    private func parsed(_ found: (id: Substring, text: Substring)) throws(ConfigurationError) -> TopicEntry? {
        guard let root = try YAMLDocument.root(of: String(found.text), file: file),
            case .mapping(let topics) = root, case .mapping(let parts)? = topics.first?.value
        else { return nil }
        func list(_ name: String) throws(ConfigurationError) -> [String] {
            guard let node = parts[Node(name)] else { return [] }
            guard case .sequence(let sequence) = node else {
                throw ConfigurationError(.partIsNoList(name, of: String(found.id), inLexicon: file))
            }
            return sequence.compactMap { $0.scalar?.string }.filter { !$0.isEmpty }
        }
        func ownParts() throws(ConfigurationError) -> [String: [String]] {
            guard let node = parts["parts"] else { return [:] }
            guard case .mapping(let mapping) = node else {
                throw ConfigurationError(.partsAreNoMap(of: String(found.id), inLexicon: file))
            }
            var own: [String: [String]] = [:]
            for (key, value) in mapping {
                guard let key = key.string, case .sequence(let sequence) = value else { continue }
                own[key] = sequence.compactMap { $0.scalar?.string }.filter { !$0.isEmpty }
            }
            return own
        }
        return TopicEntry(
            id: String(found.id), called: parts["called"]?.string, names: try list("names"), parts: try ownParts(),
            isBroad: parts["broad"]?.bool ?? false,
            said: try list("said"),
            narrow: try list("narrow"),
            wide: try list("wide"),
            unsure: try list("unsure"), company: try list("company"), not: try list("not"))
    }

    private static func withoutComment(_ line: Substring) -> Substring {
        var rest = line.prefix { $0 != "#" }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return rest
    }

    /// The entries of a text, each with its lines: one begins where a line does with a name and a colon.
    private static func entries(in text: String) -> [(Substring, Substring)] {
        var entries: [(Substring, Substring)] = []
        var begun: (id: Substring, start: String.Index)?
        // Most lines begin with a blank, and need no further look.
        for line in lines(of: text[...]) where line.utf8.first != 0x20 {
            let words = withoutComment(line)
            guard let first = words.first, first.isLetter || first.isNumber, words.last == ":" else { continue }
            if let begun { entries.append((begun.id, text[begun.start..<line.startIndex])) }
            begun = (words.dropLast(), line.startIndex)
        }
        if let begun { entries.append((begun.id, text[begun.start...])) }
        return entries
    }
}

extension [Int] {
    /// The first place from which on everything is so, in a row of which the beginning is not.
    fileprivate func partitioningIndex(where isSo: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isSo(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
