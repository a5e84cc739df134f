import Content
import JSON
import Pipeline
import UseCases

extension ListFeeds.Outcome: Told, ToldAsJSON {
    /// The feeds as a table, each with what it has brought and how it does.
    public var lines: [String] {
        let isDistrict = feeds.contains { $0.feed.schools != nil }
        var table = TextTable(
            [.init("title", widest: 32)] + (isDistrict ? [.init("schools", widest: 40)] : []) + [
                .init("grades"), .init("language"), .init("articles", isNumber: true),
                .init("rhythm"), .init("with a level", isNumber: true), .init("wanted more", isNumber: true),
                .init("health", widest: 100), .init("address", widest: 70),
            ])
        for row in feeds {
            let audience = row.feed.audience.map { "\(GradeRange($0, to: row.feed.audienceTo))" } ?? "not reviewed"
            let numbers = row.numbers
            let languages = numbers?.languages.joined(separator: " ") ?? ""
            let schools = row.feed.schools.map { $0.map { $0.text }.joined(separator: ", ") } ?? "all"
            table.add(
                [row.feed.title] + (isDistrict ? [schools] : []) + [
                    audience, languages.isEmpty ? row.feed.language ?? "-" : languages,
                    numbers.map { "\($0.items)" } ?? "not read", numbers?.itemsAWeek.map { Rhythm.of($0) } ?? "-",
                    numbers.map { $0.items == 0 ? "-" : percent($0.withLevel) } ?? "-",
                    numbers.map { $0.given == 0 ? "-" : percent(Double($0.wanted) / Double($0.given)) } ?? "-",
                    row.health, row.feed.address,
                ])
        }
        return table.lines
    }

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    private struct Line: Encodable {
        let feed: Feed
        let isPaused: Bool
        let items: Int?
        let numbers: FeedNumbers?
        let state: FeedState?
        let text: TextOrigin
        let topics: [Verbatim]
    }

    /// A line a feed.
    public func jsonLines() throws -> [String] {
        try feeds.map { row in
            try JSONText.of(
                Line(
                    feed: row.feed, isPaused: row.isPaused, items: row.numbers?.items, numbers: row.numbers,
                    state: row.state, text: row.text, topics: row.topics))
        }
    }
}

extension ListFeeds.Row {
    /// How it does.
    fileprivate var health: String {
        if isPaused { return "paused by the school" }
        let silent = numbers?.silentSince.map { "silent since \($0.utcDate)" }
        guard let state else { return silent ?? "-" }
        return [state.words, silent].compactMap { $0 }.joined(separator: "; ")
    }
}

extension FeedState {
    /// How a feed of the web does.
    var words: String {
        if let ended { return "ended on \(ended.utcDate), says its server" }
        let good = good.map { "last there on \($0.utcDate)" } ?? "never there"
        if let failingSince { return "failing since \(failingSince.utcDate), \(good): \(problem ?? "")" }
        return movedTo.map { "well; moved to \($0)" } ?? "well, \(good)"
    }
}
