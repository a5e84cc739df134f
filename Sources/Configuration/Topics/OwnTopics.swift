import Content
import Topics
import Yams

/// What a school's people add to topics and take away from them: `Config/topics.yaml`. It wins over the lexicons.
///
///     en:
///       spiders:
///         wide: [cobweb]
///         away: [harvestman]
///       our-garden:
///         names: [school garden, allotment]
public struct OwnTopics: Sendable {
    /// The largest file that is read, in bytes.
    public static let largestFile = 1_000_000

    /// What is said of one topic in one language.
    struct Entry: Sendable {
        var added: TopicEntry
        var away: [String]
    }

    private let entries: [String: [String: Entry]]

    /// Nothing of their own.
    public init() { entries = [:] }

    /// Reads a file.
    public init(path: String, name: String) throws(ConfigurationError) {
        let text = try BoundedFile.text(
            path: path, name: name, limit: Self.largestFile, remedy: FileRemedy.ownTopics)
        try self.init(text: text, file: name)
    }

    /// Reads a text.
    public init(text: String, file: String) throws(ConfigurationError) {
        var entries: [String: [String: Entry]] = [:]
        guard let root = try YAMLDocument.root(of: text, file: file) else {
            self.entries = [:]
            return
        }
        for (language, topics) in try Self.map(root, "", file) {
            for (id, parts) in try Self.map(topics, language, file) {
                entries[language, default: [:]][id] = try Self.entry(id, parts, file)
            }
        }
        self.entries = entries
    }

    /// Whether a word is added to a topic in a language.
    func adds(_ word: String, to topic: String, in language: String) -> Bool {
        guard let added = entries[language]?[topic]?.added else { return false }
        let key = PhraseKey(word, language: language)
        return (added.names + added.narrow + added.wide + added.unsure + added.parts.values.flatMap { $0 }).contains {
            PhraseKey($0, language: language) == key
        }
    }

    /// Whether a word is taken away from a topic, or from a part of it, in a language.
    func tookAway(_ word: String, from topic: String?, in language: String) -> Bool {
        let id = topic.map { String($0.prefix { $0 != "/" }) } ?? ""
        let key = PhraseKey(word, language: language)
        return entries[language]?[id]?.away.contains { PhraseKey($0, language: language) == key } ?? false
    }

    /// The languages that something is said in.
    var languages: [String] { entries.keys.sorted() }

    /// The topic, and the part of it, that the school names so in a language; nil: none.
    func topic(naming phrase: String, in language: String) -> (topic: String, part: String?)? {
        let key = PhraseKey(phrase, language: language)
        for (id, entry) in (entries[language] ?? [:]).sorted(by: { $0.key < $1.key }) {
            if let part = entry.added.part(named: key, language: language) { return (id, part) }
            if entry.added.names.contains(where: { PhraseKey($0, language: language).names(key) }) { return (id, nil) }
        }
        return nil
    }

    /// A lexicon's entry with what the school adds and without what it takes away; nil: neither has the topic.
    func applied(to entry: TopicEntry?, of id: String, in language: String) -> TopicEntry? {
        guard let own = entries[language]?[id] else { return entry }
        guard var whole = entry else { return own.added }
        let away = Set(own.away.map { PhraseKey($0, language: language) })
        func merged(_ parts: [String], _ added: [String]) -> [String] {
            added + parts.filter { !away.contains(PhraseKey($0, language: language)) }
        }
        if let called = own.added.called { whole.called = called }
        whole.names = merged(whole.names, own.added.names)
        whole.parts = whole.parts.merging(own.added.parts) { $1 + $0 }.mapValues { merged($0, []) }
        whole.narrow = merged(whole.narrow, own.added.narrow)
        whole.wide = merged(whole.wide, own.added.wide)
        whole.unsure = merged(whole.unsure, own.added.unsure)
        whole.company = merged(whole.company, own.added.company)
        whole.not = merged(whole.not, own.added.not)
        return whole
    }

    private static func map(_ node: Node, _ what: String, _ file: String) throws(ConfigurationError) -> [(String, Node)]
    {
        guard case .mapping(let mapping) = node else {
            throw ConfigurationError(.notAListOfTopics(what, at: YAMLDocument.place(of: node, in: file)))
        }
        return mapping.compactMap { key, value in key.scalar.map { ($0.string, value) } }
    }

    private static func entry(_ id: String, _ node: Node, _ file: String) throws(ConfigurationError) -> Entry {
        var entry = Entry(added: TopicEntry(id: id, names: []), away: [])
        for (part, value) in try map(node, id, file) {
            if part == "called", let called = value.string {
                entry.added.called = called
                continue
            }
            guard case .sequence(let sequence) = value else {
                throw ConfigurationError(
                    .partIsNoList(part, of: id, at: YAMLDocument.place(of: value, in: file)))
            }
            if part.hasPrefix(OwnTopicsText.partPrefix) {
                let key = String(part.dropFirst(OwnTopicsText.partPrefix.count))
                entry.added.parts[key] = sequence.compactMap { $0.scalar?.string }.filter { !$0.isEmpty }
                continue
            }
            let words = sequence.compactMap { $0.scalar?.string }.filter { !$0.isEmpty }
            switch part {
            case "names": entry.added.names = words
            case "narrow": entry.added.narrow = words
            case "wide": entry.added.wide = words
            case "unsure": entry.added.unsure = words
            case "company": entry.added.company = words
            case "not": entry.added.not = words
            case "away": entry.away = words
            default:
                throw ConfigurationError(
                    .partNotKnown(part, of: id, at: YAMLDocument.place(of: value, in: file)))
            }
        }
        return entry
    }
}
