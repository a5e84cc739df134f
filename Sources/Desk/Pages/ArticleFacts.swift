import Content
import Output
import UseCases

/// What is known of an article, in a line: its feed, minutes, level and language. What is not known is not claimed.
struct ArticleFacts {
    private let item: ContentItem
    private let words: WordBook.Language

    init(_ item: ContentItem, _ words: WordBook.Language) { (self.item, self.words) = (item, words) }

    var line: String {
        var parts = [CleanText.line(item.feedTitle, limit: 60)]
        parts.append(
            item.knownMinutes.map { words($0 == 1 ? "article.minute" : "article.minutes", ["count": "\($0)"]) }
                ?? words("article.noMinutes"))
        parts.append(
            item.level.map { words("article.level", ["level": LevelCell.text($0)]) } ?? words("article.noLevel"))
        if let language = item.language { parts.append(language) }
        return parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
