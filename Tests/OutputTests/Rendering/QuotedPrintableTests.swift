import Testing
import TestSupport

@testable import Output

@Suite("Quoted-printable")
struct QuotedPrintableTests {
    /// The rules byte by byte (RFC 2045 6.7), as plainly as they can be written.
    private static func plainly(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var column = 0
        for (index, byte) in text.enumerated() {
            if byte == 0x0A {
                output += [0x0D, 0x0A]
                column = 0
                continue
            }
            let isLast = index + 1 == text.count || text[index + 1] == 0x0A
            func piece() -> [UInt8] {
                let isBlank = byte == 0x20 || byte == 0x09
                let isPlain = (0x21...0x7E).contains(byte) && byte != 0x3D
                let changes = column == 0 && (byte == 0x2E || byte == 0x46)
                if (isPlain && !changes) || (isBlank && !isLast) { return [byte] }
                let digits = Array("0123456789ABCDEF".utf8)
                return [0x3D, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
            if column + piece().count > (isLast ? 76 : 75) {
                output += [0x3D, 0x0D, 0x0A]
                column = 0
            }
            output += piece()
            column += piece().count
        }
        return output
    }

    @Test("is what the rules say, for runs of any length and bytes of any kind")
    func rules() {
        var random = SeededRandom(seed: 41)
        let kinds: [[UInt8]] = [
            Array("abcdefgh".utf8), Array(" .F=\t\n".utf8), [0x00, 0x7F, 0x80, 0xFF, 0x1F, 0x3C, 0x3E],
            Array("  ".utf8),
            [0xE2, 0x80, 0x93], Array("F".utf8), Array("\n".utf8),
        ]
        for _ in 0..<2_000 {
            var text: [UInt8] = []
            for _ in 0..<random.number(0...12) {
                let kind = random.pick(kinds)
                text += (0..<random.number(1...90)).map { _ in random.pick(kind) }
            }
            #expect(QuotedPrintable.encoded(text) == Self.plainly(text))
        }
    }

    @Test("the worst of texts have room", arguments: [UInt8(ascii: "F"), 0xFF, 0x20, UInt8(ascii: "="), 0x0A])
    func worst(byte: UInt8) {
        for count in [1, 7, 8, 9, 75, 76, 77, 1_000, 10_000] {
            let text = [UInt8](repeating: byte, count: count)
            #expect(QuotedPrintable.encoded(text) == Self.plainly(text))
            let lines = (0..<count).flatMap { _ in [byte, UInt8(0x0A)] }
            #expect(QuotedPrintable.encoded(lines) == Self.plainly(lines))
        }
    }

    @Test("eight bytes at once: none that is looked for is missed, and plain letters are never found")
    func eight() {
        for byte in UInt8.min...UInt8.max {
            for place in 0..<11 {
                var text = [UInt8](repeating: UInt8(ascii: "x"), count: 11)
                text[place] = byte
                let isPlain = (0x20...0x7E).contains(byte) && byte != 0x3D
                #expect((EightBytes.count(in: text) { $0.notPlain } == 0) == isPlain)
                #expect(EightBytes.count(in: text) { $0.notASCII } == (byte >= 0x80 ? 1 : 0))
            }
        }
    }
}
