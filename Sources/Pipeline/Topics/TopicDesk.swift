import Configuration
import Content
import Files
import Foundation
import Store
import Topics

/// Adds words to topics and takes them away, in the school's own `Config/topics.yaml`. It wins over the lexicons, and holds at once for
/// all that was said.
public struct TopicDesk: Sendable {
    let school: School
    let store: Store
    private static let file = "Config/topics.yaml"

    /// A desk over a school's folder and store.
    package init(school: School, store: Store) {
        self.school = school
        self.store = store
    }

    /// Adds words to a topic. `list`: one of ``OwnTopicsText/lists`` but `away`.
    public func add(
        _ words: [String], to phrase: String, as list: String, language: String?, now: Timestamp
    ) throws -> [String] {
        let language = language ?? school.configuration.school.language
        guard OwnTopicsText.lists.contains(list), list != "away" else {
            let names = OwnTopicsText.lists.filter { $0 != "away" }.joined(separator: ", ")
            throw RequestError("'\(list)' is no kind of word of a topic. Known: \(names).")
        }
        let known = Set(try TopicLexicons.of(school.folder).languages + school.configuration.school.languages)
        guard known.contains(language) else {
            throw RequestError(
                "no articles are in '\(language)' here. Known: \(known.sorted().joined(separator: ", ")).")
        }
        for word in words + [phrase] { try TopicRule.check(word, languages: [language]) }
        let topic = try topic(of: phrase, language)
        // Of a part, such as the kangaroos among Australia's animals, the words are that part's.
        let part = try TopicLexicons.of(school.folder).part(of: phrase, language: language)
        let list = ["names", "narrow"].contains(list) ? part.map { OwnTopicsText.partPrefix + $0 } ?? list : list
        try change { text in
            if topic.isNew {
                try self.put(phrase, .init(language: language, topic: topic.id, list: "names"), in: &text)
            }
            for word in words {
                // What was taken away comes back where it stood.
                if text.remove(word, from: .init(language: language, topic: topic.id, list: "away")),
                    try TopicLexicons.of(self.school.folder).lexiconHas(word, in: topic.id, language: language)
                {
                    continue
                }
                try self.put(word, .init(language: language, topic: topic.id, list: list), in: &text)
            }
        }
        let findings = try TopicResolving(school: school, store: store).catchUp(now: now)
        if let error = findings.first(where: { $0.severity == .error }) { throw SetupError(findings: [error]) }
        return [
            "\(quoted(words)) \(words.count == 1 ? "belongs" : "belong") to the topic '\(topic.id)' now (\(list), \(language)); \(Self.file) has it."
        ]
    }

    /// Takes words away from a topic.
    public func remove(_ words: [String], from phrase: String, language: String?, now: Timestamp) throws -> [String] {
        let language = language ?? school.configuration.school.language
        let topic = try topic(of: phrase, language)
        guard !topic.isNew else {
            throw RequestError("No topic is named '\(phrase)' in '\(language)'. See 'gleaner topics show'.")
        }
        let lexicons = try TopicLexicons.of(school.folder)
        var unknown: [String] = []
        try change { text in
            for word in words {
                var isGone = false
                let part = try lexicons.part(of: phrase, language: language).map { OwnTopicsText.partPrefix + $0 }
                for list in OwnTopicsText.lists + [part].compactMap({ $0 }) where list != "away" {
                    if text.remove(word, from: .init(language: language, topic: topic.id, list: list)) { isGone = true }
                }
                if try lexicons.lexiconHas(word, in: topic.id, language: language) {
                    try self.put(word, .init(language: language, topic: topic.id, list: "away"), in: &text)
                } else if !isGone {
                    unknown.append(word)
                }
            }
        }
        guard unknown.count < words.count else {
            throw RequestError(
                "\(quoted(words)) is no part of the topic '\(topic.id)' in '\(language)'. See 'gleaner topics show'.")
        }
        try TopicResolving(school: school, store: store).catchUp(now: now)
        return ["\(quoted(words.filter { !unknown.contains($0) })) no longer belongs to '\(topic.id)' (\(language))."]
            + (unknown.isEmpty ? [] : ["\(quoted(unknown)) was no part of it."])
    }

    private func topic(of phrase: String, _ language: String) throws -> (id: String, isNew: Bool) {
        if let known = try TopicLexicons.of(school.folder).topic(of: phrase, language: language) {
            return (known, false)
        }
        let spelled = phrase.lowercased().replacing("+", with: " plus ").replacing("#", with: " sharp ")
        let id = spelled.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
        return (id, true)
    }

    private func put(_ word: String, _ place: OwnTopicsText.Place, in text: inout OwnTopicsText) throws {
        guard text.add(word, to: place) else {
            throw RequestError(
                "'\(place.list)' of '\(place.topic)' in \(Self.file) is not written as [one, two]. Change it there by hand."
            )
        }
    }

    /// Changes the file, one at a time, and only into one that can be read again.
    private func change(_ act: (inout OwnTopicsText) throws -> Void) throws {
        let lock = try KernelLock.ofChanges(in: school.folder.data)
        let result = Result { try changeAlone(act) }
        lock.release()
        try result.get()
    }

    /// Changes the file, for one who holds the lock.
    private func changeAlone(_ act: (inout OwnTopicsText) throws -> Void) throws {
        let path = school.folder.resolve(Self.file)
        let isThere = FileManager.default.fileExists(atPath: path)
        if isThere { _ = try OwnTopics(path: path, name: Self.file) }
        let before = isThere ? String(decoding: try RosterImport.bytes(of: path), as: UTF8.self) : Self.heading
        var text = OwnTopicsText(before)
        try act(&text)
        _ = try OwnTopics(text: text.text, file: Self.file)
        if text.text != before { try RewrittenFile(path).write(Array(text.text.utf8)) }
    }

    private static let heading = """
        # What this school adds to topics and takes away from them; it wins over Config/topics/LANGUAGE.yaml. Languages, below them
        # topics, below these lists: names, narrow, wide, unsure, company, not, away. See 'gleaner topics --help'.

        """

    private func quoted(_ words: [String]) -> String { words.map { "'\($0)'" }.joined(separator: ", ") }
}
