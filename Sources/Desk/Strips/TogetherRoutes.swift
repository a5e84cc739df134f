import Content
import Output
import UseCases

/// One kind of tick for all learners of a class who have the very same page.
enum TogetherRoutes {
    static var all: [DeskRoute] {
        [
            DeskRoute(.get, "/strips-together/:class", for: .teacher, answer: show),
            DeskRoute(.post, "/strips-together/:class", for: .teacher, answer: enter),
        ]
    }

    /// A kind of tick as an address or a form names it; nil: none is named.
    private static func kind(_ name: String?) throws(DeskRefusal) -> Fact.Kind? {
        guard let name, !name.isEmpty else { return nil }
        guard let kind = TickCode.boxes.first(where: { $0.rawValue == name }) else { throw .malformed }
        return kind
    }

    @Sendable private static func show(_ visit: DeskVisit) throws -> DeskAnswer {
        let edition = try StripRoutes.edition(of: visit.request.query)
        let outcome = try ShowStrips(visit.open).run(
            .init(visit.className, edition: edition), by: visit.actor, now: visit.now)
        return .page(
            TogetherPage(
                schoolClass: visit.className, edition: edition,
                tick: try kind(visit.request.query["tick"]) ?? TickCode.boxes.first ?? .liked, outcome: outcome))
    }

    @Sendable private static func enter(_ visit: DeskVisit) throws -> DeskAnswer {
        let form = visit.request.form
        guard let kind = try kind(form["kind"]) else { throw DeskRefusal.missing }
        let isUndo = form["ticks"] != nil
        let ticked =
            try visit.text("ticks", atMost: 50_000)?.split(whereSeparator: \.isNewline).map { String($0) }
            ?? form.all("tick")
        var places: [LearnerID: Set<Int>] = [:]
        for text in ticked {
            // The letter of the article, and whose tick it is.
            guard let letter = text.first, let place = TickCode(letter, "m")?.place, text.count > 1 else {
                throw DeskRefusal.malformed
            }
            places[LearnerID(rawValue: String(text.dropFirst())), default: []].insert(place)
        }
        let outcome = try EnterStripsTogether(visit.open).run(
            .init(
                visit.className, edition: try StripRoutes.edition(of: form), kind, places: places,
                seen: try visit.needed("seen", atMost: 20)), by: visit.actor, now: visit.now)
        let to = try self.kind(form["to"]) ?? kind
        var query = ["tick=\(to.rawValue)"]
        if let edition = form["edition"], !edition.isEmpty { query.append("edition=\(PercentText.encoded(edition))") }
        let path = "/strips-together/\(PercentText.encoded(visit.className))"
        return .see(
            path + "?" + query.joined(separator: "&"),
            notice(of: outcome, kind, visit, undo: isUndo ? nil : undo(outcome, kind, path, form)))
    }

    /// What takes it back: the same form with what was ticked before.
    private static func undo(
        _ outcome: EnteredStrips, _ kind: Fact.Kind, _ path: String, _ form: DeskForm
    ) -> DeskNotice.Undo? {
        guard outcome.hasChanged else { return nil }
        let before = outcome.before.flatMap { id, ticks in
            ticks.filter { $0.tick == kind }.compactMap { TickCode.letter(of: $0.place) }.map { "\($0)\(id.rawValue)" }
        }
        return DeskNotice.Undo(
            path: path,
            values: [
                "kind": kind.rawValue, "ticks": before.sorted().joined(separator: "\n"), "seen": outcome.digest,
                "edition": form["edition"] ?? "",
            ])
    }

    private static func notice(
        of outcome: EnteredStrips, _ kind: Fact.Kind, _ visit: DeskVisit, undo: DeskNotice.Undo?
    ) -> DeskNotice {
        let words = visit.words
        let (count, tick) = (outcome.taken.appended, words("tick.\(kind.rawValue)"))
        var lines: [String] = []
        if count > 0 {
            lines.append(
                words(count == 1 ? "together.takenOne" : "together.taken", ["count": "\(count)", "tick": tick]))
        }
        if outcome.unticked > 0 {
            let key = outcome.unticked == 1 ? "strips.unticked" : "strips.untickedMany"
            lines.append(words(key, ["count": "\(outcome.unticked)"]))
        }
        if lines.isEmpty { lines.append(words("together.nothing")) }
        return DeskNotice(.done, lines, undo: undo)
    }
}
