import Configuration
import Content
import FeedParsing
import Ingestion
import Pipeline
import Store
import TextAnalysis

/// Adds a book, a worksheet or a page of the school's own, which is ranked like all else, or says anew what holds for it.
public struct AddOwnArticle: UseCase {
    private let school: School
    private let store: Store

    /// To a school's store.
    package init(_ open: SchoolAndStore) { (school, store) = (open.school, open.store) }

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
        /// The grades that it is meant for.
        public var audience: GradeRange = 0
        /// The language; nil: it is told by the text.
        public var language: String?
        /// The minutes; nil: they are told by the text.
        public var minutes: Int?
        /// Whether it has no age.
        public var isEvergreen = false

        /// Nothing yet.
        package init() {}

        /// Whether it is a page of the web.
        var isPage: Bool { source.map { FeedSource(source: $0).isRemote } ?? false }
    }

    /// What is there now.
    public struct Outcome: Sendable {
        /// The article.
        public var article: ContentItem
        /// The feed that tells for whom it is.
        public var feed: Feed
        /// Whether it was not there before.
        public var isNew: Bool
        /// Whether it has a text, by which it was measured.
        public var hasText: Bool
        /// Whether it is a page that could not be read, so that it is told by its title alone.
        public var isUnread: Bool
    }

    /// The longest title, in characters.
    private static let longestTitle = 300

    /// Adds it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        try check(request)
        let read = try text(of: request)
        guard let title = (request.title ?? read?.title).map({ $0.onOneLine.trimmed }), !title.isEmpty else {
            throw ArticleRefusal.noTitle
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
        guard let item = OwnItemMaker(wordsPerMinute: pace).item(terms) else { throw ArticleRefusal.emptyTitle }
        let feed = feed(of: request)
        let isNew = try store.write { scope in
            let isNew = try record(item, in: feed, now: now, scope)
            if isPage, Words.count(whole) > item.words { try measure(item, by: whole, request, now: now, scope) }
            return isNew
        }
        guard let id = try store.ownItems.item(knownAs: item.keys),
            let stored = try store.items.item(named: id.rawValue)
        else { throw ArticleRefusal.lost(title: Verbatim(title)) }
        return Outcome(
            article: stored, feed: feed, isNew: isNew, hasText: !whole.isEmpty, isUnread: isPage && read == nil)
    }

    /// A text without the title that it begins with.
    private static func without(_ title: String, _ text: String) -> String {
        let first = text.prefix { $0 != "\n" }
        guard first.trimmed == title else { return text }
        return String(text.dropFirst(first.count)).trimmed
    }

    private func check(_ request: Request) throws(ArticleRefusal) {
        if request.source == nil, request.title == nil {
            throw .nothingGiven
        }
        if let level = request.level, !(0...16).contains(level) {
            throw .notAGrade(level)
        }
        if let minutes = request.minutes, !(1...600).contains(minutes) {
            throw .notMinutes(minutes)
        }
        if let language = request.language, !(2...3).contains(language.count) || !language.allSatisfy(\.isLetter) {
            throw .notALanguage(Verbatim(language))
        }
    }

    /// What can be read of it; nil for a book, and for a page that cannot be read and whose title is given.
    private func text(of request: Request) throws(ArticleRefusal) -> OwnArticleText? {
        guard let source = request.source else { return nil }
        guard request.isPage else { return try OwnArticleText.file(request.path ?? source, named: source) }
        do throws(ArticleRefusal) {
            return try OwnArticleText.page(source, school: school)
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
                throw ArticleRefusal.thereAlready(known)
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
