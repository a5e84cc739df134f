import Content
import FeedParsing
import Ingestion
import TextAnalysis

/// What reading a feed once tells of it.
public struct FeedProbe: Hashable, Sendable {
    /// Where it was read, as it goes on a list.
    public var address: Verbatim
    /// What it calls itself.
    public var title: Verbatim
    /// Its language: declared, else what its texts look like.
    public var language: Verbatim?
    /// How many articles are in it.
    public var articles: Int
    /// How many come in a week, by their dates; nil where these do not tell.
    public var itemsAWeek: Double?
    /// The share of articles whose text is whole and not a teaser, 0…1.
    public var withFullText: Double

    init(_ feed: ParsedFeed, address: String) {
        self.address = Verbatim(address)
        title = Verbatim(ShownAddress.text(feed.title ?? address))
        articles = feed.entries.count
        let texts = feed.entries.map { entry in
            [entry.content ?? "", entry.summary ?? ""].max { $0.count < $1.count } ?? ""
        }
        let whole = texts.count { !Teaser.isTeaser($0, words: Words.count($0), pageWords: nil) }
        withFullText = texts.isEmpty ? 0 : Double(whole) / Double(texts.count)
        let dates = feed.entries.compactMap { $0.published ?? $0.updated }.filter { !ZeroDate.isOne($0) }.map {
            $0.seconds
        }
        if dates.count >= 3, let first = dates.min(), let last = dates.max(), last > first {
            itemsAWeek = Double(dates.count - 1) / (Double(last - first) / (7 * 86_400))
        }
        let declared = feed.language.map { $0.lowercased().prefix { $0 != "-" && $0 != "_" } }.flatMap {
            $0.isEmpty ? nil : String($0)
        }
        let told =
            declared
            ?? LanguageDetector.language(
                of: feed.entries.prefix(20).map { ($0.title ?? "") + ". " }.joined()
                    + texts.prefix(20).joined(separator: " "))
        language = told.map { Verbatim($0) }
    }
}
