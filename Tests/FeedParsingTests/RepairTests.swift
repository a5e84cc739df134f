import Content
import Testing

@testable import FeedParsing

/// One fault a file: every item is kept, and its title is right.
@Suite struct RepairTests {
    @Test(
        arguments: [
            ("bare-ampersand.xml", ["Peas & beans", "Corn"]),
            ("bare-less-than.xml", ["If 3 < 4 then", "Corn"]),
            ("nul-byte.xml", ["Peas", "Corn"]),
            ("forbidden-reference.xml", ["Peas ’🌱", "Corn"]),
            ("html-entities.xml", ["Café … &nosuch; end", "Corn"]),
            ("two-declarations.xml", ["Peas"]),
            ("php-warning-before-root.xml", ["Peas"]),
            ("junk-after-root.xml", ["Peas"]),
            ("root-closed-too-early.xml", ["Peas", "Corn"]),
            ("truncated-in-tag.xml", ["Peas", "Corn"]),
            ("unclosed-item.xml", ["Peas", "Corn"]),
            ("unclosed-html-in-description.xml", ["Peas", "Corn"]),
            ("windows-1252-as-latin-1.xml", ["Don’t pick – yet"]),
            ("windows-1252-without-label.xml", ["Café"]),
            ("utf-8-as-ascii.xml", ["Café"]),
            ("shift-jis.xml", ["日本の庭"]),
            ("koi8-r.xml", ["Горох"]),
            ("gbk-as-gb2312.xml", ["镕"]),
            ("utf-16-with-mark.xml", ["Café"]),
            ("utf-16-without-mark.xml", ["Café"]),
        ] as [(String, [String])])
    func keepsEveryItem(file: String, titles: [String]) throws {
        let feed = try Fixture.feed(file)
        #expect(feed.title == "School garden")
        #expect(feed.entries.map(\.title) == titles)
    }

    @Test func keepsAmpersandsInLinks() throws {
        #expect(try Fixture.feed("bare-ampersand.xml").entries.first?.link == "https://garden.example/a?x=1&y=2")
    }

    @Test func mendsAttributes() throws {
        let entry = try #require(try Fixture.feed("unquoted-attributes.xml").entries.first)
        let file = Enclosure(url: "https://garden.example/peas.mp3", type: "audio/mpeg", length: 12)
        #expect(entry.enclosures == [file])
    }

    @Test func entitiesOfEntitiesStayAsTheyAre() throws {
        let title = try #require(try Fixture.feed("entity-bomb.xml").entries.first?.title)
        #expect(title == "ha &c; &x;")
    }

    @Test func damageIsAFinding() throws {
        let result = try FeedParser().parse(Fixture.bytes("bare-ampersand.xml"), address: "garden")
        #expect(result.findings.map(\.place) == ["garden"])
        #expect(result.findings.map(\.severity) == [.note])
    }

    @Test func soundFeedsHaveNoFindings() throws {
        for name in ["rdf.xml", "atom-relative-links.xml", "atom-0.3.xml", "learning-metadata.xml"] {
            #expect(try FeedParser().parse(Fixture.bytes(name), address: name).findings.isEmpty, "\(name)")
        }
    }

    /// How often the XML library found an error in what the repair made; it must never, for it loses text silently.
    private func parserErrors(_ bytes: [UInt8]) -> Int {
        guard var repair = MarkupRepair(bytes, limits: .standard) else { return 0 }
        let receiver = FeedReceiver(FeedBuilder(base: nil, limits: .standard, texts: .cleaned))
        guard let driver = SAXDriver(receiver: receiver) else { return 0 }
        while repair.next() { driver.push(repair.output, repair.texts) }
        driver.finish()
        return receiver.builder.damage.count(of: .parserError)
    }

    @Test func everyCutOfAFeedIsReadWithoutAParserError() throws {
        for name in ["unclosed-html-in-description.xml", "entity-bomb.xml", "script-in-body.xml", "rdf.xml"] {
            let bytes = try Fixture.bytes(name)
            for length in 0...bytes.count {
                #expect(parserErrors(Array(bytes[..<length])) == 0, "\(name) cut at \(length)")
            }
        }
    }

    @Test func everySingleByteChangedIsReadWithoutAParserError() throws {
        let bytes = try Fixture.bytes("atom-relative-links.xml")
        for index in bytes.indices {
            for byte in Array("<&\":]\0".utf8) {
                var changed = bytes
                changed[index] = byte
                #expect(parserErrors(changed) == 0, "byte \(byte) at \(index)")
            }
        }
    }
}
