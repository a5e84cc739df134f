import Foundation
import TestSupport
import Testing

@testable import JSON

@Suite("What is encoded is what Foundation's encoder writes, to the byte")
struct EncodingTests {
    private static func judge(
        _ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    ) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private func expectSame(_ value: some Encodable, _ source: SourceLocation = #_sourceLocation) throws {
        let judged = try Self.judge(value)
        #expect(try JSONText.of(value) == judged, sourceLocation: source)
    }

    @Test("for any value", arguments: 0..<20 as Range<UInt64>)
    func anyValue(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<200 {
            let value = AnyJSON.any(&random)
            #expect(try JSONText.of(value) == Self.judge(value))
            #expect(try JSONText.of(value, style: .escapedSlashes) == Self.judge(value, .sortedKeys))
        }
    }

    private enum Kind: String, Codable, CodingKeyRepresentable { case b, a, c }
    private enum Plain: String, Codable { case only }

    @Test("for numbers of all widths and dictionaries of all keys")
    func shapes() throws {
        try expectSame([
            1.0, 0.1, 1e21, -0.0, 1e16, 1e-7, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 123_456_789_012_345_680,
        ])
        try expectSame([Float(1), 0.1, 1e21, 16_777_216])
        try expectSame([Int8.min, .max])
        try expectSame([UInt64.max, 0])
        try expectSame([Int16.min])
        try expectSame([UInt32.max])
        try expectSame([10: "x", 9: "y", -1: ""])
        try expectSame([Kind.b: 1, .a: 2, .c: 3])
        try expectSame([Plain.only: 1])
        try expectSame(["é": 1, "z": 2, "Z": 3, "a10": 4, "a9": 5, "🦊": 6, "\u{FB01}": 7, "": 8])
        try expectSame([Int?.none, 1])
        try expectSame(Int?.none)
        try expectSame("alone")
        try expectSame(Plain.only)
        try expectSame([[String]]())
        try expectSame([[String: [Int]]]())
        try expectSame([[:], ["b": [], "a": [[]]]] as [[String: [[Int]]]])
        try expectSame((0..<300).map { "\($0)" })
    }

    /// Writes its parts in turns, which only an encoder that keeps them apart gets right.
    private struct Interleaved: Encodable {
        enum Key: String, CodingKey { case z, list, inner, a, deep, base }

        func encode(to encoder: any Encoder) throws {
            var object = encoder.container(keyedBy: Key.self)
            var inner = object.nestedContainer(keyedBy: Key.self, forKey: .inner)
            try object.encode(1, forKey: .z)
            var list = object.nestedUnkeyedContainer(forKey: .list)
            try inner.encode("x", forKey: .z)
            try list.encode(1)
            try object.encodeNil(forKey: .a)
            var deep = list.nestedContainer(keyedBy: Key.self)
            try list.encode(["k": 2.5])
            var deeper = list.nestedUnkeyedContainer()
            try inner.encode([true], forKey: .a)
            try deep.encode("y", forKey: .deep)
            try deeper.encode(Float(0.5))
            try list.encodeNil()
            try [1, 2].encode(to: object.superEncoder(forKey: .base))
            try "s".encode(to: object.superEncoder())
            try "t".encode(to: list.superEncoder())
            try inner.encode(3, forKey: .deep)
            #expect(list.count == 6)
        }
    }

    private class Base: Encodable {
        var zeta = 1
    }

    private final class Derived: Base {
        enum Key: String, CodingKey { case alpha, zeta }

        override func encode(to encoder: any Encoder) throws {
            var object = encoder.container(keyedBy: Key.self)
            try object.encode("a", forKey: .alpha)
            try super.encode(to: encoder)
            try object.encode(2, forKey: .alpha)
        }
    }

    private struct Silent: Encodable {
        func encode(to encoder: any Encoder) {}
    }

    private struct Forgiving: Encodable {
        func encode(to encoder: any Encoder) throws {
            var list = encoder.unkeyedContainer()
            try list.encode(1)
            try? list.encode([2, Double.nan])
            try list.encode(["a": [3]])
        }
    }

    @Test("for containers that are written in turns, inherited from, empty or given up")
    func containers() throws {
        try expectSame(Interleaved())
        try expectSame([Interleaved(), Interleaved()])
        try expectSame(["x": Derived()])
        try expectSame([Silent(), Silent()])
        try expectSame(["a": Silent()])
        #expect(try JSONText.of(Forgiving()) == #"[1,{"a":[3]}]"#)
    }

    private struct Twofold: Encodable {
        func encode(to encoder: any Encoder) throws {
            var list = encoder.unkeyedContainer()
            try list.encode(1)
            var single = encoder.singleValueContainer()
            try single.encode(2)
        }
    }

    @Test("what cannot be written is an error of the same words")
    func errors() {
        for value in [Double.nan, .infinity, -.infinity] {
            #expect(
                Self.error { try JSONText.of([["x": [1, value]]]) }
                    == Self.error { try Self.judge([["x": [1, value]]]) })
            #expect(Self.error { try JSONText.of(value) } == Self.error { try Self.judge(value) })
            #expect(Self.error { try JSONText.of([Float(value)]) } == Self.error { try Self.judge([Float(value)]) })
        }
        #expect(Self.error { try JSONText.of(Silent()) } == Self.error { try Self.judge(Silent()) })
        #expect(throws: EncodingError.self) { try JSONText.of([Twofold()]) }
    }

    private static func error(_ body: () throws -> String) -> String {
        do { return "none: \(try body())" } catch { return "\(error)" }
    }
}
