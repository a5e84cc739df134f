import Content

/// What printed pages show of articles, made ready once for all pages that they stand on: shortened texts, the lines that they take,
/// codes to photograph. It never holds more than it is allowed to.
public struct PageTexts: Sendable {
    /// What mails and pages make ready alike.
    var items: ItemTexts

    /// A text as it stands on a page.
    struct Fitted: Hashable {
        /// What is left of it.
        var text: String
        /// The lines that this takes.
        var lines: Int
    }

    private struct Cut: Hashable {
        var text: String
        var lines: Int
        var columns: Int
    }

    /// The most texts that are kept of a kind; then all are forgotten and the next ones kept.
    private let limit: Int
    private var fitted: [Cut: Fitted] = [:]
    private var codes: [String: QRCode?] = [:]

    /// Nothing known yet; at most so many texts of a kind are kept at a time.
    public init(limit: Int = 4_000) {
        self.limit = limit
        items = ItemTexts(limit: limit)
    }

    /// A text that takes at most so many lines, made where it is not known.
    mutating func fitted(_ text: String, lines: Int, columns: Int, make: () -> Fitted) -> Fitted {
        let cut = Cut(text: text, lines: lines, columns: columns)
        if let known = fitted[cut] { return known }
        if fitted.count >= limit { fitted.removeAll(keepingCapacity: true) }
        let made = make()
        fitted[cut] = made
        return made
    }

    /// The code of an address, drawn where it is not known; nil for an address that has none.
    mutating func code(_ address: String) -> QRCode? {
        if let known = codes[address] { return known }
        if codes.count >= limit { codes.removeAll(keepingCapacity: true) }
        let made = QRCode(address)
        codes[address] = .some(made)
        return made
    }
}
