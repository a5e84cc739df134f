/// Writes a frame of binary columns: little-endian, everything at a multiple of four bytes; see `Plugins/PROTOCOL.md`.
struct FrameBytes {
    /// What a frame is.
    enum Kind: UInt8 {
        case items = 1
        case ready = 2
        case score = 3
        case scores = 4
        case askEvidence = 5
        case evidence = 6
        case goodbye = 7
        case error = 8
    }

    /// The bytes before a frame's body: its length, its kind, three zeros.
    static let header = 8

    private(set) var bytes: [UInt8] = []

    init(_ kind: Kind) { bytes = [0, 0, 0, 0, kind.rawValue, 0, 0, 0] }

    /// The whole frame, its length filled in.
    var finished: [UInt8] {
        var frame = bytes
        let length = UInt32(clamping: frame.count - Self.header)
        for byte in 0..<4 { frame[byte] = UInt8(truncatingIfNeeded: length >> (8 * UInt32(byte))) }
        return frame
    }

    mutating func whole(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: value).littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func number(_ value: Float) { whole(value.bitPattern) }

    private mutating func pad() {
        while !bytes.count.isMultiple(of: 4) { bytes.append(0) }
    }

    /// Rows, columns, and then the columns.
    mutating func table(_ table: ColumnTable) {
        whole(table.rows)
        whole(table.columns.count)
        for column in table.columns { append(column, rows: table.rows) }
    }

    private mutating func append(_ column: ColumnTable.Column, rows: Int) {
        let name = Array(column.name.utf8.prefix(255))
        bytes += [Self.kind(column.values), UInt8(name.count), 0, 0]
        let lengthAt = bytes.count
        whole(0)
        bytes += name
        pad()
        let start = bytes.count
        values(column.values, rows: rows)
        let length = UInt32(clamping: bytes.count - start)
        for byte in 0..<4 { bytes[lengthAt + byte] = UInt8(truncatingIfNeeded: length >> (8 * UInt32(byte))) }
        pad()
    }

    private static func kind(_ values: ColumnTable.Values) -> UInt8 {
        switch values {
        case .numbers: 1
        case .wholes: 2
        case .texts: 3
        case .lists: 4
        case .phrases: 5
        case .items: 6
        case .vectors: 7
        }
    }

    private mutating func values(_ values: ColumnTable.Values, rows: Int) {
        switch values {
        case .numbers(let values): values.forEach { number($0) }
        case .wholes(let values): values.forEach { whole($0) }
        case .texts(let values): texts(values)
        case .lists(let values):
            starts(values.map { $0.count })
            texts(values.flatMap { $0 })
        case .phrases(let values):
            starts(values.map { $0.count })
            for phrase in values.joined() { number(phrase.strength) }
            texts(values.joined().map { $0.text })
        case .items(let values):
            starts(values.map { $0.count })
            for item in values.joined() { number(item.strength) }
            for item in values.joined() { whole(item.item) }
        case .vectors(let dimensions, let values):
            whole(dimensions)
            values.forEach { number($0) }
        }
    }

    /// Where each begins, and where the last ends.
    private mutating func starts(_ counts: [Int]) {
        var start = 0
        whole(start)
        for count in counts {
            start += count
            whole(start)
        }
    }

    private mutating func texts(_ texts: [String]) {
        starts(texts.map { $0.utf8.count })
        for text in texts { bytes.append(contentsOf: text.utf8) }
    }

    /// Bytes as they are.
    mutating func append(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }
}
