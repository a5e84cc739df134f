import Configuration
import Foundation
import Testing

/// The untyped tree of options as JSON.
struct OptionValueTests {
    static let value = OptionValue.map([
        "a": .list([.null, .bool(true), .int(-3), .double(0.1), .string("é \"\\\n\u{1}")]), "b": .map([:]),
        "c": .list([]),
    ])

    @Test func encodesAsOrdinaryJSONAndBack() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json = try encoder.encode(Self.value)
        #expect(String(decoding: json, as: UTF8.self).hasPrefix(#"{"a":[null,true,-3,0.1,"é"#))
        #expect(try JSONDecoder().decode(OptionValue.self, from: json) == Self.value)
    }

    @Test func canonicalTextIsJSON() throws {
        #expect(Self.value.canonicalText == #"{"a":[null,true,-3,0.1,"é \"\\\n\u0001"],"b":{},"c":[]}"#)
        let decoded = try JSONDecoder().decode(OptionValue.self, from: Data(Self.value.canonicalText.utf8))
        #expect(decoded == Self.value)
    }

    @Test func numbersAreNumbersWhetherWholeOrNot() {
        #expect(OptionValue.int(2).number == 2)
        #expect(OptionValue.double(0.5).number == 0.5)
        #expect(OptionValue.string("2").number == nil)
    }
}
