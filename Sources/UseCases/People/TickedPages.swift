import Content
import Pipeline
import Roster
import Store

/// Takes down what is ticked on the printed pages of some learners, all at once: what is new is said, what is ticked no more is taken back.
struct TickedPages {
    let open: SchoolAndStore
    /// Who said it.
    let origin: Fact.Origin
    /// Who takes it down.
    let actor: Actor
    private var store: Store { open.store }

    /// One learner's page.
    struct Page {
        let learner: Learner
        let printed: PrintedLists.Printed
        /// All that is to be ticked, by what is.
        let wanted: (Set<TickCode>) -> Set<TickCode>
    }

    /// What a set of ticks says: of two beside an article that contradict each other "never" stands, and else neither does.
    func resolved(
        _ ticks: Set<TickCode>, on page: PrintedLists.Printed, of learner: Learner, at place: StripPlace
    ) -> (ticks: Set<TickCode>, notes: [TakenDown.Note]) {
        guard let line = Self.line(ticks) else { return ([], []) }
        let (rows, problems) = line.rows(of: learner.id, codes: page.codes, by: origin)
        let stand = rows.flatMap { row in
            let place = row.item.flatMap { page.codes.firstIndex(of: $0) } ?? -1
            return row.wishes.compactMap { TickCode(place: place + 1, tick: $0) }
        }
        return (Set(stand), problems.map { .problem($0, at: place) })
    }

    /// The line that somebody would type for some ticks; nil for none.
    private static func line(_ ticks: Set<TickCode>) -> StripLine? {
        StripLine(ticks.compactMap(\.code).sorted().joined(separator: " "), line: 1, isNamed: false)
    }

    /// Takes it down. `seen`: the digest of what was ticked when somebody looked; `name`: whose pages they are; `back`: the numbers of other
    /// statements of the first learner's that are taken back with it.
    func take(
        _ pages: [Page], seen: String?, of name: Verbatim, takingBack back: [Int64] = [], at place: StripPlace,
        now: Timestamp
    ) throws -> EnteredStrips {
        let wishes = WishRows(open)
        var result = EnteredStrips()
        let rows = try store.write { scope in
            let (ticks, known) = try ticks(pages)
            if let seen, seen != StripTicks.digest(of: ticks) { throw PersonRefusal.hasChanged(name) }
            let meant =
                try back.isEmpty
                ? []
                : TakeBackFacts.meant(back, in: pages.first.flatMap { known[$0.learner.id] } ?? [], of: name, by: actor)
            let gone = zip(pages, ticks).flatMap { $1.gone(leaving: $0.wanted($1.ticks)) }
                .filter { fact in
                    TakeBackFacts.mayBeTakenBack(fact, by: actor) && !meant.contains { $0.number == fact.number }
                }
            try store.learners.append((meant + gone).map { TakeBackFacts.takingBack($0, now: now) }, in: scope)
            let new = zip(pages, ticks).flatMap { page, ticks in
                Self.line(page.wanted(ticks.ticks).subtracting(ticks.ticks))?.rows(
                    of: page.learner.id, codes: page.printed.codes, by: origin
                ).rows ?? []
            }
            let taken = try wishes.takeDown(from: place, now: now, in: scope) { _ in RosterFile(name: "", rows: new) }
            let after = try self.ticks(pages).ticks
            result.before = Dictionary(
                zip(pages, ticks).map { ($0.learner.id, $1.ticks) }, uniquingKeysWith: { first, _ in first })
            result.unticked = zip(ticks, after).reduce(0) { $0 + $1.0.ticks.subtracting($1.1.ticks).count }
            result.digest = StripTicks.digest(of: after)
            return taken
        }
        result.taken = try rows.down.appended == 0 ? rows.down : wishes.told(rows, now: now)
        return result
    }

    /// What is ticked on each page now, by all that is known of their learners.
    private func ticks(_ pages: [Page]) throws -> (ticks: [StripTicks], known: [LearnerID: [Fact]]) {
        let known = try store.learners.facts(about: pages.map(\.learner.id)).readable
        let ticks = pages.map {
            StripTicks(of: $0.learner.id, $0.printed.items, facts: known[$0.learner.id] ?? [], by: origin)
        }
        return (ticks, known)
    }
}
