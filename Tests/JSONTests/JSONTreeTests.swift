import Content
import Foundation
import Testing
import TestSupport

@testable import JSON

@Suite("What was written as JSON is read")
struct JSONTreeTests {
    private struct Sample: Codable, Hashable {
        var text: String
        var texts: [String]
        var number: Double
        var whole: Int
        var small: Int8
        var wide: UInt64
        var yes: Bool
        var missing: Double?
        var there: Double?
        var map: [String: Int]
        var nested: [[Bool]]
        var evidence: [Reason]
    }

    private static let letters = ["a", "\"", "\\", "/", "\n", "\t", "\u{1}", "é", "語", "🦊", "{", "]", ":", ",", " "]

    private static func text(_ random: inout SeededRandom) -> String {
        (0..<random.number(0...12)).map { _ in random.pick(letters) }.joined()
    }

    private static func number(_ random: inout SeededRandom) -> Double {
        switch random.number(0...4) {
        case 0: Double(random.number(-9...9))
        case 1: random.tenth(-20...20)
        case 2: Double.random(in: -1...1, using: &random)
        case 3: Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &random)).magnitude.nextDown
        default: Double.random(in: -1...1, using: &random) * 1e-30
        }
    }

    private static func sample(_ random: inout SeededRandom) -> Sample {
        let number = number(&random)
        let term = MatchedTerm(phrase: text(&random), words: [text(&random)], source: .need, origin: .guardian)
        return Sample(
            text: text(&random), texts: (0..<random.number(0...3)).map { _ in text(&random) },
            number: number.isFinite ? number : 0, whole: random.pick([0, -1, .max, .min, 42]),
            small: random.pick([.min, .max, 0]), wide: random.pick([0, .max]), yes: random.chance(0.5), missing: nil,
            there: random.chance(0.5) ? 0.1 : nil, map: [text(&random): random.number(0...9)],
            nested: [[], [true], [false, true]],
            evidence: [
                .scored(scorer: text(&random), evidence: .terms([term])), .bestLeft, .pinned(by: "", assigned: true),
                .stretch(item: 5.5, learner: 4), .scored(scorer: "x", evidence: .age(days: 1 / 3)),
            ])
    }

    @Test("as Foundation's decoder reads it, for any value, pretty or not")
    func agrees() throws {
        var random = SeededRandom(seed: 6)
        for round in 0..<500 {
            let sample = Self.sample(&random)
            let encoder = JSONEncoder()
            encoder.outputFormatting = round % 2 == 0 ? [.sortedKeys] : [.prettyPrinted, .withoutEscapingSlashes]
            let text = String(decoding: try encoder.encode(sample), as: UTF8.self)
            #expect(try JSONText.value(Sample.self, of: text, rules: .own) == sample)
            #expect(try JSONDecoder().decode(Sample.self, from: Data(text.utf8)) == sample)
        }
    }

    @Test("a text that was cut off or changed is an error or a value, never a crash")
    func hostile() throws {
        var random = SeededRandom(seed: 7)
        for _ in 0..<300 {
            let text = String(decoding: try JSONEncoder().encode(Self.sample(&random)), as: UTF8.self)
            let cut = String(decoding: text.utf8.prefix(random.number(0...(text.utf8.count - 1))), as: UTF8.self)
            #expect(throws: (any Error).self) { try JSONText.value(Sample.self, of: cut) }
            var bytes = Array(text.utf8)
            bytes[random.number(0...(bytes.count - 1))] = UInt8(random.number(0x20...0x7E))
            _ = try? JSONText.value(Sample.self, of: bytes)
        }
    }

    @Test(
        "what is not JSON, or not what was asked for, is an error",
        arguments: [
            "", " ", "[", "[1,]", "[1 2]", "{\"a\":1}", "[\"a\"]", "[1e999999999999]x", "[99999999999999999999]",
            "[1.5]",
            "[--1]", "[-]", "[2.0]", "[2e1]", "[01]", "[1.]", "[+1]", "[.5]", "[\u{B}1]", "nul", "[\"\\u12\"]",
            "[1e999]", String(repeating: "[", count: 100_000),
        ])
    func wrong(text: String) {
        #expect(throws: (any Error).self) { try JSONText.value([Int].self, of: text, rules: .own) }
    }

    @Test("escapes are letters again, those of two halves too")
    func escapes() throws {
        let text = #"["\u00e9\ud83e\udd8a\/\"\\\b\f\n\r\t"]"#
        #expect(try JSONText.value([String].self, of: text) == ["é🦊/\"\\\u{8}\u{C}\n\r\t"])
        #expect(throws: (any Error).self) { try JSONText.value([String].self, of: #"["\ud83e"]"#) }
    }
}
