import Content
import Output
import UseCases

/// The feeds of the school, those that nobody has reviewed first.
struct FeedsPage: DeskPage {
    static let file = "feeds.html.mustache"
    static let scope = DeskScope(
        flags: ["hasUnreviewed"],
        lists: [
            "unreviewed": DeskScope(
                texts: ["row", "feedTitle", "address", "fromLabel", "reviewLabel"],
                lists: ["titles": DeskScope(texts: ["articleTitle"])]),
            "feeds": DeskScope(
                texts: [
                    "feedTitle", "audience", "brought", "wanted", "health", "address", "pauseLabel", "act", "actName",
                ],
                flags: ["isIll"]),
            "classes": DeskScope(texts: ["heldPath", "heldName"]),
        ])

    let feeds: [ListFeeds.Row]
    let unreviewed: [ListUnreviewedFeeds.Unreviewed]
    let classes: [String]
    let place = "/feeds"

    func title(_ words: WordBook.Language) -> String { words("feeds.title") }

    func fields(_ words: WordBook.Language) -> TemplateFields {
        [
            "hasUnreviewed": .flag(!unreviewed.isEmpty),
            "unreviewed": .list(
                unreviewed.enumerated().map { number, one in
                    let title = CleanText.line(one.feed.title, limit: 100)
                    return [
                        "row": .attribute("unreviewed-\(number + 1)"), "feedTitle": .text(title),
                        "address": .attribute(one.feed.address),
                        "fromLabel": .attribute(words("feeds.fromLabel", ["feed": title])),
                        "reviewLabel": .attribute(words("feeds.reviewLabel", ["feed": title])),
                        "titles": .list(one.titles.map { ["articleTitle": .shown($0)] }),
                    ]
                }),
            "feeds": .list(feeds.map { row($0, words) }),
            "classes": .list(
                classes.map { name in
                    [
                        "heldPath": .attribute("/feeds/\(PercentText.encoded(name))/held"),
                        "heldName": .text(words("feeds.heldOf", ["class": name])),
                    ]
                }),
        ]
    }

    private func row(_ row: ListFeeds.Row, _ words: WordBook.Language) -> TemplateFields {
        let title = CleanText.line(row.feed.title, limit: 100)
        let (health, isIll) = health(row, words)
        let audience =
            row.feed.audience.map { words("feeds.from", ["grades": "\(GradeRange($0, to: row.feed.audienceTo))"]) }
            ?? words("feeds.notReviewed")
        return [
            "feedTitle": .text(title), "audience": .text(audience),
            "brought": .text(
                row.numbers.map { words("feeds.brought", ["count": "\($0.items)"]) } ?? words("feeds.notRead")),
            "wanted": .text(
                row.numbers.map { words("feeds.wanted", ["wanted": "\($0.wanted)", "given": "\($0.given)"]) } ?? ""),
            "health": .text(health), "isIll": .flag(isIll), "address": .attribute(row.feed.address),
            "act": .attribute(row.isPaused ? "resume" : "pause"),
            "actName": .text(words(row.isPaused ? "feeds.resume" : "feeds.pause")),
            "pauseLabel": .attribute(words(row.isPaused ? "feeds.resumeLabel" : "feeds.pauseLabel", ["feed": title])),
        ]
    }

    /// How it does, and whether somebody should look.
    private func health(_ row: ListFeeds.Row, _ words: WordBook.Language) -> (String, Bool) {
        if row.isPaused { return (words("feeds.isPaused"), false) }
        if let state = row.state, state.failures > 0 {
            let since = state.failingSince.map { "\($0.utcDate)" } ?? "?"
            return (words("feeds.fails", ["count": "\(state.failures)", "date": since]), true)
        }
        if row.state?.ended != nil { return (words("feeds.ended"), true) }
        if let silent = row.numbers?.silentSince { return (words("feeds.silent", ["date": "\(silent.utcDate)"]), true) }
        return (words("feeds.well"), false)
    }
}
