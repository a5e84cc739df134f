import Topics

/// The text of `Config/topics.yaml`, changed by a word at a time: comments and all that somebody wrote by hand stay as they are.
public struct OwnTopicsText: Sendable {
    /// Where a word stands.
    public struct Place: Hashable, Sendable {
        /// The language's tag.
        public var language: String
        /// The topic's id.
        public var topic: String
        /// The list: names, narrow, wide, unsure, company, not, away.
        public var list: String

        /// A place by its parts.
        package init(language: String, topic: String, list: String) {
            self.language = language
            self.topic = topic
            self.list = list
        }
    }

    /// The names of the lists.
    public static let lists = ["names", "narrow", "wide", "unsure", "company", "not", "away"]

    /// What the list of a part of a topic begins with; the part's key follows.
    public static let partPrefix = "part-"

    private var lines: [String]

    /// A text; empty where there is no file yet.
    public init(_ text: String) {
        lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { String($0) }
        while lines.last?.isEmpty == true { lines.removeLast() }
    }

    /// The whole text.
    public var text: String { lines.joined(separator: "\n") + "\n" }

    /// Adds a word to a list. Gives false where the list is written in a way that is not understood: then nothing is changed.
    public mutating func add(_ word: String, to place: Place) -> Bool {
        guard let language = line(of: place.language, indent: 0, in: lines.indices) else {
            lines += ["\(Self.quoted(place.language)):"] + Self.lines(word, place)
            return true
        }
        let topics = block(below: language, indent: 0)
        guard let topic = line(of: place.topic, indent: 2, in: topics) else {
            lines.insert(contentsOf: Self.lines(word, place), at: language + 1)
            return true
        }
        let parts = block(below: topic, indent: 2)
        guard let list = line(of: place.list, indent: 4, in: parts) else {
            lines.insert("    \(place.list): [\(Self.quoted(word))]", at: topic + 1)
            return true
        }
        guard let close = lines[list].lastIndex(of: "]"), let open = lines[list].firstIndex(of: "[") else {
            return false
        }
        let isEmpty = lines[list][lines[list].index(after: open)..<close].allSatisfy { $0.isWhitespace }
        lines[list].replaceSubrange(close..<close, with: (isEmpty ? "" : ", ") + Self.quoted(word))
        return true
    }

    /// Takes a word out of a list. Gives whether it stood there and is gone.
    public mutating func remove(_ word: String, from place: Place) -> Bool {
        guard let language = line(of: place.language, indent: 0, in: lines.indices),
            let topic = line(of: place.topic, indent: 2, in: block(below: language, indent: 0)),
            let list = line(of: place.list, indent: 4, in: block(below: topic, indent: 2)),
            let (open, close) = Self.brackets(of: lines[list])
        else { return false }
        let key = PhraseKey(word, language: place.language)
        let words = lines[list][lines[list].index(after: open)..<close].split(separator: ",").map { part in
            String(part.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
        }
        let left = words.filter { PhraseKey($0, language: place.language) != key }
        guard left.count < words.count else { return false }
        lines[list].replaceSubrange(lines[list].index(after: open)..<close, with: left.joined(separator: ", "))
        return true
    }

    private static func lines(_ word: String, _ place: Place) -> [String] {
        ["  \(quoted(place.topic)):", "    \(place.list): [\(quoted(word))]"]
    }

    /// The brackets of a list that is written on one line; nil: it is written in another way.
    private static func brackets(of line: String) -> (open: String.Index, close: String.Index)? {
        guard let colon = line.firstIndex(of: ":"),
            let open = line[line.index(after: colon)...].firstIndex(where: { $0 != " " }), line[open] == "["
        else { return nil }
        var quote: Character?
        var index = line.index(after: open)
        while index < line.endIndex {
            let letter = line[index]
            if let own = quote {
                if letter == "\\", own == "\"" {
                    index = line.index(after: index)
                    if index == line.endIndex { return nil }
                } else if letter == own {
                    quote = nil
                }
            } else if letter == "\""
                || letter == "'"
                    && (line[line.index(before: index)] == " " || line[line.index(before: index)] == "["
                        || line[line.index(before: index)] == ",")
            {
                quote = letter
            } else if letter == "]" {
                return (open, index)
            } else if letter == "[" || letter == "#" && line[line.index(before: index)] == " " {
                return nil
            }
            index = line.index(after: index)
        }
        return nil
    }

    /// The line that begins a part of a name, at so many blanks.
    private func line(of name: String, indent: Int, in range: Range<Int>) -> Int? {
        let blanks = String(repeating: " ", count: indent)
        return range.first { number in
            [name, Self.quoted(name), "\"\(name)\"", "'\(name)'"].contains {
                lines[number].hasPrefix("\(blanks)\($0):")
            }
        }
    }

    /// The lines that belong to the one that begins a part.
    private func block(below line: Int, indent: Int) -> Range<Int> {
        let end = lines[(line + 1)...].firstIndex { text in
            let blanks = text.prefix { $0 == " " }.count
            return blanks <= indent && blanks < text.count && text.dropFirst(blanks).first != "#"
        }
        return (line + 1)..<(end ?? lines.count)
    }

    /// A word as YAML reads it again.
    private static func quoted(_ word: String) -> String {
        let isPlain =
            !word.isEmpty && word.allSatisfy { $0.isLetter || $0 == " " || $0 == "-" || $0.isNumber }
            && word.first?.isLetter == true && word.last != " "
            && !["yes", "no", "on", "off", "true", "false", "null", "y", "n"].contains(word.lowercased())
        if isPlain { return word }
        let escaped = word.map { $0 == "\\" || $0 == "\"" ? "\\\($0)" : String($0) }.joined()
        return "\"\(escaped)\""
    }
}
