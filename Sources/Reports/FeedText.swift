import Content

/// The school's feeds, for people.
public enum FeedText {
    /// A feed with what is told of it.
    public struct Row {
        var feed: Feed
        var numbers: FeedNumbers?
        var state: FeedState?
        var isPaused: Bool

        /// A feed by its parts; `numbers`: nil where it was never read.
        package init(_ feed: Feed, _ numbers: FeedNumbers?, _ state: FeedState?, isPaused: Bool) {
            self.feed = feed
            self.numbers = numbers
            self.state = state
            self.isPaused = isPaused
        }
    }

    /// The feeds as a table, each with what it has brought and how it does.
    public static func table(_ rows: [Row]) -> [String] {
        var table = TextTable([
            .init("title", widest: 32), .init("grades"), .init("language"), .init("articles", isNumber: true),
            .init("rhythm"), .init("with a level", isNumber: true), .init("wanted more", isNumber: true),
            .init("health", widest: 100), .init("address", widest: 70),
        ])
        for row in rows {
            let audience = row.feed.audience.map { "\(GradeRange($0, to: row.feed.audienceTo))" } ?? "not reviewed"
            let numbers = row.numbers
            let languages = numbers?.languages.joined(separator: " ") ?? ""
            table.add([
                row.feed.title, audience, languages.isEmpty ? row.feed.language ?? "-" : languages,
                numbers.map { "\($0.items)" } ?? "not read", numbers?.itemsAWeek.map { rhythm($0) } ?? "-",
                numbers.map { $0.items == 0 ? "-" : percent($0.withLevel) } ?? "-",
                numbers.map { $0.given == 0 ? "-" : percent(Double($0.wanted) / Double($0.given)) } ?? "-",
                health(row), row.feed.address,
            ])
        }
        return table.lines
    }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    /// How often something comes, in words.
    public static func rhythm(_ itemsAWeek: Double) -> String {
        if itemsAWeek >= 1 { return "\(Int(itemsAWeek.rounded())) a week" }
        let month = itemsAWeek * 52 / 12
        return month >= 1 ? "\(Int(month.rounded())) a month" : "less than one a month"
    }

    private static func health(_ row: Row) -> String {
        if row.isPaused { return "paused by the school" }
        let silent = row.numbers?.silentSince.map { "silent since \(day($0))" }
        guard let state = row.state else { return silent ?? "-" }
        return [health(state), silent].compactMap { $0 }.joined(separator: "; ")
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
