import Content
import Foundation
import Testing

@testable import FeedParsing

extension HostileTests {
    /// Large documents that are not UTF-8, or not quite.
    @Suite struct Encodings {
        private func feed(_ encoding: String, text: [UInt8], times: Int, wide: ((String) -> [UInt8])? = nil) throws
            -> MeasuredRun
        {
            let encode = wide ?? { Array($0.utf8) }
            let item = "<item><title>Peas</title></item>"
            var bytes = encode(
                "<?xml version=\"1.0\" encoding=\"\(encoding)\"?><rss><channel>\(item)<item><description>")
            let block = Array(Array(repeating: text, count: 10_000).joined())
            for _ in 0..<(times / 10_000) { bytes += block }
            bytes += encode("</description></item></channel></rss>")
            return try HostileDocument(bytes: bytes).parse()
        }

        @Test func wide() throws {
            let utf16 = try feed(
                "utf-16", text: Array("wörd ".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }, times: 2_000_000
            ) {
                $0.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
            }
            utf16.expectBounded()
            #expect(utf16.entries == 2 && utf16.keepsGoodItem)
        }

        @Test(arguments: ["windows-1252", "koi8-r", "gb18030", "shift_jis", "iso-2022-jp", "utf-8", "no-such-encoding"])
        func highBytes(encoding: String) throws {
            let run = try feed(encoding, text: [0xE4, 0x77, 0x80, 0xC0], times: 500_000)
            run.expectBounded()
            #expect(run.entries == 2 && run.keepsGoodItem)
        }

        @Test func aMarkOrOneBadByteCostsNoCopy() throws {
            var document = HostileDocument("\u{FEFF}<rss><channel><item><description>")
            document.add("word ", times: 20_000_000)
            document.add("</description></item>")
            document.endFeed()
            var run = try document.parse()
            run.expectBounded()
            #expect(run.entries == 2 && run.keepsGoodItem)
            let bad = document.bytes + [0xFF]
            run = try HostileDocument(bytes: bad).parse()
            run.expectBounded()
            #expect(run.entries == 2 && run.keepsGoodItem)
        }

        @Test func whatIsDecodedIsBoundedAndSaid() throws {
            var limits = ParsingLimits.standard
            limits.decodedBytes = 1_000
            let text = Fixture.rss(
                "<item><title>Caf\u{e9}</title></item><item><title>\(String(repeating: "é ", count: 2_000))</title></item>"
            )
            for encoding in [String.Encoding.utf16LittleEndian, .utf32BigEndian] {
                let bytes = [UInt8](try #require(text.data(using: encoding)))
                let (feed, findings) = try FeedParser(limits: limits).parse(bytes, address: "test")
                #expect(feed.entries.first?.title == "Café")
                #expect(findings.contains { $0.problem.contains("not UTF-8 and too long") })
            }
            // A long document that is nearly UTF-8 is read whole; a byte that fits nowhere is marked.
            let nearly = Array(text.replacing("Caf\u{e9}", with: "Caf").utf8) + Array("<item><title>x".utf8) + [0xFF]
            let (feed, findings) = try FeedParser(limits: limits).parse(nearly, address: "test")
            #expect(feed.entries.map { $0.title?.utf8.count } == [3, 5_999, 2])
            #expect(findings.contains { $0.problem.contains("no text in the feed's encoding") })
        }
    }
}
