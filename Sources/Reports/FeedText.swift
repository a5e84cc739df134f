import Content

/// The school's feeds, for people.
public enum FeedText {
    /// The feeds as a table, each with the number of items it has brought.
    public static func table(_ rows: [(feed: Feed, items: Int?)]) -> [String] {
        var table = TextTable([
            .init("title", widest: 32), .init("from grade"), .init("language"), .init("articles", isNumber: true),
            .init("address", widest: 70),
        ])
        for (feed, items) in rows {
            let audience = feed.audience.map { "\($0)" } ?? "not reviewed"
            table.add([feed.title, audience, feed.language ?? "-", items.map { "\($0)" } ?? "not read", feed.address])
        }
        return table.lines
    }

    /// One line about a feed that was tried.
    public static func checkLine(_ address: String, result: (title: String, entries: Int)?) -> String {
        let place = TextTable.oneLine(address)
        guard let result else { return "NOT READABLE  \(place)" }
        return
            "ok            \(place)  “\(TextTable.oneLine(result.title))”, \(RunText.count(result.entries, "article"))"
    }
}
