import Content
import UseCases

extension FeedProbe {
    /// What reading a feed told: `12 articles in en, 3 a week, 80 in 100 with full text`.
    var words: String {
        var parts = [Counted.of(articles, "article") + (language.map { " in \($0)" } ?? "")]
        if let itemsAWeek { parts.append(Rhythm.of(itemsAWeek)) }
        if articles > 0 { parts.append("\(Int((withFullText * 100).rounded())) in 100 with full text") }
        return Listing.of(parts)
    }
}

extension FindFeed.Outcome {
    /// What was found, for whoever is asked whom it is meant for. `title`: the one that it is to have; nil: its own.
    public func introduction(title: String?) -> String { "“\(title ?? feed.title.text)”: \(feed.words)." }
}

/// How often something comes, in words.
enum Rhythm {
    /// Of so many in a week.
    static func of(_ itemsAWeek: Double) -> String {
        if itemsAWeek >= 1 { return "\(Int(itemsAWeek.rounded())) a week" }
        let month = itemsAWeek * 52 / 12
        return month >= 1 ? "\(Int(month.rounded())) a month" : "less than one a month"
    }
}
