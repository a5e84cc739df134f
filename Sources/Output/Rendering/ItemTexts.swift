import Content

/// What templates show of articles, made ready once for all lists that they stand in: an article is in the lists of many
/// learners, and its title, summary and address are the same in each. It never holds more than it is allowed to.
public struct ItemTexts: Sendable {
    private struct Key: Hashable {
        var code: ItemCode
        var language: String
        var room: DocumentFields.Room
    }

    /// Held by reference: it is looked at twelve times a mail, and a copy of all its texts would cost more than they do.
    private final class Known: Sendable {
        /// The line that the values were made of. Another version of the article has another.
        let line: ListDocument.Line
        let values: ItemValues

        init(line: ListDocument.Line, values: ItemValues) {
            self.line = line
            self.values = values
        }
    }

    /// The most articles that are kept; then all are forgotten and the next ones kept.
    private let limit: Int
    private var known: [Key: Known] = [:]

    /// Nothing known yet; at most so many articles are kept at a time.
    package init(limit: Int = 4_000) { self.limit = limit }

    private struct Told: Hashable {
        var reasons: [Reason]
        var teller: ReasonTeller.Identity
    }

    private var told: [Told: [String]] = [:]

    /// Reasons in clauses, told where they were not told before: learners share interests as they share articles.
    mutating func clauses(_ reasons: [Reason], by teller: ReasonTeller) -> [String] {
        let key = Told(reasons: reasons, teller: teller.identity)
        if let known = told[key] { return known }
        if told.count >= limit { told.removeAll(keepingCapacity: true) }
        let clauses = teller.clauses(reasons)
        told[key] = clauses
        return clauses
    }

    /// The values of a line, made where they are not known.
    mutating func values(
        of line: ListDocument.Line, in language: String, room: DocumentFields.Room, make: () -> ItemValues
    ) -> ItemValues {
        let key = Key(code: line.code, language: language, room: room)
        if let known = known[key], known.line.saysTheSame(as: line) { return known.values }
        if known.count >= limit { known.removeAll(keepingCapacity: true) }
        let values = make()
        known[key] = Known(line: line, values: values)
        return values
    }
}

/// What templates show of an article in one language, wherever it stands.
final class ItemValues: Sendable {
    let code: TemplateValue
    let title: TemplateValue
    let feed: TemplateValue
    let minutes: TemplateValue
    let summary: TemplateValue
    let itemLang: TemplateValue
    let url: TemplateValue
    let inLanguage: TemplateValue
    let linkMissing: TemplateValue

    /// The values by their names.
    init(
        code: TemplateValue, title: TemplateValue, feed: TemplateValue, minutes: TemplateValue, summary: TemplateValue,
        itemLang: TemplateValue, url: TemplateValue, inLanguage: TemplateValue, linkMissing: TemplateValue
    ) {
        self.code = code
        self.title = title
        self.feed = feed
        self.minutes = minutes
        self.summary = summary
        self.itemLang = itemLang
        self.url = url
        self.inLanguage = inLanguage
        self.linkMissing = linkMissing
    }
}

extension ListDocument.Line {
    /// Whether both say the same of the article, wherever they stand and for whatever reason.
    fileprivate func saysTheSame(as other: ListDocument.Line) -> Bool {
        title == other.title && url == other.url && feedTitle == other.feedTitle && minutes == other.minutes
            && summary == other.summary && language == other.language
    }
}
