import UseCases

/// The first page: what waits for whom.
enum TodayRoutes {
    static var all: [DeskRoute] {
        [DeskRoute(.get, "/", for: .staff, answer: today)]
    }

    @Sendable private static func today(_ visit: DeskVisit) throws -> DeskAnswer {
        guard let person = visit.person else { throw DeskRefusal.noSession }
        guard person.isTeacher else { return .see(person.home, nil) }
        let outcome = try ShowToday(visit.open).run(.init(person.classes), by: visit.actor, now: visit.now)
        return .page(TodayPage(classes: outcome.classes))
    }
}
