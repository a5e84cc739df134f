import Configuration
import Content
import Foundation
import Phrases
import Pipeline
import Store
import Testing
import UseCases

/// What a school turns on is made, what it does not is not, and a second run has nothing to do.
@Suite struct FormsTests {
    static let edition = "Outbox/manual@2026-09-07"

    private static func school(
        seed: UInt64, _ change: (String) -> String
    ) throws -> (GeneratedSchool, School, Store) {
        let generated = try GeneratedSchool(feeds: 4, learners: 1, seed: seed)
        try generated.write(DeliveryTests.roster + "\n", to: "Config/learners.csv")
        try generated.write(
            "class,teacher,teacher_email\n5A,Ms Rivera,rivera@school.example\n9B,Mr Adeyemi,\n",
            to: "Config/classes.csv")
        let path = generated.root.appendingPathComponent("Config/gleaner.yaml")
        let text = try String(contentsOf: path, encoding: .utf8)
        try generated.write(change(text), to: "Config/gleaner.yaml")
        let (school, store) = try generated.open()
        return (generated, school, store)
    }

    @Test func everyFormThatIsTurnedOnIsMade() throws {
        let (generated, school, store) = try Self.school(seed: 71) {
            $0.replacingOccurrences(of: "mail: {", with: "mail: {bundles: true, ")
                + "\nforms: [print, text, markdown, json, atom, atom-of-learners, epub, csv, bundle]\n"
        }
        defer { generated.remove() }
        let report = try RunTests.run(school, store)
        #expect(
            !report.findings.contains { $0.severity == .error && !$0.place.hasPrefix("Feeds/") }, "\(report.findings)")
        func names(_ folder: String) -> [String] { generated.files(below: "\(Self.edition)/\(folder)").keys.sorted() }
        let classes = ["5A", "9B"]
        let learners = ["both", "guardian", "older", "unasked", "young"]
        // Who said no is served by the page of their class.
        #expect(names("print") == ["5A.html", "9B-class.html", "9B.html"])
        #expect(names("csv") == classes.map { "\($0).csv" })
        #expect(names("bundle") == classes.map { "\($0).zip" })
        #expect(names("text") == learners.map { "\($0).txt" } && names("markdown") == learners.map { "\($0).md" })
        #expect(names("epub") == learners.map { "\($0).epub" })
        #expect(names("atom") == classes.map { "\($0).xml" } + learners.map { "learners/\($0).xml" })
        // Only one teacher has an address.
        #expect(names("mail").filter { $0.hasPrefix("teacher/") } == ["teacher/5A.eml"])
        let mail = try #require(generated.files(below: "\(Self.edition)/mail/teacher")["5A.eml"])
        let text = String(decoding: mail, as: UTF8.self)
        #expect(text.contains("To: Ms Rivera <rivera@school.example>") || text.contains("rivera@school.example"))
        #expect(text.contains("application/zip") && text.contains("multipart/mixed"))
    }

    @Test func theTeachersMailSaysForWhomArticlesRunOut() throws {
        let (generated, school, store) = try Self.school(seed: 75) {
            $0.replacingOccurrences(of: "mail: {", with: "mail: {bundles: true, ")
        }
        defer { generated.remove() }
        _ = try ImportRoster(store: store).run(.init(of: school), by: Actor(), now: RunTests.monday)
        let pipeline = Pipeline(school: school, store: store)
        let edition = Content.Edition(date: RunTests.monday.utcDate)
        _ = try pipeline.run([.ingest, .rank], edition: edition, now: RunTests.monday)
        let (learner, other) = (LearnerID(rawValue: "young"), LearnerID(rawValue: "both"))
        try store.write { scope in
            for (id, fitting) in [(learner, 3), (other, 90)] {
                let supply = LearnerSupply(
                    learner: id, language: "en", levels: 1.6...4.2, fitting: fitting, weekly: 0, places: 6, listed: 6,
                    listedInAll: 6, quietDays: fitting < 9 ? 20 : 1, topics: ["chess"])
                try store.supply.keep([supply], in: scope)
            }
        }
        _ = try pipeline.run([.deliver], edition: edition, now: RunTests.monday)
        let mail = try #require(generated.files(below: "\(Self.edition)/mail/teacher")["5A.eml"])
        let text = String(decoding: mail, as: UTF8.self)
        let name = Learner(id: learner, facts: try store.learners.facts(about: learner)).name
        #expect(text.contains("Articles run out for:"))
        #expect(text.contains("- \(name): 21 more in English are wanted, grade 2 to 4, by Monday,"))
        #expect(text.components(separatedBy: "more in English").count == 3, "once as text and once as HTML")
    }

    @Test func noFormsNoFiles() throws {
        let (generated, school, store) = try Self.school(seed: 72) { $0 + "\nforms: none\n" }
        defer { generated.remove() }
        try RunTests.run(school, store)
        #expect(generated.files(below: Self.edition).keys.allSatisfy { $0.hasPrefix("mail/") })
    }

    @Test func aSecondRunLooksAtNothingUnlessSomethingChanged() throws {
        let (generated, school, store) = try Self.school(seed: 73) { $0 }
        defer { generated.remove() }
        try RunTests.run(school, store)
        let first = generated.files(below: Self.edition)
        let second = try RunTests.run(school, store, importing: false)
        #expect(second.summary.deliver?.inputs != nil)
        #expect(second.summary.deliver?.mails == 0 && second.summary.deliver?.printOnly == 2)
        #expect(generated.files(below: Self.edition) == first)
        // A template that changed is seen: pages are made anew, mails never.
        let path = "Config/templates/page.html.mustache"
        let page = try String(contentsOf: generated.root.appendingPathComponent(path), encoding: .utf8)
        try generated.write(page.replacingOccurrences(of: "<main>", with: "<main class=\"x\">"), to: path)
        let (changed, same) = try generated.open()
        let third = try RunTests.run(changed, same, importing: false)
        #expect(third.summary.deliver?.pages == 3 && third.summary.deliver?.mails == 0)
        #expect(third.summary.deliver?.written == 3)
    }

    @Test func aTokenStopsTheMailsOfOneAddress() throws {
        let (generated, school, store) = try Self.school(seed: 74) {
            $0.replacingOccurrences(of: "mail: {", with: "mail: {one-click: 'https://school.example/stop', ")
        }
        defer { generated.remove() }
        try RunTests.run(school, store)
        let mails = generated.files(below: "\(Self.edition)/mail")
        func token(_ name: String) throws -> String {
            let text = String(decoding: try #require(mails[name]), as: UTF8.self)
            #expect(text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"))
            let start = try #require(
                text.range(of: "https://school.example/stop?t=3D") ?? text.range(of: "https://school.example/stop?t="))
            let token = String(text[start.upperBound...].prefix { $0.isLetter || $0.isNumber })
            #expect(token.count == 26)
            // It stands in the header alone.
            #expect(text.components(separatedBy: token).count == 2)
            return token
        }
        let stop = StopLists(SchoolAndStore(school, store))
        let learner = try stop.run(.init(token: try token("older-learner.eml")), by: Actor(), now: RunTests.monday)
        #expect(learner.learner == LearnerID(rawValue: "older") && !learner.isGuardian)
        let guardian = try stop.run(
            .init(token: try token("guardian-guardian-2.eml")), by: Actor(), now: RunTests.monday)
        #expect(guardian.isGuardian)
        #expect(throws: PersonRefusal.self) { try stop.run(.init(token: "NOBODY"), by: Actor(), now: RunTests.monday) }
        let later = RunTests.monday.adding(seconds: 7 * 86_400)
        try RunTests.run(school, store, now: later, importing: false)
        let next = generated.files(below: "Outbox/manual@2026-09-14/mail").keys.sorted()
        #expect(!next.contains("older-learner.eml") && !next.contains("guardian-guardian-2.eml"))
        #expect(next.contains("guardian-guardian.eml"))
    }

    @Test func aPreviewShowsWhatWouldGoOutAndChangesNothing() throws {
        let (generated, school, store) = try Self.school(seed: 75) { $0 }
        defer { generated.remove() }
        _ = try ImportRoster(store: store).run(
            .init(learners: school.folder.resolve("Config/learners.csv"), classes: .none), by: Actor(),
            now: RunTests.monday)
        _ = try Pipeline(school: school, store: store).run(
            [.ingest, .rank], edition: Edition(date: CalendarDate(year: 2026, month: 9, day: 7)), now: RunTests.monday)
        let preview = PreviewList(SchoolAndStore(school, store))
        let answer = try preview.run(.init(of: "both"), by: Actor(), now: RunTests.monday)
        #expect(answer.recipients.map { $0.text } == ["both@learners.example"] && answer.files.count == 6)
        #expect(generated.files(below: "Outbox").isEmpty)
        #expect(try store.lists.given(to: store.learners.ids()).mapValues { $0.items }.isEmpty)
        let files = generated.files(below: "Data/preview/manual@2026-09-07/both")
        try RunTests.run(school, store, importing: false)
        let sent = try #require(generated.files(below: "\(Self.edition)/mail")["both-learner.eml"])
        #expect(files["mail.eml"] == sent)
        #expect(
            files.keys.sorted() == ["dark.html", "index.html", "mail.eml", "mail.html", "mail.txt", "print.html"])
        let guardian = try preview.run(.init(of: "both", to: .guardian), by: Actor(), now: RunTests.monday)
        #expect(guardian.recipients.isEmpty || guardian.recipients.map { $0.text } == ["g1@families.example"])
        #expect(throws: ListRefusal.self) {
            try preview.run(.init(of: "refused"), by: Actor(), now: RunTests.monday)
        }
    }
}
