import Content
import Output
import UseCases

/// Learners' strips of paper, ticked in: a grid of boxes, or codes and a wish; one by one, or one kind of tick for all who have the same page.
enum StripRoutes {
    static var all: [DeskRoute] {
        [
            DeskRoute(.get, "/strips/:class", for: .teacher, answer: show),
            DeskRoute(.post, "/strips/:class/:learner", for: .teacher, answer: enter),
            DeskRoute(.post, "/strips/:class/:learner/line", for: .teacher, answer: type),
            DeskRoute(.post, "/strips/:class/:learner/stop", for: .teacher, answer: stop),
        ] + TogetherRoutes.all
    }

    @Sendable private static func show(_ visit: DeskVisit) throws -> DeskAnswer {
        let edition = try edition(of: visit.request.query)
        let by = try by(visit.request.query["by"])
        let outcome = try ShowStrips(visit.open).run(
            .init(visit.className, edition: edition, by: by), by: visit.actor, now: visit.now)
        return .page(
            StripsPage(
                schoolClass: visit.className, edition: edition, by: by, outcome: outcome,
                current: current(outcome.pages, visit.request.query["learner"])))
    }

    /// Whose strip is at hand: whoever was asked for, else the first whose strip was not entered.
    private static func current(_ pages: [ShowStrips.Page], _ wanted: String?) -> Int? {
        pages.firstIndex { $0.learner.id.rawValue == wanted }
            ?? pages.firstIndex { $0.edition != nil && !$0.isEntered } ?? pages.firstIndex { $0.edition != nil }
    }

    @Sendable private static func enter(_ visit: DeskVisit) throws -> DeskAnswer {
        let learner = try learner(visit)
        let isUndo = visit.request.form["ticks"] != nil
        let by = try by(visit.request.form["by"])
        let codes =
            try visit.text("ticks", atMost: 1_000)?.split(separator: " ").map { String($0) }
            ?? visit.request.form.all("tick")
        let outcome = try EnterStrip(visit.open).run(
            .init(
                learner.id, edition: try edition(of: visit.request.form), ticks: try ticks(codes),
                wish: try visit.text("wish"), by: by, seen: try visit.needed("seen", atMost: 20),
                takesBack: try numbers(visit)),
            by: visit.actor, now: visit.now)
        guard !isUndo else {
            return .see(
                try path(visit, to: learner.id, by: by),
                DeskNotice(
                    .done,
                    [visit.words("strips.undone", ["name": learner.name])]
                        + (visit.request.form["kept"] == nil ? [] : [visit.words("strips.stillKept")])))
        }
        var undo: DeskNotice.Undo?
        // What a guardian said is theirs to take back.
        let isKept = outcome.taken.parts.contains(.kept)
        if outcome.hasChanged, by != .guardian, !(isKept && outcome.taken.facts.isEmpty && outcome.unticked == 0) {
            undo = DeskNotice.Undo(
                path: "\(classPath(visit))/\(PercentText.encoded(learner.id.rawValue))",
                values: (isKept ? ["kept": "yes"] : [:]).merging([
                    "ticks": (outcome.before[learner.id] ?? []).compactMap(\.code).sorted().joined(separator: " "),
                    "seen": outcome.digest, "edition": visit.request.form["edition"] ?? "",
                    "back": outcome.wishes.map { "\($0)" }.joined(separator: " "),
                ]) { $1 })
        }
        return try after(visit, learner, outcome.taken, unticked: outcome.unticked, undo: undo)
    }

    private static func ticks(_ codes: [String]) throws -> Set<TickCode> {
        Set(
            try codes.map { code in
                guard let first = code.first, let second = code.dropFirst().first, code.count == 2,
                    let tick = TickCode(first, second)
                else { throw DeskRefusal.malformed }
                return tick
            })
    }

    /// The numbers of what an undo takes back beside the ticks.
    private static func numbers(_ visit: DeskVisit) throws -> [Int64] {
        try (visit.text("back", atMost: 200) ?? "").split(separator: " ").map { text in
            guard let number = Int64(text) else { throw DeskRefusal.malformed }
            return number
        }
    }

    @Sendable private static func type(_ visit: DeskVisit) throws -> DeskAnswer {
        let learner = try learner(visit)
        guard let line = try visit.text("line", atMost: 500) else {
            return .see(try path(visit, to: next(visit)), nil)
        }
        // Whose strip it is, is asked for here: a name before a colon would be somebody else's.
        guard !(line.split(separator: "=").first ?? "").contains(":") else { throw DeskRefusal.malformed }
        let by = try by(visit.request.form["by"])
        let outcome = try TakeStripLine(visit.open).run(
            .init(
                line, of: .asked(learner), by: by, edition: try edition(of: visit.request.form),
                seen: try visit.needed("seen", atMost: 20)), by: visit.actor, now: visit.now)
        var undo: DeskNotice.Undo?
        if !outcome.taken.facts.isEmpty, by != .guardian {
            undo = DeskNotice.Undo(
                path: "/learner/\(PercentText.encoded(learner.id.rawValue))/back",
                values: [
                    "facts": outcome.taken.facts.map { "\($0)" }.joined(separator: " "),
                    "to": try path(visit, to: learner.id),
                ])
        }
        return try after(visit, learner, outcome.taken, unticked: 0, undo: undo)
    }

    /// The box at the foot of the page: no more lists.
    @Sendable private static func stop(_ visit: DeskVisit) throws -> DeskAnswer {
        let learner = try learner(visit)
        _ = try SayConsent(visit.open).run(
            .init(learner.id.rawValue, word: .no, by: .learner), by: visit.actor, now: visit.now)
        return .see(
            try path(visit, to: next(visit)),
            DeskNotice(.done, [visit.words("strips.stopped", ["name": learner.name])]))
    }

    /// The learner of the path, who must be in the class of the path.
    private static func learner(_ visit: DeskVisit) throws -> Learner {
        guard let learner = visit.learner, learner.classes.contains(visit.className) else {
            throw DeskRefusal.notYours
        }
        return learner
    }

    /// The edition that an address or a form names; nil: none.
    static func edition(of form: DeskForm) throws(DeskRefusal) -> Edition? {
        guard let text = form["edition"], !text.isEmpty else { return nil }
        guard let edition = Edition(text) else { throw .malformed }
        return edition
    }

    private static func by(_ value: String?) throws(DeskRefusal) -> Fact.Origin {
        switch value {
        case nil, "", "learner": return .learner
        case "guardian": return .guardian
        default: throw .malformed
        }
    }

    /// The next learner's strip, with what was taken down of this one, and a button that takes just that back.
    private static func after(
        _ visit: DeskVisit, _ learner: Learner, _ taken: TakenDown, unticked: Int, undo: DeskNotice.Undo?
    ) throws -> DeskAnswer {
        let words = visit.words
        var lines = SaidLines(words: words).lines(taken)
        if unticked > 0 {
            lines.append(words(unticked == 1 ? "strips.unticked" : "strips.untickedMany", ["count": "\(unticked)"]))
        }
        let head = words(lines.isEmpty ? "strips.nothing" : "strips.taken", ["name": learner.name])
        let kind: DeskNotice.Kind = SaidLines(words: words).isProblem(taken) ? .problem : .done
        return .see(try path(visit, to: next(visit)), DeskNotice(kind, [head] + lines, undo: undo))
    }

    static func classPath(_ visit: DeskVisit) -> String { "/strips/\(PercentText.encoded(visit.className))" }

    /// The page of a learner's strip; nil: of the first that was not entered.
    private static func path(
        _ visit: DeskVisit, to id: LearnerID?, by: Fact.Origin = .learner
    ) throws(DeskRefusal) -> String {
        var query: [String] = []
        if let edition = try edition(of: visit.request.form) {
            query.append("edition=\(PercentText.encoded("\(edition)"))")
        }
        if let id { query.append("learner=\(PercentText.encoded(id.rawValue))") }
        if by == .guardian { query.append("by=guardian") }
        return classPath(visit) + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    /// Whose strip comes next in the order of the print, of those who have a page; nil after the last.
    private static func next(_ visit: DeskVisit) throws -> LearnerID? {
        let pages = try ShowStrips(visit.open).run(
            .init(visit.className, edition: try edition(of: visit.request.form)), by: visit.actor, now: visit.now
        ).pages
        let place = pages.firstIndex { $0.learner.id == visit.learner?.id } ?? pages.endIndex - 1
        return pages[(place + 1)...].first { $0.edition != nil }?.learner.id
    }
}
