import Content
import FeedParsing

/// What somebody says of an article of the school's own.
public struct OwnItemTerms: Hashable, Sendable {
    /// The title.
    public var title: String
    /// Its address; nil: it has none.
    public var address: String?
    /// Its text; empty for a book.
    public var text = ""
    /// The language; nil: it is told by the text.
    public var language: String?
    /// The level as a school grade; nil: it is measured.
    public var level: Double?
    /// The minutes; nil: they are told by the text.
    public var minutes: Int?

    /// Terms of a title.
    package init(title: String) { self.title = title }
}

/// Makes an item of what somebody adds, as it is made of an entry of a feed: found again by its address, or else by its title.
public struct OwnItemMaker {
    private let wordsPerMinute: Int
    /// Minutes of what has no text, where nobody says them: a sitting with a book.
    public static let minutesOfABook = 20

    /// A maker at a pace of reading.
    package init(wordsPerMinute: Int) { self.wordsPerMinute = wordsPerMinute }

    /// The item; nil where the title is empty.
    public func item(_ terms: OwnItemTerms) -> IncomingItem? {
        var entry = ParsedEntry()
        entry.title = terms.title
        entry.link = terms.address
        entry.id = terms.address == nil ? "own:" + terms.title.lowercased() : nil
        entry.content = terms.text.isEmpty ? nil : terms.text
        entry.language = terms.language
        // Whatever audience it is added for, it is the same article.
        let identity = ItemIdentity(feedAddress: Feed.ownItems, homePage: nil, entries: [entry])
        guard !terms.title.trimmed.isEmpty, let article = identity.articles.first else { return nil }
        var maker = ItemMaker(feedLanguage: nil, wordsPerMinute: wordsPerMinute)
        if let address = terms.address { maker.secrets = AddressSecrets(of: address) }
        var item = maker.item(article.entry, keys: article.keys)
        if let level = terms.level { item.level = level }
        item.minutes = terms.minutes ?? (terms.text.isEmpty ? Self.minutesOfABook : item.minutes)
        return item
    }
}
