import Content
import Output
import UseCases

/// Lists as their readers see them, and pages to print.
enum PrintRoutes {
    static var all: [DeskRoute] {
        [
            DeskRoute(.get, "/as/:learner", for: .teacher, answer: seen),
            DeskRoute(.get, "/as/:learner/mail", for: .teacher, answer: mail),
            DeskRoute(.get, "/as/:learner/page", for: .teacher) { try document($0, .page) },
            DeskRoute(.get, "/print/:class", for: .teacher, answer: overview),
            DeskRoute(.get, "/print/:class/packet", for: .teacher, weight: .heavy) { try print($0, .packet) },
            DeskRoute(.get, "/print/:class/page", for: .teacher) { try print($0, .classPage) },
            DeskRoute(.get, "/print/:class/page/:learner", for: .teacher, answer: page),
        ]
    }

    /// The edition that an address names; nil: none.
    private static func edition(_ visit: DeskVisit) throws(DeskRefusal) -> Edition? {
        guard let text = visit.request.query["edition"], !text.isEmpty else { return nil }
        guard let edition = Edition(text) else { throw .malformed }
        return edition
    }

    private static func asSeen(_ visit: DeskVisit, _ part: ListPreview.Part) throws -> ShowListAsSeen.Outcome {
        guard let learner = visit.learner else { throw DeskRefusal.notYours }
        return try ShowListAsSeen(visit.open).run(
            .init(learner.id, edition: edition(visit), part: part, classes: visit.person?.classes ?? []),
            by: visit.actor, now: visit.now)
    }

    @Sendable private static func seen(_ visit: DeskVisit) throws -> DeskAnswer {
        .page(AsSeenPage(outcome: try asSeen(visit, .contents)))
    }

    @Sendable private static func mail(_ visit: DeskVisit) throws -> DeskAnswer {
        guard let reader = AsSeenPage.reader(visit.request.query["to"] ?? "learner") else {
            throw DeskRefusal.malformed
        }
        return try document(visit, .mail(reader))
    }

    private static func document(_ visit: DeskVisit, _ part: ListPreview.Part) throws -> DeskAnswer {
        guard let html = try asSeen(visit, part).seen?.html else { throw DeskRefusal.noPage }
        return .document(html: html)
    }

    @Sendable private static func overview(_ visit: DeskVisit) throws -> DeskAnswer {
        .page(PrintPage(schoolClass: visit.className, outcome: try pages(visit, .contents)))
    }

    private static func pages(
        _ visit: DeskVisit, _ part: ShowPagesToPrint.Request.Part
    ) throws -> ShowPagesToPrint.Outcome {
        try ShowPagesToPrint(visit.open).run(
            .init(visit.className, part, edition: edition(visit)), by: visit.actor, now: visit.now)
    }

    private static func print(_ visit: DeskVisit, _ part: ShowPagesToPrint.Request.Part) throws -> DeskAnswer {
        guard let html = try pages(visit, part).html else { throw DeskRefusal.nothingToPrint }
        return .document(html: html)
    }

    @Sendable private static func page(_ visit: DeskVisit) throws -> DeskAnswer {
        guard let learner = visit.learner, learner.classes.contains(visit.className) else {
            throw DeskRefusal.notYours
        }
        return try print(visit, .page(learner.id))
    }
}
