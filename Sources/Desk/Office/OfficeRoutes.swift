import Content
import Output
import Phrases
import Pipeline
import UseCases

/// A technician's part: status, history, and who is at the desk.
enum OfficeRoutes {
    static var all: [DeskRoute] {
        [
            DeskRoute(.get, "/status", for: .technician, weight: .heavy, answer: status),
            DeskRoute(.get, "/history", for: .technician, answer: history),
            DeskRoute(.get, "/sessions", for: .technician, answer: sessions),
            DeskRoute(.post, "/sessions/end", for: .technician, answer: end),
        ]
    }

    @Sendable private static func status(_ visit: DeskVisit) throws -> DeskAnswer {
        let outcome = try TellStatus(SchoolCalendar(of: visit.open.school), scorerTypes: visit.scorerTypes).run(
            .init(), by: visit.actor, now: visit.now)
        return .page(
            OfficePage(
                kind: .status, isWell: outcome.status == 0, lines: outcome.lines + outcome.findings.map { "\($0)" }))
    }

    @Sendable private static func history(_ visit: DeskVisit) throws -> DeskAnswer {
        let outcome = try ShowHistory(SchoolCalendar(of: visit.open.school)).run(
            .init(count: 20), by: visit.actor, now: visit.now)
        return .page(OfficePage(kind: .history, isWell: true, lines: outcome.lines + outcome.talk))
    }

    @Sendable private static func sessions(_ visit: DeskVisit) throws -> DeskAnswer {
        .page(SessionsPage(outcome: try ListDeskSessions(visit.open).run(.init(), by: visit.actor, now: visit.now)))
    }

    @Sendable private static func end(_ visit: DeskVisit) throws -> DeskAnswer {
        let person = try visit.needed("person")
        let outcome = try EndDeskSessions(visit.open).run(.person(person), by: visit.actor, now: visit.now)
        return .see(
            "/sessions",
            DeskNotice(.done, [visit.words("office.ended", ["person": person, "count": "\(outcome.count)"])]))
    }
}
