import Content
import Store

/// Shows the printed pages of a class's learners, and what was typed in of each by now.
public struct ShowStrips: UseCase {
    private let store: Store
    private let open: SchoolAndStore

    /// In a school's store.
    package init(_ open: SchoolAndStore) { (self.open, store) = (open, open.store) }

    /// Of whom.
    public struct Request: Sendable {
        /// The class.
        public var schoolClass: String
        /// The edition of the pages; nil: each learner's newest that went out.
        public var edition: Edition?
        /// Who said it.
        public var by: Fact.Origin

        /// Of a class.
        package init(_ schoolClass: String, edition: Edition? = nil, by: Fact.Origin = .learner) {
            (self.schoolClass, self.edition, self.by) = (schoolClass, edition, by)
        }
    }

    /// The pages, in the order of the print.
    public struct Outcome: Sendable {
        /// A page each.
        public var pages: [Page]
    }

    /// A learner's page.
    public struct Page: Sendable {
        /// Whose it is.
        public var learner: Learner
        /// The edition; nil: none went out to them.
        public var edition: Edition?
        /// The articles, in their order.
        public var articles: [ArticleName]
        /// What is ticked by now.
        public var ticks: Set<TickCode>
        /// Changes with what is ticked.
        public var digest: String
    }

    /// Shows them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let readers = try ListStripReaders(open).run(
            .init(schoolClass: request.schoolClass, edition: request.edition), by: actor, now: now
        ).learners
        let facts = try store.learners.facts(about: readers.map(\.id)).readable
        return Outcome(
            pages: try readers.map { learner in
                try page(of: learner, facts[learner.id] ?? [], request)
            })
    }

    private func page(of learner: Learner, _ facts: [Fact], _ request: Request) throws -> Page {
        let list = try PrintedLists(store: store).list(of: learner.id, edition: request.edition)
        let entries = list?.entries ?? []
        let items = try store.items.items(versions: Set(entries.map { $0.version }))
        let ticks = StripTicks(entries.map(\.item), facts: facts, by: request.by)
        let articles = entries.compactMap { items[$0.version].map { ArticleName($0) } }
        return Page(
            learner: learner, edition: articles.count == entries.count ? list?.edition : nil, articles: articles,
            ticks: Set(ticks.standing.map(\.tick)), digest: ticks.digest)
    }
}
