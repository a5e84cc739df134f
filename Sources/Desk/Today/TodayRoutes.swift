import UseCases

/// The first page: what waits for whom.
enum TodayRoutes {
    static var all: [DeskRoute] {
        [DeskRoute(.get, "/", for: .staff, answer: today)]
    }

    @Sendable private static func today(_ visit: DeskVisit) throws -> DeskAnswer {
        guard let person = visit.person else { throw DeskRefusal.noSession }
        guard person.isTeacher else { return .see(person.home, nil) }
        return .page(TodayPage(classes: person.classes))
    }
}
