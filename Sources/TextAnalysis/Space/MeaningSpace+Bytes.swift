extension MeaningSpace {
    /// The first byte of the form that ``bytes`` writes; another form has another.
    private static let form: UInt8 = 1

    /// The space as bytes, little end first, to be stored.
    public var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.bytes.append(Self.form)
        writer.append(UInt32(dimensions))
        writer.append(UInt32(learntFrom))
        writer.append(UInt32(words.count))
        for word in words {
            writer.append(UInt32(word.utf8.count))
            writer.bytes += word.utf8
        }
        for values in [rarity, directions, centre] { writer.append(values) }
        return writer.bytes
    }

    /// Reads what ``bytes`` gave; nil where it is cut short or of another form.
    public init?(bytes: [UInt8]) {
        var reader = ByteReader(bytes: bytes)
        guard reader.byte() == Self.form, let dimensions = reader.number(), let learntFrom = reader.number(),
            let count = reader.number(), dimensions > 0, dimensions % 16 == 0, dimensions <= 1_024,
            count <= bytes.count
        else { return nil }
        var words: [String] = []
        for _ in 0..<count {
            guard let length = reader.number(), let text = reader.take(length) else { return nil }
            words.append(String(decoding: text, as: UTF8.self))
        }
        guard let rarity = reader.floats(count), let directions = reader.floats(count * dimensions),
            let centre = reader.floats(dimensions)
        else { return nil }
        self.init(
            dimensions: dimensions, learntFrom: learntFrom, words: words, rarity: rarity, directions: directions,
            centre: centre)
    }

    /// A place as bytes.
    public static func bytes(of place: [Float]) -> [UInt8] {
        var writer = ByteWriter()
        writer.append(place)
        return writer.bytes
    }

    /// The place of this space that was written as bytes; nil where they are of another length.
    public func place(of bytes: [UInt8]) -> [Float]? {
        guard bytes.count == 4 * dimensions else { return nil }
        var reader = ByteReader(bytes: bytes)
        return reader.floats(dimensions)
    }
}

private struct ByteWriter {
    var bytes: [UInt8] = []

    mutating func append(_ number: UInt32) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ values: [Float]) {
        bytes.reserveCapacity(bytes.count + 4 * values.count)
        for value in values { append(value.bitPattern) }
    }
}

private struct ByteReader {
    let bytes: [UInt8]
    var position = 0

    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, count <= bytes.count - position else { return nil }
        position += count
        return bytes[(position - count)..<position]
    }

    mutating func byte() -> UInt8? { take(1)?.first }

    mutating func number() -> Int? {
        take(4).map { Int($0.withUnsafeBytes { UInt32(littleEndian: $0.loadUnaligned(as: UInt32.self)) }) }
    }

    mutating func floats(_ count: Int) -> [Float]? {
        guard count <= (bytes.count - position) / 4, let slice = take(4 * count) else { return nil }
        return slice.withUnsafeBytes { raw in
            (0..<count).map { index in
                Float(
                    bitPattern: UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)))
            }
        }
    }
}
