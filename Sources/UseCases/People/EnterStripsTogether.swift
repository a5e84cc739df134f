import Content
import Store

/// Takes down one kind of tick for all learners of a class who have the very same page, as that of the class: who has ticked it beside which
/// articles. What is new is said, what is ticked no more is taken back; ticks of other kinds stay.
public struct EnterStripsTogether: UseCase {
    private let open: SchoolAndStore
    private var store: Store { open.store }

    /// In a school's store.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// Who has ticked what.
    public struct Request: Sendable {
        /// The class.
        public var schoolClass: String
        /// The edition of the pages; nil: the newest that went out.
        public var edition: Edition?
        /// What is ticked.
        public var tick: Fact.Kind
        /// The places of the articles, from 1, beside which somebody has ticked it, by learner.
        public var places: [LearnerID: Set<Int>]
        /// The digest of what was ticked when it was looked at; nil: nobody looked.
        public var seen: String?

        /// Ticks of one kind.
        package init(
            _ schoolClass: String, edition: Edition? = nil, _ tick: Fact.Kind, places: [LearnerID: Set<Int>],
            seen: String? = nil
        ) {
            (self.schoolClass, self.edition, self.tick) = (schoolClass, edition, tick)
            (self.places, self.seen) = (places, seen)
        }
    }

    /// What came of it.
    public typealias Outcome = EnteredStrips

    /// Takes it down.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> EnteredStrips {
        let readers = try ListStripReaders(open).run(
            .init(schoolClass: request.schoolClass, edition: request.edition), by: actor, now: now
        ).learners
        let name = Verbatim(request.schoolClass)
        let printed = try ShowStrips(open).printed(readers, request.edition)
        let together = Set(ShowStrips.together(printed.map(\.printed)) ?? [])
        let pages = printed.enumerated().compactMap { place, page -> TickedPages.Page? in
            guard together.contains(place), let list = page.printed else { return nil }
            let wanted = Set(
                (request.places[page.learner.id] ?? []).filter { list.items.indices.contains($0 - 1) }
                    .compactMap { TickCode(place: $0, tick: request.tick) })
            return .init(learner: page.learner, printed: list) { ticks in
                ticks.filter { $0.tick != request.tick }.union(wanted)
            }
        }
        // Somebody's page is another one by now.
        guard Set(request.places.filter { !$0.value.isEmpty }.keys).isSubset(of: pages.map(\.learner.id)) else {
            throw PersonRefusal.hasChanged(name)
        }
        return try TickedPages(open: open, origin: .learner, actor: actor).take(
            pages, seen: request.seen, of: name, at: StripPlace(source: .answer(for: name)), now: now)
    }
}
