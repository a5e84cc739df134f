import Configuration
import Content
import FeedParsing
import Ingestion
import Pipeline
import Store
import TextAnalysis

/// The desk at which a school adds books, worksheets and pages of its own, which are ranked like all else.
public struct OwnItems: Sendable {
    let school: School
    let store: Store

    /// A desk over a school's store.
    public init(school: School, store: Store) {
        self.school = school
        self.store = store
    }

    /// What somebody adds.
    public struct Request: Sendable {
        /// A file or the address of a page; nil: a book, which has a title alone.
        public var source: String?
        /// The file's path, where it is one.
        public var path: String?
        /// The title; nil: that of the page or file.
        public var title: String?
        /// The level as a school grade; nil: it is measured.
        public var level: Double?
        /// The lowest grade that it is meant for.
        public var audience: GradeRange = 0
        /// The language; nil: it is told by the text.
        public var language: String?
        /// The minutes; nil: they are told by the text.
        public var minutes: Int?
        /// Whether it has no age.
        public var isEvergreen = false

        /// Nothing yet.
        public init() {}

        /// Whether it is a page of the web.
        var isPage: Bool { source.map { FeedSource(source: $0).isRemote } ?? false }
    }

    /// The longest title, in characters.
    private static let longestTitle = 300

    /// Adds an article, or says anew what holds for it. Gives the lines that say what is there now.
    public func add(_ request: Request, now: Timestamp) throws -> [String] {
        try check(request)
        let read = try text(of: request)
        guard let title = (request.title ?? read?.title).map({ $0.onOneLine.trimmed }), !title.isEmpty else {
            throw RequestError("it has no title. Give one with --title.")
        }
        let isPage = request.isPage
        var terms = OwnItemTerms(title: String(title.prefix(Self.longestTitle)))
        terms.address = isPage ? request.source : nil
        // What a page says is for measuring; what is shown of it is its beginning, as a feed would give it.
        let whole = Self.without(title, read?.text ?? "")
        terms.text = isPage ? String(whole.split(separator: "\n").first?.prefix(600) ?? "") : whole
        terms.language = request.language?.lowercased() ?? read?.language
        (terms.level, terms.minutes) = (request.level, request.minutes)
        let pace = school.configuration.lists.wordsPerMinute
        guard let item = OwnItemMaker(wordsPerMinute: pace).item(terms) else { throw RequestError("it has no title.") }
        let feed = feed(of: request)
        let isNew = try store.write { scope in
            let isNew = try record(item, in: feed, now: now, scope)
            if isPage, Words.count(whole) > item.words { try measure(item, by: whole, request, now: now, scope) }
            return isNew
        }
        guard let id = try store.ownItems.item(knownAs: item.keys),
            let stored = try store.items.item(named: id.rawValue)
        else { throw RequestError("“\(title)” could not be found again after it was added.") }
        let told = OwnItemTold.added(stored, feed, isNew: isNew, hasText: !whole.isEmpty)
        return isPage && read == nil ? told + ["Its page could not be read, so it is told by its title alone."] : told
    }

    /// The school's own articles.
    public func list() throws -> [OwnItemRepository.Own] { try store.ownItems.all() }

    /// Takes an article away. Gives a line that says so.
    public func remove(_ name: String, now: Timestamp) throws -> String {
        let item = try NamedThings(store: store).item(name)
        let own = try list()
        guard own.contains(where: { $0.item.id == item.id }) else {
            let known = own.prefix(10).map { "\($0.item.code)" }.joined(separator: ", ")
            throw RequestError(
                "“\(item.title)” (\(item.code)) is none of the school's own articles; 'gleaner veto' keeps it out. "
                    + (known.isEmpty ? "There are none." : "The school's own: \(known)\(own.count > 10 ? " …" : "")."))
        }
        try store.write { scope in try store.ownItems.remove(item.id, at: now, in: scope) }
        return "“\(item.title)” (\(item.code)) is taken away: no list made from now on has it."
    }

    /// A text without the title that it begins with.
    private static func without(_ title: String, _ text: String) -> String {
        let first = text.prefix { $0 != "\n" }
        guard first.trimmed == title else { return text }
        return String(text.dropFirst(first.count)).trimmed
    }

    private func check(_ request: Request) throws(RequestError) {
        if request.source == nil, request.title == nil {
            throw RequestError("give a file, the address of a page, or --title for a book.")
        }
        if let level = request.level, !(0...16).contains(level) {
            throw RequestError("--level \(level) is no school grade from 0 to 16.")
        }
        if let minutes = request.minutes, !(1...600).contains(minutes) {
            throw RequestError("--minutes \(minutes) is not from 1 to 600.")
        }
        if let language = request.language, !(2...3).contains(language.count) || !language.allSatisfy(\.isLetter) {
            throw RequestError("--language '\(language)' is not two or three letters, such as en.")
        }
    }

    /// What can be read of it; nil for a book, and for a page that cannot be read and whose title is given.
    private func text(of request: Request) throws(RequestError) -> OwnItemText? {
        guard let source = request.source else { return nil }
        guard request.isPage else { return try OwnItemText.file(request.path ?? source, named: source) }
        do throws(RequestError) {
            return try OwnItemText.page(source, school: school)
        } catch {
            if request.title == nil { throw error }
            return nil
        }
    }

    /// The feed that tells for whom it is: one for each audience.
    private func feed(of request: Request) -> Feed {
        let grades = request.audience
        var audience = grades.lowest > 0 ? "/from-\(grades.lowest)" : ""
        if let highest = grades.highest { audience += "/to-\(highest)" }
        var feed = Feed(
            address: Feed.ownItems + audience + (request.isEvergreen ? "/evergreen" : ""),
            title: school.configuration.school.name, audience: grades.lowest)
        feed.audienceTo = grades.highest
        if request.isEvergreen { feed.evergreen = true }
        return feed
    }

    /// Records it; gives whether it is new. What was said of it before gives way.
    private func record(
        _ item: IncomingItem, in feed: Feed, now: Timestamp, _ scope: borrowing WriteScope
    ) throws -> Bool {
        let known = try store.ownItems.item(knownAs: item.keys).flatMap { try store.items.item(named: $0.rawValue) }
        if let known, known.feed != feed.address {
            let isListed = try store.items.feeds().contains { $0.address == known.feed }
            guard !isListed || known.feed.hasPrefix(Feed.ownItems) else {
                throw RequestError(
                    "“\(known.title)” is there already (\(known.code), \(known.feedTitle)). Pin it: 'gleaner pin \(known.code)'."
                )
            }
            if isListed { try store.ownItems.remove(known.id, at: now, in: scope) }
        }
        _ = try store.items.record(feed, items: [item], validators: nil, at: now, in: scope)
        return known == nil || known?.feed == Feed.removedItems
    }

    /// Measures a page by all of its text.
    private func measure(
        _ item: IncomingItem, by text: String, _ request: Request, now: Timestamp, _ scope: borrowing WriteScope
    ) throws {
        guard let id = try store.ownItems.item(knownAs: item.keys) else { return }
        if try store.items.item(named: id.rawValue)?.pageText == text { return }
        let words = Words.count(text)
        let pace = school.configuration.lists.wordsPerMinute
        let page = PageRepository.Page(
            text: text, words: words,
            minutes: request.minutes ?? ReadingTime.minutes(words: words, wordsPerMinute: pace),
            level: request.level ?? Readability.grade(of: text, language: item.language))
        try store.pages.keep(.page, page, of: id, at: now, in: scope)
    }
}
