import TestSupport
import Testing

@testable import Ranking

/// Reading numbers and lines of a scorer, fast and right.
struct JSONScannerTests {
    private func number(_ text: String) throws -> Double {
        var scanner = JSONScanner(Array(text.utf8))
        let value = try scanner.numberOrNull()
        let isDone = scanner.isAtEnd()
        #expect(isDone)
        return value
    }

    @Test func everyNumberReadsAsTheLanguageReadsIt() throws {
        var random = SeededRandom(seed: 1)
        for _ in 0..<20_000 {
            let value: Double
            switch random.number(0...3) {
            case 0: value = Double(bitPattern: UInt64.random(in: .min ... .max, using: &random))
            case 1: value = Double(random.number(0...1_000_000)) / 1_000_000
            case 2: value = Double(Float(random.number(0...1_000)) / 999)
            default: value = Double.random(in: 0...1, using: &random)
            }
            guard value.isFinite else { continue }
            let read = try number("\(value)")
            #expect(read == value, "\(value)")
        }
    }

    @Test(arguments: [
        ("0", 0.0), ("1", 1), ("-0.5", -0.5), ("0.000123", 0.000123), ("1e300", 1e300), ("1E-5", 1e-5),
        ("0.30000000000000004", 0.30000000000000004),
        ("123456789012345678901234567890", 123_456_789_012_345_677_877_719_597_056),
        ("0.00000000000000000000000000001", 1e-29),
    ])
    func numbersOfAllLengths(text: String, value: Double) throws { #expect(try number(text) == value) }

    @Test(arguments: [
        "-", ".", "1.2.3", "NaN", "-Infinity", "-nan", "0x1p3", "Infinity", "nul", "true", "\"1\"", "[1]", "{}", "",
        "1a", "+1e",
    ])
    func whatIsNoNumberIsRefused(text: String) {
        var scanner = JSONScanner(Array((text + ",").utf8))
        #expect(throws: AnswerFault.self) {
            _ = try scanner.numberOrNull()
            try scanner.expect(0x2C, "','")
        }
    }

    @Test func nothingOfAnyBytesMakesItFall() {
        var random = SeededRandom(seed: 2)
        let good = Array(
            #"{"type":"scores","batch":1,"scores":[[0.5,null,1e-3],[1,0,0.25]],"more":{"a":["\"x",true]}}"#.utf8)
        for _ in 0..<5_000 {
            var line = good
            for _ in 0..<random.number(1...4) {
                let place = random.number(0...(line.count - 1))
                switch random.number(0...2) {
                case 0: line[place] = UInt8.random(in: .min ... .max, using: &random)
                case 1: line.remove(at: place)
                default: line.insert(UInt8.random(in: 0x20...0x7E, using: &random), at: place)
                }
            }
            var values = [Float](repeating: .nan, count: 6)
            var span = values.mutableSpan
            // Either it is read or it is refused; a number outside of 0…1 is never let in.
            try? ScoresAnswer.read(json: line, batch: 1, learners: 2, items: 3, into: &span, from: 0)
            #expect(values.allSatisfy { $0.isNaN || (0...1).contains($0) })
        }
    }

    @Test func deepNestingIsRefused() {
        let line = #"{"x":"# + String(repeating: "[", count: 100_000)
        var scanner = JSONScanner(Array(line.utf8))
        #expect(throws: AnswerFault.self) { try scanner.skip() }
    }
}
