import Content
import Store

/// The lists that learners have on paper: their own, or the page of their class.
struct PrintedLists {
    let store: Store

    /// A list as it is printed.
    struct Printed {
        let list: ReadingList
        /// The articles, in their order.
        let articles: [ContentItem]

        /// A list with the articles of its versions; nil where one of them cannot be read.
        init?(_ list: ReadingList, _ known: [Int64: ContentItem]) {
            articles = list.entries.compactMap { known[$0.version] }
            guard articles.count == list.entries.count else { return nil }
            self.list = list
        }

        /// The articles' identities.
        var items: [ItemID] { list.entries.map(\.item) }
        /// Their printed codes.
        var codes: [ItemCode] { articles.map(\.code) }
        /// Whether it is the page of a class.
        var isOfClass: Bool { list.learner.classRead != nil }
    }

    /// Refuses an edition that nobody has a list of.
    func check(_ edition: Edition?) throws {
        guard let edition, try store.lists.learners(of: edition).isEmpty else { return }
        throw PersonRefusal.noListOf(edition)
    }

    /// The list that a learner has: that of an edition, or of the newest that went out. Who is not profiled has the page of their class. Nil: none
    /// went out.
    func list(of learner: Learner, edition: Edition?, basis: LawfulBasis?) throws -> ReadingList? {
        let pages = learner.classes.map { LearnerID.reader(ofClass: $0) }
        let readers = learner.mayBeProfiled(on: basis) ? [learner.id] + pages : pages + [learner.id]
        for reader in readers {
            if let list = try list(to: reader, edition) { return list }
        }
        return nil
    }

    private func list(to reader: LearnerID, _ edition: Edition?) throws -> ReadingList? {
        let editions = try edition.map { [$0] } ?? store.lists.editions(of: reader)
        let printed = try editions.first { try store.outbox.isOut($0, to: reader) }
        return try printed.flatMap { try store.lists.newest(for: reader, edition: $0)?.list }
    }
}
