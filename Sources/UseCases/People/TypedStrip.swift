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
            let printed: PrintedLists.Printed
            switch try self.printed(of: learner, at: place) {
            case .success(let found): printed = found
            case .failure(let missing): return TakenDown(notes: [missing.note])
            }
            let (rows, problems) = strip.rows(of: learner.id, codes: printed.codes, by: origin)
            taken = try WishRows(open).takeDown(from: place, now: now) { _ in RosterFile(name: "", rows: rows) }
            taken.notes += problems.map { .problem($0, at: place) }
        }
        if let wish = strip.wish { taken.add(try self.wish(wish, of: learner, at: place, now: now)) }
        return taken
    }

    /// Takes down what somebody wrote on the line for a wish.
    func wish(_ wish: String, of learner: Learner, at place: StripPlace, now: Timestamp) throws -> TakenDown {
        let said = SayWish.Request(.more, learner: learner.id.rawValue, about: wish, isTopic: true, by: origin)
        do {
            return try SayWish(open).run(said, by: Actor(), now: now)
        } catch  where error is TopicRefusal || error is NamingRefusal || error is ShippedFilesMissing {
            return TakenDown(notes: [.refused(error, at: place)])
        }
    }

    /// Why there is no printed page to tick.
    struct NoPage: Error {
        let note: TakenDown.Note
    }

    /// The page that a learner has on paper.
    func printed(of learner: Learner, at place: StripPlace) throws -> Result<PrintedLists.Printed, NoPage> {
        let name = Verbatim(learner.name)
        let lists = PrintedLists(store: store)
        guard let list = try lists.list(of: learner, edition: edition, basis: open.school.lawfulBasis) else {
            return .failure(NoPage(note: .noList(of: name, at: place)))
        }
        let articles = try store.items.items(versions: Set(list.entries.map { $0.version }))
        guard let printed = PrintedLists.Printed(list, articles) else {
            return .failure(NoPage(note: .unreadableArticle(of: name, at: place)))
        }
        return .success(printed)
    }
}
