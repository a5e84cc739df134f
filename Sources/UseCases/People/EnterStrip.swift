import Content
import Roster
import Store

/// Takes down one learner's strip as it is ticked: what is new is said, what is ticked no more is taken back. What is said comes to the same as the
/// codes of `gleaner say --ticks`.
public struct EnterStrip: UseCase {
    private let open: SchoolAndStore
    private var store: Store { open.store }

    /// In a school's store.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// A strip.
    public struct Request: Sendable {
        /// The learner, by id.
        public var learner: LearnerID
        /// The edition of the page; nil: the newest that went out.
        public var edition: Edition?
        /// All that is ticked.
        public var ticks: Set<TickCode>
        /// What they would like to read; nil: nothing.
        public var wish: String?
        /// Who said it.
        public var by: Fact.Origin
        /// The digest of what was ticked when it was looked at; nil: nobody looked.
        public var seen: String?
        /// The numbers of other statements of theirs that are taken back with it.
        public var takesBack: [Int64]

        /// A strip by its parts.
        package init(
            _ learner: LearnerID, edition: Edition? = nil, ticks: Set<TickCode>, wish: String? = nil,
            by: Fact.Origin = .learner, seen: String? = nil, takesBack: [Int64] = []
        ) {
            (self.learner, self.edition, self.ticks, self.wish) = (learner, edition, ticks, wish)
            (self.by, self.seen, self.takesBack) = (by, seen, takesBack)
        }
    }

    /// What came of it.
    public typealias Outcome = EnteredStrips

    /// Takes it down.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> EnteredStrips {
        let learner = try NamedThings(store: store).learner(request.learner.rawValue)
        let place = StripPlace(source: .answer(for: Verbatim(learner.name)))
        let typed = TypedStrip(open: open, edition: request.edition, origin: request.by)
        let printed: PrintedLists.Printed
        switch try typed.printed(of: learner, at: place) {
        case .success(let found): printed = found
        case .failure(let note): return EnteredStrips(taken: TakenDown(notes: [note.note]))
        }
        let pages = TickedPages(open: open, origin: request.by, actor: actor)
        let (wanted, notes) = pages.resolved(request.ticks, on: printed, of: learner, at: place)
        let taken = try pages.take(
            [.init(learner: learner, printed: printed, wanted: { _ in wanted })], seen: request.seen,
            of: Verbatim(learner.name), takingBack: request.takesBack, at: place, now: now)
        var outcome = taken
        outcome.taken.notes += notes
        // A line break would be none on the strip.
        let wish = (request.wish ?? "").split(whereSeparator: \.isNewline).joined(separator: " ").trimmed
        if !wish.isEmpty {
            let said = try typed.wish(wish, of: learner, at: place, now: now)
            outcome.wishes = said.facts
            outcome.taken.add(said)
        }
        return outcome
    }
}
