import Configuration
import Content
import Files
import Foundation
import Pipeline
import Store
import Topics

/// The school's own `Config/topics.yaml`, as people change it. It wins over the lexicons, and holds at once for all that was said.
struct OwnTopicsFile {
    let school: School
    private static let file = "Config/topics.yaml"

    /// The topic that a phrase is, or that it becomes.
    func topic(of phrase: String, _ language: String) throws -> (id: String, isNew: Bool) {
        if let known = try TopicLexicons.of(school.folder).topic(of: phrase, language: language) {
            return (known, false)
        }
        let spelled = phrase.lowercased().replacing("+", with: " plus ").replacing("#", with: " sharp ")
        let id = spelled.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
        return (id, true)
    }

    /// Writes a word into a list of the file.
    func put(_ word: String, _ place: OwnTopicsText.Place, in text: inout OwnTopicsText) throws {
        guard text.add(word, to: place) else {
            throw TopicRefusal.unchangeable(list: Verbatim(place.list), of: Verbatim(place.topic))
        }
    }

    /// Changes the file, one at a time, and only into one that can be read again.
    func change(_ act: (inout OwnTopicsText) throws -> Void) throws {
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
        let before = isThere ? String(decoding: try GivenFile.bytes(of: path), as: UTF8.self) : Self.heading
        var text = OwnTopicsText(before)
        try act(&text)
        _ = try OwnTopics(text: text.text, file: Self.file)
        if text.text != before { try RewrittenFile(path).write(Array(text.text.utf8)) }
    }

    /// What a new file begins with.
    private static let heading = """
        # What this school adds to topics and takes away from them; it wins over Config/topics/LANGUAGE.yaml. Languages, below them
        # topics, below these lists: names, narrow, wide, unsure, company, not, away. See 'gleaner topics --help'.

        """
}
