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
        public var ticks: [TickCode]
        /// What they would like to read; nil: nothing.
        public var wish: String?
        /// Who said it.
        public var by: Fact.Origin
        /// The digest of what was ticked when it was looked at; nil: nobody looked.
        public var seen: String?

        /// A strip by its parts.
        package init(
            _ learner: LearnerID, edition: Edition? = nil, ticks: [TickCode], wish: String? = nil,
            by: Fact.Origin = .learner, seen: String? = nil
        ) {
            (self.learner, self.edition, self.ticks, self.wish) = (learner, edition, ticks, wish)
            (self.by, self.seen) = (by, seen)
        }
    }

    /// What came of it.
    public struct Outcome: Sendable {
        /// What was taken down.
        public var taken: TakenDown
        /// How many ticks were taken back.
        public var takenBack: Int
    }

    /// Takes it down.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let learner = try NamedThings(store: store).learner(request.learner.rawValue)
        guard let list = try PrintedLists(store: store).list(of: learner.id, edition: request.edition) else {
            throw PersonRefusal.noListOf(request.edition ?? Edition(date: now.utcDate))
        }
        let wanted = Set(request.ticks)
        var gone: [Fact] = []
        var there: Set<TickCode> = []
        try store.write { scope in
            let facts = try store.learners.facts(about: [learner.id]).readable[learner.id] ?? []
            let ticks = StripTicks(list.entries.map(\.item), facts: facts, by: request.by)
            if let seen = request.seen, seen != ticks.digest {
                throw PersonRefusal.hasChanged(Verbatim(learner.name))
            }
            gone = ticks.standing.filter { !wanted.contains($0.tick) }.map(\.fact)
            there = Set(ticks.standing.map(\.tick)).intersection(wanted)
            try store.learners.append(gone.map { TakeBackFacts.takingBack($0, now: now) }, in: scope)
        }
        let new = wanted.subtracting(there).compactMap(\.code).sorted()
        let wish = request.wish?.split(whereSeparator: \.isNewline).joined(separator: " ") ?? ""
        guard let line = StripLine("\(new.joined(separator: " ")) = \(wish)", line: 1, isNamed: false),
            !new.isEmpty || !wish.isEmpty
        else { return Outcome(taken: TakenDown(), takenBack: gone.count) }
        let typed = TypedStrip(open: open, edition: list.edition, origin: request.by)
        let place = StripPlace(source: .answer(for: Verbatim(learner.name)))
        return Outcome(
            taken: try typed.take(line, asked: learner, at: place, now: now), takenBack: gone.count)
    }
}
