import Content
import Roster
import Store

/// Takes down one learner's strip: the codes of what is ticked, and behind `=` what they would like to read.
public struct TakeStripLine: UseCase {
    private let open: SchoolAndStore

    /// In a school's store.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// A line.
    public struct Request: Sendable {
        /// Whose strip was meant.
        public enum Whose: Sendable {
            /// That of whoever has the id or name.
            case named(String)
            /// That of a learner who was asked for; the line may begin with another's name and a colon.
            case asked(Learner)
        }

        /// What was typed.
        public var line: String
        /// Whose strip was meant.
        public var whose: Whose
        /// Who said it.
        public var by: Fact.Origin
        /// The edition of the page; nil: the learner's newest that went out.
        public var edition: Edition?
        /// The digest of what was ticked when it was looked at; nil: nobody looked.
        public var seen: String?

        /// A line by its parts.
        package init(
            _ line: String, of whose: Whose, by: Fact.Origin, edition: Edition? = nil, seen: String? = nil
        ) {
            self.seen = seen
            self.line = line
            self.whose = whose
            self.by = by
            self.edition = edition
        }
    }

    /// What was taken down.
    public struct Outcome: Sendable {
        /// What was taken down.
        public var taken = TakenDown()
        /// Whether the line says by itself whose strip it is, so that the one that was asked for is still to come.
        public var namesAnother = false
    }

    /// Takes it down.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        try PrintedLists(store: open.store).check(request.edition)
        let typed = TypedStrip(open: open, edition: request.edition, origin: request.by)
        switch request.whose {
        case .named(let name):
            guard let strip = StripLine("\(name): \(request.line)", line: 1, isNamed: true) else { return Outcome() }
            return Outcome(
                taken: try typed.take(strip, asked: nil, at: StripPlace(source: .command), now: now),
                namesAnother: true)
        case .asked(let learner):
            guard let strip = StripLine(request.line, line: 1, isNamed: false) else { return Outcome() }
            let place = StripPlace(source: .answer(for: Verbatim(learner.name)))
            if let seen = request.seen, case .success(let printed) = try typed.printed(of: learner, at: place) {
                let facts = try open.store.learners.facts(about: [learner.id]).readable[learner.id] ?? []
                let ticks = StripTicks(of: learner.id, printed.items, facts: facts, by: request.by)
                guard seen == StripTicks.digest(of: [ticks]) else {
                    throw PersonRefusal.hasChanged(Verbatim(learner.name))
                }
            }
            return Outcome(
                taken: try typed.take(strip, asked: learner, at: place, now: now), namesAnother: !strip.name.isEmpty)
        }
    }
}
