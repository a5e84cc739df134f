import Content

/// What printed pages show of articles, made ready once for all pages that they stand on: shortened texts, the lines that they take,
/// codes to photograph. It never holds more than it is allowed to.
public struct PageTexts: Sendable {
    /// What mails and pages make ready alike.
    var items: ItemTexts

    /// A text as it stands on a page.
    struct Fitted {
        /// What is left of it.
        let value: TemplateValue
        /// The lines that this takes.
        let lines: Int

        /// A text that takes so many lines.
        init(_ text: String, lines: Int) {
            value = .prepared(PreparedText(text))
            self.lines = lines
        }
    }

    /// What leads from a page to an article.
    struct Way {
        /// The address as a link.
        let link: String
        /// The code to photograph, and its modules a side; nothing where an address has none.
        let code: TemplateValue
        let side: TemplateValue
    }

    private struct Cut: Hashable {
        var text: String
        var lines: Int
        var columns: Int
        var isTeaser: Bool
    }

    /// The most texts that are kept of a kind; then all are forgotten and the next ones kept.
    private let limit: Int
    private var fitted: [Cut: Fitted] = [:]
    private var ways: [String: Way?] = [:]

    /// Nothing known yet; at most so many texts of a kind are kept at a time.
    public init(limit: Int = 4_000) {
        self.limit = limit
        items = ItemTexts(limit: limit)
    }

    /// A text that takes at most so many lines, made where it is not known.
    mutating func fitted(
        _ text: String, lines: Int, columns: Int, isTeaser: Bool = false, make: () -> Fitted
    ) -> Fitted {
        let cut = Cut(text: text, lines: lines, columns: columns, isTeaser: isTeaser)
        if let known = fitted[cut] { return known }
        if fitted.count >= limit { fitted.removeAll(keepingCapacity: true) }
        let made = make()
        fitted[cut] = made
        return made
    }

    /// The way to an address, made where it is not known; nil for one that may not be linked.
    mutating func way(to address: String?) -> Way? {
        guard let address else { return nil }
        if let known = ways[address] { return known }
        if ways.count >= limit { ways.removeAll(keepingCapacity: true) }
        let made = SafeLink.web(address).map { link in
            let code = QRCode(link)
            return Way(
                link: link, code: code.map { .prepared(PreparedText($0.path, isLink: true)) } ?? .nothing,
                side: code.map { .prepared(PreparedText(String($0.side))) } ?? .nothing)
        }
        ways[address] = .some(made)
        return made
    }
}
