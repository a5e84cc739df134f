import Content

/// Who is in which class. Of each class it is one text, as it is kept (``RosterLink``): a district has several hundred thousand of them, and
/// as values of their own they would take most of the memory of an import.
struct OneRosterEnrolments {
    /// The text of a class: a line for each who is in it, its cells parted by tabs.
    private(set) var texts: [String: String] = [:]

    /// The rows of a class.
    func rows(of group: String) -> [OneRosterEnrolment] { texts[group].map { Self.rows($0) } ?? [] }

    /// Adds a row to a class.
    mutating func add(_ row: OneRosterEnrolment, to group: String) {
        let line = "\(row.id)\t\(row.user)\t\(row.isTeacher ? "teacher" : "")\t\(row.span.cells)\n"
        texts[group, default: ""] += line
    }

    /// Takes the text of a class from an earlier import.
    mutating func take(_ text: String, of group: String) { texts[group] = text.hasSuffix("\n") ? text : text + "\n" }

    /// Takes a row away.
    mutating func remove(_ id: String, from group: String) {
        let start = id + "\t"
        texts[group] = texts[group]?.split(separator: "\n").filter { !$0.hasPrefix(start) }.map { $0 + "\n" }.joined()
    }

    /// Takes a class away.
    mutating func remove(_ group: String) { texts[group] = nil }

    /// The class of each row, by its id.
    var groups: [String: String] {
        var groups: [String: String] = [:]
        for (group, text) in texts { for row in Self.rows(text) { groups[row.id] = group } }
        return groups
    }

    /// The text of a class with those alone who are needed, in the order of their ids; empty: there is nobody.
    func text(of group: String, needed: Set<String>) -> String {
        guard let text = texts[group] else { return "" }
        let lines = text.split(separator: "\n").filter { line in
            Self.row(line).map { needed.contains($0.user) } ?? false
        }
        return lines.sorted().joined(separator: "\n")
    }

    private static func rows(_ text: String) -> [OneRosterEnrolment] {
        text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { row(Substring($0)) }
    }

    private static func row(_ line: Substring) -> OneRosterEnrolment? {
        let cells = line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
            Substring($0)
        }
        guard cells.count >= 5 else { return nil }
        return OneRosterEnrolment(
            id: String(cells[0]), user: String(cells[1]), isTeacher: cells[2] == "teacher",
            span: DaySpan(cells[3], cells[4]))
    }
}
