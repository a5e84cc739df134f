import Content

/// The school's feeds, for people.
public enum FeedText {
    /// The feeds as a table, each with the number of items it has brought and how it does.
    public static func table(_ rows: [(feed: Feed, items: Int?, state: FeedState?)]) -> [String] {
        var table = TextTable([
            .init("title", widest: 32), .init("from grade"), .init("language"), .init("articles", isNumber: true),
            .init("health", widest: 100), .init("address", widest: 70),
        ])
        for (feed, items, state) in rows {
            let audience = feed.audience.map { "\($0)" } ?? "not reviewed"
            table.add([
                feed.title, audience, feed.language ?? "-", items.map { "\($0)" } ?? "not read",
                state.map { health($0) } ?? "-", feed.address,
            ])
        }
        return table.lines
    }

    /// How a feed of the web does, in words.
    public static func health(_ state: FeedState) -> String {
        if let ended = state.ended { return "ended on \(day(ended)), says its server" }
        let good = state.good.map { "last there on \(day($0))" } ?? "never there"
        if let since = state.failingSince {
            return "failing since \(day(since)), \(good): \(state.problem ?? "")"
        }
        return state.movedTo.map { "well; moved to \($0)" } ?? "well, \(good)"
    }

    private static func day(_ moment: Timestamp) -> String { String(moment.iso.prefix(10)) }

    /// One line about a feed that was tried.
    public static func checkLine(_ address: String, result: (title: String, entries: Int)?) -> String {
        let place = TextTable.oneLine(address)
        guard let result else { return "NOT READABLE  \(place)" }
        return
            "ok            \(place)  “\(TextTable.oneLine(result.title))”, \(RunText.count(result.entries, "article"))"
    }
}
