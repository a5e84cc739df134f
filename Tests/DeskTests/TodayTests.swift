import Configuration
import Content
@testable import Desk
import Foundation
import Output
import Pipeline
import Store
import Testing
import UseCases

/// The first page of a teacher: what waits, is thin, late or has failed, class by class.
@Suite struct TodayTests {
    private static func today(
        _ school: DeskSchool, _ name: String = "5A", now: Timestamp = DeskSchool.now
    ) throws -> ShowToday.Today {
        let outcome = try ShowToday(school.open).run(.init([name]), by: Actor(.teacher), now: now)
        return try #require(outcome.classes.first)
    }

    private static func put(_ school: DeskSchool, _ state: EditionRecord.State, _ date: CalendarDate, failures: Int = 0)
        throws
    {
        let (at, schedule) = (DeskSchool.monday, school.open.school.configuration.schedules.first?.name ?? "weekly")
        let record = EditionRecord(
            edition: Edition(schedule: schedule, date: date), state: state, makes: at, sends: at, ends: at,
            failures: failures, at: at)
        try school.open.store.write { scope in try school.open.store.schedules.put(record, in: scope) }
    }

    @Test func whatWaitsIsCountedAndNamed() throws {
        let school = try DeskSchool(learners: 2)
        defer { school.remove() }
        let today = try Self.today(school)
        #expect(today.learners == 7 && today.open == DeskSchool.edition)
        #expect(today.waiting == 7 && today.held == 0 && today.without.isEmpty)
        var request = ReviewLists.Request()
        (request.schoolClass, request.hold, request.looksForArticles) = ("5A", ["ana"], false)
        _ = try ReviewLists(school.open).run(request, by: Actor(.teacher), now: DeskSchool.now)
        let after = try Self.today(school)
        #expect(after.waiting == 6 && after.held == 1)
        // The other class is another one's.
        let other = try Self.today(school, "9B")
        #expect(other.learners == 3 && other.waiting == 0)
        #expect(other.unknown.map(\.text) == ["Hugo Blanc"])
        let teacher = try school.signIn(DeskSchool.rivera)
        let html = try teacher.get("/").html
        #expect(html.contains("6 lists wait for your approval") && html.contains("One list is held back."))
        #expect(!html.contains("Hugo") && !html.contains("9B"))
        let spanish = try teacher.get("/", language: "es").html
        #expect(spanish.contains("6 listas esperan") && spanish.contains("Una lista está retenida."))
    }

    @Test func whatWentWrongIsSaidUntilSomethingWentWell() throws {
        let school = try DeskSchool()
        defer { school.remove() }
        let day = DeskSchool.monday.utcDate
        #expect(try Self.today(school).trouble == nil)
        try Self.put(school, .missed, day.adding(days: -7))
        #expect(try Self.today(school).trouble?.state == .missed)
        try Self.put(school, .open, day, failures: 2)
        #expect(try Self.today(school).trouble?.failures == 2)
        try Self.put(school, .done, day, failures: 2)
        #expect(try Self.today(school).trouble == nil, "it has gone out since")
    }

    @Test func articlesThatWaitAreCountedOnceSomebodyHasLooked() throws {
        let school = try DeskSchool { root in
            try Data("[13]\nmoon\n".utf8).write(to: root.appendingPathComponent("Config/held-words/en.txt"))
        }
        defer { school.remove() }
        #expect(try Self.today(school).articles == nil)
        let held = try ListHeldArticles(school.open).run(.init("5A"), by: Actor(.teacher), now: DeskSchool.now)
        #expect(try Self.today(school).articles == held.articles.count)
        let first = try #require(held.articles.first)
        _ = try SettleHeldArticles(school.open).run(
            .init(.approve, articles: [first.article.code.rawValue], class: "5A", seen: first.digest),
            by: Actor(.teacher), now: DeskSchool.now)
        #expect(try Self.today(school).articles == nil, "nobody has looked since")
    }

    @Test func wishesThatWaitAreToldByTopicAsFarAsTheyMayBe() throws {
        let school = try DeskSchool()
        defer { school.remove() }
        for (learner, topic) in [("ben", "xylophones"), ("dora", "xylophones"), ("ana", "ramadan"), ("ana", "mosque")] {
            _ = try SayWish(school.open).run(
                .init(.more, learner: learner, about: topic, isTopic: true, by: .learner), by: Actor(.teacher),
                now: DeskSchool.now)
        }
        try school.rank(now: DeskSchool.now.adding(seconds: 7 * 86_400))
        let wishes = try Self.today(school, now: DeskSchool.now.adding(seconds: 7 * 86_400)).wishes
        #expect(wishes.contains { $0.topic?.text == "xylophones" && $0.learners == 2 })
        // Whoever has two wishes that are not for others to see is one learner.
        #expect(wishes.contains { $0.topic == nil && $0.learners == 1 })
        for wish in wishes.compactMap(\.topic) { #expect(school.open.school.isNamedToOthers(wish.text)) }
    }
}
