import Content
import Testing

@testable import FeedParsing

@Suite struct DateTests {
    @Test(arguments: [
        ("Mon, 06 May 2024 10:15:30 +0200", "2024-05-06T08:15:30Z"),
        ("Mon, 6 May 24 10:15 GMT", "2024-05-06T10:15:00Z"),
        ("06 May 2024 10:15:30 EST", "2024-05-06T15:15:30Z"),
        ("Mon May  6 10:15:30 PDT 2024", "2024-05-06T17:15:30Z"),
        ("May 6, 2024 10:15 PM", "2024-05-06T22:15:00Z"),
        ("2024-05-06T10:15:30Z", "2024-05-06T10:15:30Z"),
        ("2024-05-06T10:15:30.123-05:00", "2024-05-06T15:15:30Z"),
        ("2024-05-06 10:15:30 +0530", "2024-05-06T04:45:30Z"),
        ("2024-05-06", "2024-05-06T00:00:00Z"),
        ("2024-05", "2024-05-01T00:00:00Z"),
        ("2024", "2024-01-01T00:00:00Z"),
        ("20240506", "2024-05-06T00:00:00Z"),
        ("20240506T101530Z", "2024-05-06T10:15:30Z"),
        ("2024-127", "2024-05-06T00:00:00Z"),
        ("2024/05/06 10:15:30", "2024-05-06T10:15:30Z"),
        ("06.05.2024 10:15", "2024-05-06T10:15:00Z"),
        ("05/06/2024", "2024-05-06T00:00:00Z"),
        ("26/05/2024", "2024-05-26T00:00:00Z"),
        ("Mo, 06 Mai 2024 10:15:30 MESZ", "2024-05-06T08:15:30Z"),
        ("mar., 07 févr. 2023 10:00:00 +0100", "2023-02-07T09:00:00Z"),
        ("mar, 07 mar 2023 10:00:00 +0000", "2023-03-07T10:00:00Z"),
        ("6 de mayo de 2024", "2024-05-06T00:00:00Z"),
        ("6 maja 2024", "2024-05-06T00:00:00Z"),
        ("6 мая 2024 10:15", "2024-05-06T10:15:00Z"),
        ("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00:00Z"),
        ("2004-július-13T9:15-05:00", "2004-07-13T14:15:00Z"),
        ("Mon, 31 Dec 1999 23:59:60 GMT", "2000-01-01T00:00:00Z"),
        ("1714990530", "2024-05-06T10:15:30Z"),
        ("1714990530000", "2024-05-06T10:15:30Z"),
        ("1714990530.5", "2024-05-06T10:15:30Z"),
        ("2024-W19-1", "2024-05-06T00:00:00Z"),
        ("2024W191T101530Z", "2024-05-06T10:15:30Z"),
        ("2021-W01", "2021-01-04T00:00:00Z"),
    ])
    func reads(written: String, moment: String) {
        #expect(DateReader.timestamp(Array(written.utf8)[...])?.iso == moment)
    }

    @Test(arguments: [
        "", "soon", "yesterday at noon", "0000-00-00 00:00:00", "2024-13-45", "-", "99999999999999999999",
    ])
    func leavesTheRestAlone(written: String) {
        #expect(DateReader.timestamp(Array(written.utf8)[...]) == nil)
    }

    @Test func anUnreadableDateCostsOnlyTheDate() throws {
        let (feed, findings) = try Fixture.parse(
            Fixture.rss("<item><title>Peas</title><pubDate>soon</pubDate></item>"))
        #expect(feed.entries.map(\.title) == ["Peas"])
        #expect(feed.entries.first?.published == nil)
        #expect(findings.count == 1)
    }
}
