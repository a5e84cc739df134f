import Content

/// One line that was typed from a printed strip: whose it is, the codes of what is ticked, and what they would like to read.
///
///     ana amch br = sea turtles
///     Ana Ruiz: am
public struct StripLine: Hashable, Sendable {
    /// The line's number, from 1.
    public let line: Int
    /// Whose strip it is, by id or name; empty where who is typing was asked for one learner's.
    public let name: String
    /// What is ticked, in the order of the line.
    public let ticks: [TickCode]
    /// What they wrote on the line for a wish.
    public let wish: String?
    /// What stands there and is no code.
    public let unread: [String]

    /// What is wrong with a part of a line.
    public enum Problem: Hashable, Sendable {
        /// It is no code of a box.
        case noCode(String)
        /// The list has so many articles, and none at the place.
        case noArticle(place: Int, of: Int)
        /// Two ticks beside the article at a place contradict each other.
        case contradiction(Fact.Kind, Fact.Kind, place: Int)
    }

    /// Reads a line; nil where nothing stands in it, or a remark after `#`.
    ///
    /// - Parameter isNamed: whether the line begins with whose strip it is.
    public init?(_ text: String, line: Int, isNamed: Bool) {
        let text = text.trimmed
        guard !text.isEmpty, !text.hasPrefix("#") else { return nil }
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let wish = parts.count > 1 ? parts[1].trimmed : ""
        var (name, codes) = ("", parts[0].trimmed)
        if let colon = codes.lastIndex(of: ":") {
            (name, codes) = (codes[..<colon].trimmed, codes[codes.index(after: colon)...].trimmed)
        } else if isNamed {
            let end = codes.firstIndex { $0.isWhitespace } ?? codes.endIndex
            (name, codes) = (String(codes[..<end]), codes[end...].trimmed)
        }
        var (ticks, unread): ([TickCode], [String]) = ([], [])
        for word in codes.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
            var letters = word[...]
            while let first = letters.popFirst() {
                guard let second = letters.popFirst() else {
                    unread.append(String(first))
                    break
                }
                if let tick = TickCode(first, second) { ticks.append(tick) } else { unread.append("\(first)\(second)") }
            }
        }
        self.line = line
        self.name = name
        self.ticks = ticks
        self.wish = wish.isEmpty ? nil : wish
        self.unread = unread
    }

    /// The rows that the ticks come to, one an article: of two that contradict each other "never" stands, and else neither does.
    ///
    /// - Parameter codes: the printed codes of the list's articles, in their order.
    public func rows(
        of learner: LearnerID, codes: [ItemCode], by: Fact.Origin
    ) -> (rows: [WishRow], problems: [Problem]) {
        var problems = unread.map { Problem.noCode($0) }
        var rows: [WishRow] = []
        for (place, ticks) in Dictionary(grouping: ticks, by: \.place).sorted(by: { $0.key < $1.key }) {
            guard codes.indices.contains(place - 1) else {
                problems.append(.noArticle(place: place, of: codes.count))
                continue
            }
            var wishes: [Fact.Kind] = []
            for tick in ticks where !wishes.contains(tick.tick) { wishes.append(tick.tick) }
            while let (one, other) = WishWords.resolve(&wishes) {
                problems.append(.contradiction(one, other, place: place))
            }
            guard !wishes.isEmpty else { continue }
            rows.append(
                WishRow(line: line, learner: learner, item: codes[place - 1], topics: [], wishes: wishes, by: by))
        }
        return (rows, problems)
    }
}
