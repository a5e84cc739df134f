/// Writes JSON byte by byte: the texts of all items go through here once a run, which the coders of Foundation would
/// take seconds for.
struct JSONBytes {
    private(set) var bytes: [UInt8] = []

    init() {}

    mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// JSON that is there already.
    mutating func json(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func number(_ value: some BinaryInteger) { bytes.append(contentsOf: String(value).utf8) }

    /// The shortest text that reads back as the number; `null` for what JSON has no word for.
    mutating func number(_ value: Float) {
        if value.isFinite { bytes.append(contentsOf: value.description.utf8) } else { raw("null") }
    }

    mutating func string(_ text: String) {
        bytes.append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22, 0x5C: bytes += [0x5C, byte]
            case 0x0A: raw("\\n")
            case 0x09: raw("\\t")
            case 0..<0x20:
                raw("\\u00")
                for digit in [byte >> 4, byte & 15] { bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }

    mutating func list<Element>(
        _ values: some Sequence<Element>, _ write: (inout JSONBytes, Element) -> Void
    ) {
        var isFirst = true
        bytes.append(0x5B)
        for value in values {
            if !isFirst { bytes.append(0x2C) }
            isFirst = false
            write(&self, value)
        }
        bytes.append(0x5D)
    }

    mutating func newline() { bytes.append(0x0A) }
}

extension JSONBytes {
    /// The columns as an object: a list for each.
    mutating func columns(_ table: ColumnTable) {
        raw("{")
        for (number, column) in table.columns.enumerated() {
            if number > 0 { raw(",") }
            string(column.name)
            raw(":")
            values(column.values, rows: table.rows)
        }
        raw("}")
    }

    private mutating func values(_ values: ColumnTable.Values, rows: Int) {
        switch values {
        case .numbers(let values): list(values) { $0.number($1) }
        case .wholes(let values): list(values) { $0.number($1) }
        case .texts(let values): list(values) { $0.string($1) }
        case .lists(let values): list(values) { output, list in output.list(list) { $0.string($1) } }
        case .phrases(let values):
            list(values) { output, phrases in
                output.list(phrases) { output, phrase in
                    output.raw("[")
                    output.string(phrase.text)
                    output.raw(",")
                    output.number(phrase.strength)
                    output.raw("]")
                }
            }
        case .items(let values):
            list(values) { output, items in
                output.list(items) { output, item in
                    output.raw("[")
                    output.number(item.item)
                    output.raw(",")
                    output.number(item.strength)
                    output.raw("]")
                }
            }
        case .vectors(let dimensions, let values):
            list(0..<rows) { output, row in
                output.list(values[(row * dimensions)..<((row + 1) * dimensions)]) { $0.number($1) }
            }
        }
    }
}
