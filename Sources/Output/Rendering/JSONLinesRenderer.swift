import Content

/// Renders lists as JSON Lines for programs: one object a list, its keys always in the same order.
///
/// Keys: `edition`, `listCode`, `role`, `learner`, `name`, `class`, `language`, `made`, `items` (`place`, `code`, `title`, `url`,
/// `feed`, `minutes`, `level`, `language`, `side`, `summary`, `reasons`, `difficulty`), `dial`, `didNotSpeak`, `notices`. Texts are whole;
/// absent values are `null`. A reason of more than a third of the items stands once among the notices, with their places.
public struct JSONLinesRenderer: Sendable {
    private let words: FixedWords
    private let reasons: ReasonWording

    /// A renderer with a school's wordings.
    package init(words: FixedWords, reasons: ReasonWording) {
        self.words = words
        self.reasons = reasons
    }

    /// One line for each document, each ending in LF.
    public func render(_ documents: [ListDocument]) -> [UInt8] {
        var output = JSONText()
        for document in documents {
            write(document, to: &output)
            output.raw("\n")
        }
        return output.bytes
    }

    private func write(_ document: ListDocument, to output: inout JSONText) {
        output.raw("{\"edition\":")
        output.string(document.edition.description)
        output.raw(",\"listCode\":")
        output.string(document.listCode)
        output.raw(",\"role\":")
        output.string(document.role.rawValue)
        output.raw(",\"learner\":")
        output.string(document.learner?.rawValue)
        output.raw(",\"name\":")
        output.string(document.learnerName)
        output.raw(",\"class\":")
        output.string(document.className)
        output.raw(",\"language\":")
        output.string(WordingFolder.primary(document.language))
        output.raw(",\"made\":")
        output.string(document.made.iso)
        output.raw(",\"items\":")
        let spoken = DocumentFields(document, words: words, reasons: reasons)
        output.array(Array(document.lines.enumerated())) {
            write($0.element, spoken.reasonsAlone(at: $0.offset), to: &$1)
        }
        output.raw(",\"dial\":\(document.dial.map { "\($0.rawValue)" } ?? "null"),\"didNotSpeak\":")
        output.array(document.silentScorers) { $1.string($0) }
        output.raw(",\"notices\":")
        let remarks =
            document.lines.isEmpty ? document.notices.map { spoken.notice($0) } : spoken.answers + spoken.remarks
        output.array(remarks) { $1.string($0) }
        output.raw("}")
    }

    private func write(_ line: ListDocument.Line, _ reasons: [String], to output: inout JSONText) {
        output.raw("{\"place\":\(line.place),\"code\":")
        output.string(line.code.rawValue)
        output.raw(",\"title\":")
        output.string(line.title)
        output.raw(",\"url\":")
        output.string(line.url)
        output.raw(",\"feed\":")
        output.string(line.feedTitle)
        output.raw(",\"minutes\":\(line.minutes.map { "\($0)" } ?? "null"),\"level\":")
        output.number(line.level)
        output.raw(",\"language\":")
        output.string(line.language)
        output.raw(",\"side\":")
        output.string(line.side.rawValue)
        output.raw(",\"summary\":")
        output.string(line.summary)
        output.raw(",\"reasons\":")
        output.array(reasons) { $1.string($0) }
        output.raw(",\"difficulty\":")
        output.string(line.difficulty?.rawValue)
        output.raw("}")
    }
}

/// JSON written straight to bytes, so that the order of keys is the order of writing.
struct JSONText {
    /// What was written.
    private(set) var bytes: [UInt8] = []

    /// Writes text that is JSON already.
    mutating func raw(_ text: String) { bytes += text.utf8 }

    /// Writes a string with what must be escaped, or `null`. Line separators are escaped too: some readers of JSON
    /// Lines split at them.
    mutating func string(_ text: String?) {
        guard var text else { return raw("null") }
        bytes.append(UInt8(ascii: "\""))
        // What needs no escaping, which is nearly all, goes over in whole runs.
        text.withUTF8 { source in
            var start = 0
            var place = 0
            while place < source.count {
                let (scalar, length) = Self.escaped(source, at: place)
                if let scalar {
                    bytes += source[start..<place]
                    escape(scalar)
                    start = place + length
                }
                place += length
            }
            bytes += source[start...]
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// The scalar at a place where it must be escaped, and how many bytes to go on by.
    private static func escaped(_ source: UnsafeBufferPointer<UInt8>, at place: Int) -> (scalar: UInt32?, length: Int) {
        let byte = source[place]
        switch byte {
        case 0..<0x20, 0x22, 0x5C, 0x7F: return (UInt32(byte), 1)
        // U+0080 to U+009F, and the two line separators; what follows a first byte is there in valid UTF-8.
        case 0xC2 where source[place + 1] < 0xA0: return (UInt32(source[place + 1]), 2)
        case 0xE2 where source[place + 1] == 0x80 && (0xA8...0xA9).contains(source[place + 2]):
            return (0x2000 + UInt32(source[place + 2] & 0x3F), 3)
        default: return (nil, 1)
        }
    }

    private mutating func escape(_ scalar: UInt32) {
        switch scalar {
        case 0x22: raw("\\\"")
        case 0x5C: raw("\\\\")
        case 0x0A: raw("\\n")
        case 0x0D: raw("\\r")
        case 0x09: raw("\\t")
        default:
            let hex = String(scalar, radix: 16)
            raw("\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex)
        }
    }

    /// Writes a number with at most two decimals, or `null`.
    mutating func number(_ value: Double?) {
        guard let value, value.isFinite, value.magnitude < 1e12 else { return raw("null") }
        let hundredths = Int64((value * 100).rounded())
        let sign = hundredths < 0 ? "-" : ""
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return raw("\(sign)\(whole)") }
        raw(rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)")
    }

    /// Writes an array, its elements by a closure.
    mutating func array<Element>(_ elements: [Element], _ write: (Element, inout JSONText) -> Void) {
        raw("[")
        for (index, element) in elements.enumerated() {
            if index > 0 { raw(",") }
            write(element, &self)
        }
        raw("]")
    }
}
