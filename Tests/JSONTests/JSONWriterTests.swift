import Foundation
import Testing

import JSON

@Suite struct JSONWriterTests {
    private struct Read: Decodable, Equatable {
        var text: String?
        var list: [String]
        var inner: [[String: String?]]
    }

    @Test(arguments: [
        "", "a\"b\\c/d", "\u{0}\u{1}\u{1F}\u{7F}\n\r\t", "é 中 🌱 \u{2028} <&>", String(repeating: "x\"", count: 5_000),
    ])
    func whatIsWrittenIsRead(text: String) throws {
        var line = JSONWriter()
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

    private func written(_ style: JSONStyle, _ write: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter(style)
        write(&writer)
        return String(decoding: writer.takeBytes(), as: UTF8.self)
    }

    @Test("each style is spelled in its one way") func styles() {
        let text = "\u{0}\u{8}\u{C}\n\r\t\u{1F}\u{7F}\u{85}\u{A0}\u{2028}\u{2029}\u{202A}/\"\\🦊"
        #expect(
            written(.plain) { $0.value(text) }
                == #""\u0000\b\f\n\r\t\u001f"# + "\u{7F}\u{85}\u{A0}\u{2028}\u{2029}\u{202A}" + #"/\"\\🦊""#)
        #expect(written(.escapedSlashes) { $0.value("a/b") } == #""a\/b""#)
        #expect(
            written(.lines) { $0.value(text) }
                == #""\u0000\u0008\u000c\n\r\t\u001f\u007f\u0085"# + "\u{A0}" + #"\u2028\u2029"# + "\u{202A}"
                + #"/\"\\🦊""#)
        #expect(
            written(.canonical) { $0.value(text) }
                == #""\u0000\u0008\u000c\n\u000d\t\u001f"# + "\u{7F}\u{85}\u{A0}\u{2028}\u{2029}\u{202A}" + #"/\"\\🦊""#)
    }

    @Test("numbers are the shortest that read back; none is null") func numbers() {
        let numbers = [1, -0.0, 0.1, 1e21, 1e-7, .nan, .infinity]
        #expect(written(.plain) { $0.list(numbers) { $0.value($1) } } == "[1,-0,0.1,1e+21,1e-07,null,null]")
        #expect(written(.canonical) { $0.list(numbers) { $0.value($1) } } == "[1.0,-0.0,0.1,1e+21,1e-07,null,null]")
        #expect(written(.canonical) { $0.value(Float(0.1)) } == "0.1")
        #expect(written(.plain) { $0.list([Int?.none, -5]) { $0.value($1) } } == "[null,-5]")
    }

    @Test("lines begin anew, and JSON that is there already goes in as a value") func lines() {
        let text = written(.plain) { writer in
            for _ in 0..<2 {
                writer.open("{")
                writer.key("a b")
                writer.json("[1]")
                writer.key("é" as String)
                writer.value(true)
                writer.close("}")
                writer.endLine()
            }
        }
        #expect(text == String(repeating: "{\"a b\":[1],\"é\":true}\n", count: 2))
    }
}
