import Content
import Output
import UseCases

/// Learners' strips of paper, ticked in: a grid of boxes, or codes and a wish.
enum StripRoutes {
    static var all: [DeskRoute] {
        [
            DeskRoute(.get, "/strips/:class", for: .teacher, answer: show),
            DeskRoute(.post, "/strips/:class/:learner", for: .teacher, answer: enter),
            DeskRoute(.post, "/strips/:class/:learner/line", for: .teacher, answer: type),
        ]
    }

    @Sendable private static func show(_ visit: DeskVisit) throws -> DeskAnswer {
        let edition = visit.request.query["edition"].flatMap { Edition($0) }
        let pages = try ShowStrips(visit.open).run(
            .init(visit.className, edition: edition), by: visit.actor, now: visit.now
        ).pages
        let wanted = visit.request.query["learner"]
        let current = pages.firstIndex { $0.learner.id.rawValue == wanted } ?? pages.firstIndex { $0.edition != nil }
        return .page(StripsPage(schoolClass: visit.className, edition: edition, pages: pages, current: current))
    }

    @Sendable private static func enter(_ visit: DeskVisit) throws -> DeskAnswer {
        guard let learner = visit.learner else { throw DeskRefusal.notYours }
        let ticks = try visit.request.form.all("tick").map { code in
            guard let first = code.first, let second = code.dropFirst().first, code.count == 2,
                let tick = TickCode(first, second)
            else { throw DeskRefusal.malformed }
            return tick
        }
        let outcome = try EnterStrip(visit.open).run(
            .init(
                learner.id, edition: edition(visit), ticks: ticks, wish: try visit.text("wish"), by: try by(visit),
                seen: try visit.needed("seen", atMost: 20)),
            by: visit.actor, now: visit.now)
        return try after(visit, learner, outcome.taken, takenBack: outcome.takenBack)
    }

    @Sendable private static func type(_ visit: DeskVisit) throws -> DeskAnswer {
        guard let learner = visit.learner, let line = try visit.text("line", atMost: 500) else {
            return .see(try next(visit), nil)
        }
        // Whose strip it is, is asked for here: a name before a colon would be somebody else's.
        guard !(line.split(separator: "=").first ?? "").contains(":") else { throw DeskRefusal.malformed }
        let outcome = try TakeStripLine(visit.open).run(
            .init(line, of: .asked(learner), by: try by(visit), edition: edition(visit)), by: visit.actor,
            now: visit.now)
        return try after(visit, learner, outcome.taken, takenBack: 0)
    }

    private static func edition(_ visit: DeskVisit) -> Edition? {
        visit.request.form["edition"].flatMap { Edition($0) }
    }

    private static func by(_ visit: DeskVisit) throws -> Fact.Origin {
        try visit.text("by") == "guardian" ? .guardian : .learner
    }

    /// The next learner's strip, with what was taken down of this one, and a button that takes just that back.
    private static func after(
        _ visit: DeskVisit, _ learner: Learner, _ taken: TakenDown, takenBack: Int
    ) throws -> DeskAnswer {
        let words = visit.words
        var lines = SaidLines(words: words).lines(taken)
        if takenBack > 0 {
            lines.append(words(takenBack == 1 ? "strips.unticked" : "strips.untickedMany", ["count": "\(takenBack)"]))
        }
        let name = learner.name
        let head = words(lines.isEmpty ? "strips.nothing" : "strips.taken", ["name": name])
        let undo: DeskNotice.Undo? =
            taken.facts.isEmpty
            ? nil
            : .init(
                path: "/learner/\(PercentText.encoded(learner.id.rawValue))/back",
                values: ["facts": taken.facts.map { "\($0)" }.joined(separator: " "), "to": try here(visit, learner)])
        let kind: DeskNotice.Kind = SaidLines(words: words).isProblem(taken) ? .problem : .done
        return .see(try next(visit), DeskNotice(kind, [head] + lines, undo: undo))
    }

    private static func path(_ visit: DeskVisit, to id: LearnerID?) -> String {
        var query: [String] = []
        if let edition = edition(visit) { query.append("edition=\(PercentText.encoded("\(edition)"))") }
        if let id { query.append("learner=\(PercentText.encoded(id.rawValue))") }
        return "/strips/\(PercentText.encoded(visit.className))"
            + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    private static func here(_ visit: DeskVisit, _ learner: Learner) throws -> String { path(visit, to: learner.id) }

    private static func next(_ visit: DeskVisit) throws -> String {
        let readers = try ListStripReaders(visit.open).run(
            .init(schoolClass: visit.className, edition: edition(visit)), by: visit.actor, now: visit.now
        ).learners.map(\.id)
        let place = readers.firstIndex { $0 == visit.learner?.id } ?? -1
        return path(visit, to: readers.indices.contains(place + 1) ? readers[place + 1] : readers.last)
    }
}
