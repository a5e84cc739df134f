import Content
import Output
import UseCases

/// Lists as their readers see them, and pages to print.
enum PrintRoutes {
    static var all: [DeskRoute] {
        [
            DeskRoute(.get, "/as/:learner", for: .teacher, answer: seen),
            DeskRoute(.get, "/as/:learner/mail", for: .teacher) { .document(html: try asSeen($0).mail) },
            DeskRoute(.get, "/as/:learner/page", for: .teacher) { .document(html: try asSeen($0).page) },
            DeskRoute(.get, "/print/:class", for: .teacher, weight: .heavy, answer: overview),
            DeskRoute(.get, "/print/:class/packet", for: .teacher, weight: .heavy, answer: packet),
            DeskRoute(.get, "/print/:class/page/:learner", for: .teacher, answer: packet),
        ]
    }

    private static func edition(_ visit: DeskVisit) -> Edition? {
        visit.request.query["edition"].flatMap { Edition($0) }
    }

    private static func asSeen(_ visit: DeskVisit) throws -> ShowListAsSeen.Outcome {
        guard let learner = visit.learner else { throw DeskRefusal.notYours }
        let reader = visit.request.query["to"].flatMap { RecipientRole(rawValue: $0) }
        return try ShowListAsSeen(visit.open).run(
            .init(learner.id, edition: edition(visit), to: reader == .guardian ? .guardian : nil), by: visit.actor,
            now: visit.now)
    }

    @Sendable private static func seen(_ visit: DeskVisit) throws -> DeskAnswer {
        guard let learner = visit.learner else { throw DeskRefusal.notYours }
        return .page(
            AsSeenPage(
                learner: learner, outcome: try asSeen(visit), isGuardians: visit.request.query["to"] == "guardian"))
    }

    private static func pages(_ visit: DeskVisit) throws -> ShowPagesToPrint.Outcome {
        try ShowPagesToPrint(visit.open).run(
            .init(visit.className, learner: visit.learner?.id, edition: edition(visit)), by: visit.actor, now: visit.now
        )
    }

    @Sendable private static func overview(_ visit: DeskVisit) throws -> DeskAnswer {
        .page(PrintPage(schoolClass: visit.className, outcome: try pages(visit)))
    }

    @Sendable private static func packet(_ visit: DeskVisit) throws -> DeskAnswer {
        if let learner = visit.learner, !learner.classes.contains(visit.className) { throw DeskRefusal.notYours }
        guard let html = try pages(visit).html else { throw DeskRefusal.nothingToPrint }
        return .document(html: html)
    }
}
