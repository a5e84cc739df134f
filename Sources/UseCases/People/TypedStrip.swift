import Content
import Pipeline
import Roster
import Store

/// Takes down the strip of one printed page by the two letters beside each box.
struct TypedStrip {
    let open: SchoolAndStore
    /// The edition whose pages are typed in; nil: each learner's newest that went out.
    let edition: Edition?
    let origin: Fact.Origin
    private var store: Store { open.store }

    /// Takes a line down. `asked`: the learner whose line was asked for; another one's where it begins with a name and a colon.
    func take(_ strip: StripLine, asked: Learner?, at place: StripPlace, now: Timestamp) throws -> TakenDown {
        var learner = asked
        if !strip.name.isEmpty {
            do {
                learner = try NamedThings(store: store).learner(strip.name)
            } catch is NamingRefusal {
                // A name that nobody has may be what a child wrote.
                return TakenDown(notes: [.noLearner(open.school.screen.named(strip.name), at: place)])
            }
        }
        guard let learner else { return TakenDown(notes: [.ofNobody(at: place)]) }
        var taken = TakenDown()
        if !strip.ticks.isEmpty || !strip.unread.isEmpty {
            let name = Verbatim(learner.name)
            guard let list = try PrintedLists(store: store).list(of: learner.id, edition: edition) else {
                return TakenDown(notes: [.noList(of: name, at: place)])
            }
            let items = try store.items.items(versions: Set(list.entries.map { $0.version }))
            let codes = list.entries.compactMap { items[$0.version]?.code }
            guard codes.count == list.entries.count else {
                return TakenDown(notes: [.unreadableArticle(of: name, at: place)])
            }
            let (rows, problems) = strip.rows(of: learner.id, codes: codes, by: origin)
            taken = try WishRows(open).takeDown(from: place, now: now) { _ in RosterFile(name: "", rows: rows) }
            taken.notes += problems.map { .problem($0, at: place) }
        }
        if let wish = strip.wish {
            let said = SayWish.Request(
                .more, learner: learner.id.rawValue, about: wish, isTopic: true, by: origin)
            do {
                taken.add(try SayWish(open).run(said, by: Actor(), now: now))
            } catch  where error is TopicRefusal || error is NamingRefusal || error is ShippedFilesMissing {
                taken.notes.append(.refused(error, at: place))
            }
        }
        return taken
    }
}
