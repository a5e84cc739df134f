import Content

/// What templates show of articles, made ready once for all lists that they stand in: an article is in the lists of many
/// learners, and its title, summary and address are the same in each. It never holds more than it is allowed to.
public struct ItemTexts: Sendable {
    private struct Key: Hashable {
        var code: ItemCode
        var language: String
        var room: DocumentFields.Room
    }

    private struct Known {
        /// The line that the values were made of. Another version of the article has another.
        var line: ListDocument.Line
        var values: [String: TemplateValue]
    }

    /// The most articles that are kept; then all are forgotten and the next ones kept.
    private let limit: Int
    private var known: [Key: Known] = [:]

    /// Nothing known yet; at most so many articles are kept at a time.
    public init(limit: Int = 4_000) { self.limit = limit }

    /// The values of a line, made where they are not known.
    mutating func values(
        of line: ListDocument.Line, in language: String, room: DocumentFields.Room,
        make: () -> [String: TemplateValue]
    ) -> [String: TemplateValue] {
        let key = Key(code: line.code, language: language, room: room)
        if let known = known[key], known.line.saysTheSame(as: line) { return known.values }
        if known.count >= limit { known.removeAll(keepingCapacity: true) }
        let values = make()
        known[key] = Known(line: line, values: values)
        return values
    }
}

extension ListDocument.Line {
    /// Whether both say the same of the article, wherever they stand and for whatever reason.
    fileprivate func saysTheSame(as other: ListDocument.Line) -> Bool {
        title == other.title && url == other.url && feedTitle == other.feedTitle && minutes == other.minutes
            && level == other.level && summary == other.summary && language == other.language
    }
}
