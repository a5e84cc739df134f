import Content
import Testing

@testable import FeedParsing

extension HostileTests {
    /// JSON Feeds that are hostile in the same ways.
    @Suite struct JSON {
        private static let start = #"{"version":"https://jsonfeed.org/version/1.1","title":"Hostile","items":["#
        private static let goodItem = #"{"id":"9","title":"Peas","url":"https://garden.example/peas"}"#

        private func feed(_ fill: (inout HostileDocument) -> Void) -> HostileDocument {
            var document = HostileDocument(Self.start)
            fill(&document)
            document.add(Self.goodItem + "]}")
            return document
        }

        @Test(arguments: [("[", "]"), ("{\"a\":", "}"), ("{\"tags\":[", "]}")] as [(String, String)])
        func depth(open: String, close: String) throws {
            let run = try feed {
                $0.add(#"{"id":"1","tags":"#)
                $0.add(open, times: 100_000)
                $0.add("1")
                $0.add(close, times: 100_000)
                $0.add("},")
            }.parse()
            run.expectBounded()
            #expect(run.entries == 2 && run.keepsGoodItem)
        }

        @Test(arguments: ["[", "{", "{\"", "[{\"items\":["]) func neverClosed(mark: String) throws {
            let run = try feed { $0.add(mark, times: 200_000) }.parse()
            run.expectBounded()
        }

        @Test(arguments: ["{},", "1,", ",", "[],", "null,", "\"x\","]) func tenMillionItems(item: String) throws {
            let run = try feed { $0.add(item, times: item == "{}," ? 10_000_000 : 200_000) }.parse()
            run.expectBounded()
            #expect(run.entries == (item == "{}," ? ParsingLimits.standard.entries : 1))
            #expect(run.keepsGoodItem == (item != "{},"))
        }

        @Test(
            arguments: [
                ("{\"id\":", "9", "},"), ("{\"id\":\"1\",\"content_html\":\"", "<p>word</p> ", "\"},"),
                ("{\"id\":\"1\",\"title\":\"", "word ", "\"},"), ("{\"id\":\"1\",\"x\":\"", "word ", "\"},"),
                ("{\"id\":\"1\",\"content_text\":\"", "\\u0041\\n", "\"},"), ("{\"", "word ", "\":1},"),
            ] as [(String, String, String)])
        func lengths(text: (String, String, String)) throws {
            let run = try feed {
                $0.add(text.0)
                $0.add(text.1, times: 8_000_000 / text.1.utf8.count)
                $0.add(text.2)
            }.parse()
            run.expectBounded()
            #expect(run.entries == 2 && run.keepsGoodItem)
        }

        @Test(
            arguments: [
                ("{\"id\":\"1\",", "\"k", "\":1,", "\"a\":1},"), ("{\"id\":\"1\",\"tags\":[", "", ",", "0]},"),
                ("{\"id\":\"1\",\"tags\":\"", "t", ",", "\"},"),
                ("{\"id\":\"1\",\"authors\":[", "{\"name\":\"a", "\"},", "{}]},"),
                ("{\"id\":\"1\",\"attachments\":[", "{\"url\":\"https://garden.example/", "\"},", "{}]},"),
            ] as [(String, String, String, String)])
        func listsAndMembers(list: (String, String, String, String)) throws {
            let run = try feed {
                $0.add(list.0)
                $0.addNumbered(list.1, list.2, count: 100_000)
                $0.add(list.3)
            }.parse()
            run.expectBounded()
            #expect(run.entries == 2 && run.keepsGoodItem)
        }

        @Test func manyTextsAndManyItems() throws {
            let run = try feed { document in
                for _ in 0..<40 {
                    document.add(#"{"id":"1","content_text":""#)
                    document.add("word ", times: 199_000)
                    document.add("\"},")
                }
                document.addNumbered("{\"id\":\"", "\",\"title\":\"Article\"},", count: 10_000)
            }.parse()
            run.expectBounded()
            #expect(run.entries == 10_041 && run.keepsGoodItem)
        }

        @Test func theItemsMayStandBeforeTheVersion() throws {
            let text =
                #"{"items":[\#(Self.goodItem),{"id":"1","title":"Beans"}],"version":"https://jsonfeed.org/version/1"}"#
            let feed = try Fixture.parse(text).feed
            #expect(feed.format == .jsonFeed(version: "1"))
            #expect(feed.entries.map(\.title) == ["Peas", "Beans"])
        }

        @Test func aTextIsCutBetweenCharacters() throws {
            var limits = ParsingLimits.standard
            limits.fieldBytes = 100
            let text =
                #"{"version":"https://jsonfeed.org/version/1","items":[{"content_text":"\#(String(repeating: "aé", count: 60))"}]}"#
            let (feed, findings) = try Fixture.parse(text, limits: limits)
            #expect(feed.entries.first?.content == String(repeating: "aé", count: 33) + "a")
            #expect(findings.count == 1)
        }

        @Test func otherJSONIsNotReadIntoMemory() throws {
            var document = HostileDocument(#"{"items":["#)
            document.add("[1,2],", times: 3_000_000)
            document.add("0]}")
            let run = try document.parse()
            run.expectBounded()
            #expect(run.entries == 0)
        }
    }
}
