import TestSupport

/// Makes an input out of others: cut, spliced, repeated, with bits turned over and words put in.
struct Mutation {
    /// The longest input, in bytes. Some are long, so that what grows faster than its input shows.
    static let longest = 65_536
    private static let usual = 8_192

    private var random: SeededRandom

    /// A mutation; the same seed makes the same input.
    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    /// An input for a loop.
    mutating func input(of loop: FuzzLoop) -> [UInt8] {
        var bytes = loop.seeds.isEmpty ? [] : random.pick(loop.seeds)
        // Now and then a sound input goes as it is, and now and then nothing of one is left.
        if random.chance(0.02) { return bytes }
        if random.chance(0.03) { bytes = (0..<random.number(0...300)).map { _ in UInt8(random.number(0...255)) } }
        for _ in 0..<random.number(1...6) { change(&bytes, loop) }
        if random.chance(0.01), !bytes.isEmpty { lengthen(&bytes) }
        return Array(bytes.prefix(bytes.count > Self.usual && !random.chance(0.2) ? Self.usual : Self.longest))
    }

    private mutating func change(_ bytes: inout [UInt8], _ loop: FuzzLoop) {
        let place = random.number(0...bytes.count)
        switch random.number(0...11) {
        case 0 where !bytes.isEmpty: bytes[index(of: bytes)] ^= 1 << UInt8(random.number(0...7))
        case 1 where !bytes.isEmpty: bytes[index(of: bytes)] = UInt8(random.number(0...255))
        case 2: bytes.removeSubrange(span(of: bytes, atMost: 8))
        case 3: bytes.removeSubrange(span(of: bytes, atMost: 400))
        case 4: bytes = Array(bytes.prefix(place))
        case 5:
            let copy = Array(bytes[span(of: bytes, atMost: 200)])
            for _ in 0..<random.number(1...4) { bytes.insert(contentsOf: copy, at: place) }
        case 6 where loop.seeds.count > 1:
            // The beginning of one, the end of another.
            let other = random.pick(loop.seeds)
            bytes = Array(bytes.prefix(place)) + other.dropFirst(random.number(0...other.count))
        case 7: number(in: &bytes)
        case 8: bytes.insert(contentsOf: Self.odd[random.number(0...(Self.odd.count - 1))].utf8, at: place)
        default:
            guard !loop.words.isEmpty else { return bytes.append(UInt8(random.number(0...255))) }
            let word = Array(random.pick(loop.words).utf8)
            if random.chance(0.5) {
                bytes.insert(contentsOf: word, at: place)
            } else {
                bytes.replaceSubrange(span(of: bytes, atMost: 12), with: word)
            }
        }
    }

    /// What programs stumble over in any text.
    private static let odd = [
        "\0", "\u{1B}[2J", "\u{7F}", "\u{85}", "\u{200B}", "\u{202E}", "\u{2028}", "\u{FEFF}", "\u{FFFF}",
        "e\u{301}\u{301}",
        "\u{301}", "🏳️‍🌈", "ﷺ", "ß", "İ", "\r", "\n", "\r\n", "\t", "\\", "\"", "'", "%s", "..", "-0", "+1", "1e999",
        "NaN",
        "0x10", "٣", "９", "\u{10FFFF}",
    ]

    private mutating func index(of bytes: [UInt8]) -> Int { random.number(0...(bytes.count - 1)) }

    private mutating func span(of bytes: [UInt8], atMost length: Int) -> Range<Int> {
        let start = random.number(0...bytes.count)
        return start..<min(bytes.count, start + random.number(0...length))
    }

    /// Puts another number in the place of one.
    private mutating func number(in bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        let from = index(of: bytes)
        guard let start = bytes[from...].firstIndex(where: { (0x30...0x39).contains($0) }) else { return }
        let end = bytes[start...].firstIndex { !(0x30...0x39).contains($0) } ?? bytes.count
        let numbers = [
            "0", "1", "-1", "13", "99", "255", "65536", "2147483648", "4294967295", "9223372036854775807",
            "9223372036854775808", "18446744073709551616", "0.5", "1e-400", "0000000000000000000001",
        ]
        bytes.replaceSubrange(start..<end, with: random.pick(numbers).utf8)
    }

    /// The same piece over and over.
    private mutating func lengthen(_ bytes: inout [UInt8]) {
        let piece = Array(bytes[span(of: bytes, atMost: 60)])
        guard !piece.isEmpty else { return }
        let times = random.number(10...4_000)
        let place = random.number(0...bytes.count)
        var many: [UInt8] = []
        for _ in 0..<times where many.count < Self.longest { many += piece }
        bytes.insert(contentsOf: many, at: place)
    }
}
