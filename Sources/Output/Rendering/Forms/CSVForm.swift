import Content

/// The lists of a class as a table for a spreadsheet: one row an article and learner (RFC 4180, UTF-8 with its mark).
enum CSVForm {
    static let columns = [
        "class", "learner_id", "name", "list", "place", "code", "title", "feed", "minutes", "level", "language",
        "address",
        "reason", "notice",
    ]

    static func bytes(of lists: [(document: ListDocument, text: ListInWords)], className: String) -> [UInt8] {
        var output: [UInt8] = [0xEF, 0xBB, 0xBF]
        append(columns, to: &output)
        for (document, text) in lists {
            for (line, item) in zip(document.lines, text.items) {
                append(
                    [
                        className, document.learner?.rawValue ?? "", CleanText.line(document.learnerName, limit: 60),
                        document.listCode, String(item.place), item.code, item.title, item.feed,
                        line.minutes.map { String($0) } ?? "",
                        line.level.map { tenths($0) } ?? "", line.language ?? "", item.url ?? "", item.reason,
                        text.notices.joined(separator: " "),
                    ], to: &output)
            }
        }
        return output
    }

    private static func tenths(_ level: Double) -> String {
        guard level.isFinite, level.magnitude < 1_000 else { return "" }
        let tenths = Int((level * 10).rounded())
        return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }

    private static func append(_ cells: [String], to output: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            output += quoted(cell).utf8
        }
        output += [0x0D, 0x0A]
    }

    /// A cell; a text that a spreadsheet would take for a formula begins with an apostrophe.
    static func quoted(_ cell: String) -> String {
        let isFormula = cell.utf8.first.map { "=+-@\t\r|%".utf8.contains($0) } ?? false
        let safe = isFormula ? "'" + cell : cell
        guard safe.utf8.contains(where: { ",\"\r\n; ".utf8.contains($0) }) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
