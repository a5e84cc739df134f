import Content
import Testing

@testable import FeedParsing

extension HostileTests {
    /// Lists of feeds (OPML) that are hostile in the same ways. They are read in the tests' own process: no command reads a list alone.
    @Suite struct FeedLists {
        private static let good = "<outline text=\"Peas\" xmlUrl=\"https://garden.example/feed.xml\"/>"

        private func list(_ fill: (inout HostileDocument) -> Void) throws -> FeedList {
            var document = HostileDocument("<opml version=\"2.0\"><body>")
            fill(&document)
            document.add(Self.good + "</body></opml>")
            let clock = ContinuousClock()
            let start = clock.now
            let list = try FeedList.read(document.bytes)
            #expect(start.duration(to: clock.now) < .seconds(60))
            return list
        }

        private func keepsGoodOne(_ list: FeedList) -> Bool { list.outlines.last?.title == "Peas" }

        @Test(arguments: ["<outline>", "<outline text='a' xmlUrl='b'>", "<a>"]) func depth(mark: String) throws {
            let list = try list { $0.add(mark, times: 15_000) }
            #expect(keepsGoodOne(list))
            #expect(list.outlines.count == (mark.contains("xmlUrl") ? 15_001 : 1))
        }

        @Test func outlines() throws {
            let list = try list { $0.addNumbered("<outline xmlUrl='https://garden.example/", "'/>", count: 50_000) }
            #expect(list.outlines.count == ParsingLimits.standard.entries)
            #expect(!list.isWhole && list.findings.count == 1)
        }

        @Test func findings() throws {
            let list = try list {
                $0.add("<outline xmlUrl='https://garden.example/a' gleaner:audience='x'/>", times: 10_000)
            }
            #expect(list.findings.count < 1_000 && keepsGoodOne(list))
        }

        @Test func texts() throws {
            let list = try list {
                $0.add("<outline text=\"")
                $0.add("word ", times: 1_000_000)
                $0.add("\" xmlUrl=\"https://garden.example/a\"/><outline xmlUrl=\"https://garden.example/")
                $0.add("b", times: 1_000_000)
                $0.add("\"/>")
                $0.add("word ", times: 2_000_000)
                $0.add("<outline ")
                $0.addNumbered("a", "='b' ", count: 50_000)
                $0.add("/>")
            }
            #expect(list.outlines.count == 2 && keepsGoodOne(list))
            #expect(list.findings.count == 1)
        }

        @Test func entities() throws {
            var document = HostileDocument("<!DOCTYPE opml [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]><opml><body>")
            document.add("<outline xmlUrl=\"&c;\" text=\"&a;\"/>", times: 1_000)
            document.add(Self.good + "</body></opml>")
            #expect(keepsGoodOne(try FeedList.read(document.bytes)))
        }
    }
}
