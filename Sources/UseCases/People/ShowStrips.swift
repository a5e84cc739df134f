import Content
import Pipeline
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
        /// Those who have the very same page, where several do: they can be entered together. Of several groups the largest.
        public var together: Together?
    }

    /// A learner's page.
    public struct Page: Sendable {
        /// Whose it is.
        public var learner: Learner
        /// The edition; nil: none went out to them.
        public var edition: Edition?
        /// The articles, in their order.
        public var articles: [ArticleName]
        /// Whether it is the page of the class, the same for all.
        public var isOfClass: Bool
        /// What is ticked by now.
        public var ticks: Set<TickCode>
        /// Whether something was said since the list was made: a tick, or what they would like to read.
        public var isEntered: Bool
        /// Changes with what is ticked.
        public var digest: String
    }

    /// Learners with the same page.
    public struct Together: Sendable {
        /// The places of their pages among all.
        public var places: [Int]
        /// Changes with what is ticked on any of them.
        public var digest: String
    }

    /// Shows them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let readers = try ListStripReaders(open).run(
            .init(schoolClass: request.schoolClass, edition: request.edition), by: actor, now: now
        ).learners
        let facts = try store.learners.facts(about: readers.map(\.id)).readable
        let strips = try printed(readers, request.edition).map { learner, printed in
            let ticks = StripTicks(
                of: learner.id, printed?.items ?? [], facts: facts[learner.id] ?? [], by: request.by)
            return (learner: learner, printed: printed, ticks: ticks)
        }
        let pages = strips.map { learner, printed, ticks in
            Page(
                learner: learner, edition: printed?.list.edition,
                articles: printed?.articles.map { ArticleName($0) } ?? [], isOfClass: printed?.isOfClass ?? false,
                ticks: ticks.ticks,
                isEntered: !ticks.standing.isEmpty
                    || printed.map { Self.hasSaid(facts[learner.id] ?? [], since: $0.list.made, by: request.by) }
                        ?? false,
                digest: StripTicks.digest(of: [ticks]))
        }
        return Outcome(
            pages: pages,
            together: Self.together(strips.map(\.printed)).map { places in
                Together(places: places, digest: StripTicks.digest(of: places.map { strips[$0].ticks }))
            })
    }

    /// The pages of some learners; nil where there is none, or an article of it cannot be read.
    func printed(
        _ learners: [Learner], _ edition: Edition?
    ) throws -> [(learner: Learner, printed: PrintedLists.Printed?)] {
        let printed = PrintedLists(store: store)
        let lists = try learners.map {
            try printed.list(of: $0, edition: edition, basis: open.school.lawfulBasis)
        }
        let versions = Set(lists.compactMap { $0 }.flatMap { $0.entries.map(\.version) })
        let articles = try store.items.items(versions: versions)
        return zip(learners, lists).map { ($0, $1.flatMap { PrintedLists.Printed($0, articles) }) }
    }

    /// The places of those who have the same page, where at least two do: of the most, and then the first.
    static func together(_ pages: [PrintedLists.Printed?]) -> [Int]? {
        var groups: [(page: PrintedLists.Printed, places: [Int])] = []
        for (place, page) in pages.enumerated() {
            guard let page else { continue }
            let same = groups.firstIndex {
                $0.page.list.edition == page.list.edition && $0.page.items == page.items
            }
            if let same { groups[same].places.append(place) } else { groups.append((page, [place])) }
        }
        let most = groups.map(\.places.count).max() ?? 0
        return most < 2 ? nil : groups.first { $0.places.count == most }?.places
    }

    private static func hasSaid(_ facts: [Fact], since made: Timestamp, by origin: Fact.Origin) -> Bool {
        facts.contains { $0.item == nil && $0.kind == .more && $0.origin == origin && $0.at >= made }
    }
}
