import Foundation
import Testing

import Content

@Suite struct JSONLineTests {
    private struct Read: Decodable, Equatable {
        var text: String?
        var list: [String]
        var inner: [[String: String?]]
    }

    @Test(arguments: [
        "", "a\"b\\c/d", "\u{0}\u{1}\u{1F}\u{7F}\n\r\t", "é 中 🌱 \u{2028} <&>", String(repeating: "x\"", count: 5_000),
    ])
    func whatIsWrittenIsRead(text: String) throws {
        var line = JSONLine()
        line.open("{")
        line.key("text")
        line.value(text)
        line.key("list")
        line.value([text, "", text])
        line.key("inner")
        line.open("[")
        for value in [text, nil] {
            line.open("{")
            line.key("a")
            line.value(value)
            line.close("}")
        }
        line.close("]")
        line.close("}")
        #expect(!line.bytes.contains(0x0A))
        let read = try JSONDecoder().decode(Read.self, from: Data(line.bytes))
        #expect(read == Read(text: text, list: [text, "", text], inner: [["a": text], ["a": nil]]))
    }
}
