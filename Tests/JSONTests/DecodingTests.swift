import Foundation
import TestSupport
import Testing

@testable import JSON

@Suite("What is decoded is what Foundation's decoder gives, its errors too")
struct DecodingTests {
    private struct Sample: Codable, Hashable {
        var text: String
        var list: [Int]
        var map: [String: Double]?
        var flag: Bool
        var inner: [Inner]
        var kind: Kind?

        struct Inner: Codable, Hashable {
            var small: Int8
            var float: Float
        }

        enum Kind: String, Codable { case one, two }
    }

    private static func told<Value: Decodable & Hashable>(_ body: () throws -> Value) -> (Value?, String) {
        do { return (try body(), "") } catch { return (nil, "\(error)") }
    }

    private func expectSame<Value: Decodable & Hashable>(
        _ type: Value.Type, _ text: String, _ source: SourceLocation = #_sourceLocation
    ) {
        let own = Self.told { try JSONText.value(type, of: text) }
        let judge = Self.told { try JSONDecoder().decode(type, from: Data(text.utf8)) }
        #expect(own.0 == judge.0, "\(text)", sourceLocation: source)
        #expect(own.1 == judge.1, "\(text)", sourceLocation: source)
    }

    private static let values = [
        "null", "true", "false", "0", "-0", "1", "-1", "1.5", "2.0", "2e1", "20e-1", "127", "128", "-129", "1e19",
        "1e400",
        "9223372036854775807", "9223372036854775808", "18446744073709551615", "18446744073709551616",
        "-9223372036854775808", "-9223372036854775809", "0.1", "1e300", "16777217", "12345678901234567890.5",
        "9007199254740993.0", "1200e-2", "1234567890123456789.0", "-0.0", "-12e2",
        "\"\"", "\"one\"", "\"three\"", #""\u00e9\ud83e\udd8a\/\"\\\b\f\n\r\t""#, #""\ud83e""#, #""\udd8a""#, #""\q""#,
        "\"a\nb\"", "[]", "[1]", "[1,2.0]", "[null]", "[\"a\"]", "{}", "{\"a\":1}", "{\"a\":null}", "{\"a\":\"x\"}",
        "[{\"small\":1,\"float\":0.1}]", "[{\"small\":1,\"float\":0.1},{\"small\":300,\"float\":1}]",
        "[{\"small\":\"x\",\"float\":1}]", "[{\"float\":1}]", "[[]]",
    ]

    @Test("for objects whose values are of any kind")
    func anyKind() {
        let good = [
            "text": "\"t\"", "list": "[1,2]", "map": "{\"a\":0.5}", "flag": "true",
            "inner": "[{\"small\":1,\"float\":2}]",
            "kind": "\"two\"",
        ]
        for key in good.keys {
            for value in Self.values {
                var members = good
                members[key] = value
                let text = members.map { "\"\($0)\":\($1)" }.joined(separator: ", ")
                expectSame(Sample.self, "{\(text)}")
            }
            let rest = good.filter { $0.key != key }.map { "\"\($0)\" : \($1)" }.joined(separator: ",\n")
            expectSame(Sample.self, " {\(rest)}\r\n\t")
            expectSame([String: [Sample]].self, "{\"x\":[{\(rest)}]}")
        }
        for value in Self.values {
            expectSame([Int].self, "[\(value)]")
            expectSame([UInt64].self, "[\(value)]")
            expectSame([Double].self, "[\(value)]")
            expectSame([Float].self, "[\(value)]")
            expectSame(String.self, value)
            expectSame([[String: Int]?].self, "[\(value)]")
            expectSame(AnyJSON.self, value)
        }
    }

    private struct Pair: Decodable, Hashable {
        var sum: Int

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            sum = try list.decode(Int.self) + list.decode(Int.self)
        }
    }

    @Test("for lists that are too short, names that stand twice and a mark before the text")
    func corners() {
        expectSame([Pair].self, "[[1,2],[1]]")
        expectSame([String: Int].self, #"{"a":1,"a":2}"#)
        expectSame(Int.self, "\u{FEFF}5")
        expectSame([Double].self, "[1e-400]")
        expectSame([Int].self, #"[1] x"#)
        expectSame([String: Int].self, #"{"\u0061":1}"#)
    }

    @Test("for any JSON, spelled in any way, and none where a byte was changed", arguments: 0..<10 as Range<UInt64>)
    func anyText(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for round in 0..<100 {
            let encoder = JSONEncoder()
            encoder.outputFormatting = round % 2 == 0 ? [.prettyPrinted] : []
            var bytes = Array(try encoder.encode(AnyJSON.any(&random)))
            let judge = try JSONDecoder().decode(AnyJSON.self, from: Data(bytes))
            #expect(try JSONText.value(AnyJSON.self, of: bytes) == judge)
            bytes[random.number(0...(bytes.count - 1))] = UInt8(random.number(0...255))
            let own = try? JSONText.value(AnyJSON.self, of: bytes)
            // What Foundation forgives (a comma before an end, other encodings), ours may refuse; it never takes more.
            if let own { #expect(try JSONDecoder().decode(AnyJSON.self, from: Data(bytes)) == own) }
        }
    }

    @Test(
        "what is not JSON is refused",
        arguments: [
            "", " ", "[1,]", "{\"a\":1,}", "[,1]", "[1 2]", "{\"a\" 1}", "{a:1}", "{'a':1}", "[1]]", "[1", "\"a", "nul",
            "tru",
            "NaN", "[Infinity]", "[01]", "[1.]", "[.5]", "[-]", "[+1]", "[1e]", "[0x1]", "{\"a\":1}\u{0}", "\u{B}1",
            "//\n1",
            "[\"\u{1}\"]", "[\"\\u00g0\"]", "[\"\\x\"]", "[\"\\\"]",
        ])
    func refused(text: String) { #expect(throws: DecodingError.self) { try JSONText.value(AnyJSON.self, of: text) } }

    @Test("invalid UTF-8 is refused where it is read, and outside of strings")
    func encoding() {
        let start = Array("{\"a\":\"".utf8)
        for bad: [UInt8] in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF5, 0x80, 0x80, 0x80]] {
            let text = start + bad + Array("\"}".utf8)
            #expect(throws: DecodingError.self) { try JSONText.value([String: String].self, of: text) }
            #expect(throws: DecodingError.self) {
                try JSONText.value([Int].self, of: Array("[".utf8) + bad + Array("]".utf8))
            }
        }
    }

    @Test("nesting is bounded, as Foundation bounds it for others and less for what was stored")
    func depth() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(throws: Never.self) { try JSONText.value(AnyJSON.self, of: nested(512)) }
        #expect(throws: DecodingError.self) { try JSONText.value(AnyJSON.self, of: nested(513)) }
        #expect(throws: Never.self) { try JSONText.value(AnyJSON.self, of: nested(100), rules: .own) }
        #expect(throws: DecodingError.self) { try JSONText.value(AnyJSON.self, of: nested(101), rules: .own) }
        #expect(throws: DecodingError.self) {
            try JSONText.value(AnyJSON.self, of: String(repeating: "[", count: 1_000_000))
        }
    }

    @Test("two texts say the same however they are spelled")
    func same() throws {
        func isSame(_ left: String, _ right: String) throws -> Bool {
            try JSONTree(Array(left.utf8)).isSame(as: JSONTree(Array(right.utf8)))
        }
        #expect(try isSame(#"{"a":[1,true,null,"é"],"b":{}}"#, #" { "b" : { } , "a":[1.0,true,null,"\u00e9"] } "#))
        for other in [
            #"{"a":1}"#, #"{"a":2,"b":1}"#, #"{"a":1,"b":1,"c":1}"#, #"{"a":true,"b":1}"#, "[]", #"{"a":1,"B":1}"#,
        ] {
            #expect(try !isSame(#"{"a":1,"b":1}"#, other))
        }
        #expect(
            try JSONTree(Array(#"{"a":"x\n","b":[1, 2]}"#.utf8)).members.map { "\($0.key)=\($0.json)" } == [
                #"a="x\n""#, "b=[1, 2]",
            ])
    }
}
