import Configuration
import Content
import Foundation
@testable import Phrases
@testable import Pipeline
import Safeguarding
@testable import Store
import Testing
@testable import UseCases

/// A wish that tells of distress is neither looked for nor shown anywhere, and a grown-up finds it the same day.
@Suite struct SafeguardingRunTests {
    static let cry = "how to kill myself"

    @Test func aCryForHelpIsShownNowhereAndMailedTheSameDay() throws {
        let (generated, school, store) = try Self.school(seed: 701)
        defer { generated.remove() }
        let report = try SayWish(SchoolAndStore(school, store)).run(
            .init(.more, learner: "l1", about: Self.cry, by: .learner), by: Actor(), now: RunTests.monday)
        #expect(report.parts == [.kept] && report.findings.isEmpty)
        let run = try Pipeline(school: school, store: store).run(
            Set(Stage.allCases), edition: Edition(date: RunTests.monday.utcDate), now: RunTests.monday)
        #expect(!run.findings.contains { "\($0)".contains("kill") })
        for (name, data) in generated.files(below: "Outbox") where !name.hasPrefix("safeguarding@") {
            #expect(!Self.text(data).contains("kill myself"), "\(name)")
        }
        let mails = generated.files(below: "Outbox/safeguarding@2026-09-07/mail")
        let mail = Self.text(try #require(mails["note-1.eml"]))
        #expect(mail.contains("To: counsellor@school.example") && mail.contains(Self.cry))
        #expect(mail.contains("Subject: Please read this today\r\n"))
        let file = try ShowLearner(store, screen: school.screen).run(.init("l1"), by: Actor(), now: RunTests.monday)
        #expect(
            file.profile.wants.allSatisfy { $0.phrase != Self.cry } && file.facts.allSatisfy { $0.value != Self.cry })
        let status = try SchoolStatus(SchoolCalendar(folder: school.folder), now: RunTests.monday)
        #expect(status.problems.contains { $0.clause.hasPrefix("one note waits for a grown-up") })
        #expect(!status.problems.contains { $0.clause.contains("kill") })
        // Said once more on the same day it is one note; a second run writes no second mail.
        _ = try SayWish(SchoolAndStore(school, store)).run(
            .init(.more, learner: "l1", about: Self.cry, by: .learner), by: Actor(), now: RunTests.monday)
        #expect(generated.files(below: "Outbox/safeguarding@2026-09-07/mail").count == 1)
    }

    @Test func whatMeansNothingOfTheKindCountsOnceItIsCleared() throws {
        let (generated, school, store) = try Self.school(seed: 702)
        defer { generated.remove() }
        let desk = SayWish(SchoolAndStore(school, store))
        func wants() throws -> [String] {
            InterestProfile(facts: try store.learners.facts(about: LearnerID(rawValue: "l1"))).wants.map { $0.phrase }
        }
        _ = try desk.run(
            .init(.more, learner: "l1", about: "torture", isTopic: true, by: .learner), by: Actor(),
            now: RunTests.monday)
        #expect(try !wants().contains("torture"))
        func waiting() throws -> [String] {
            try ListNotes(SchoolAndStore(school, store)).run(.init(), by: Actor(), now: RunTests.monday)
                .notes.map(\.learner.text)
        }
        func settle(_ state: SafeguardingNote.State) throws {
            _ = try SettleNote(SchoolAndStore(school, store)).run(
                .init(1, as: state, by: "Ms Rivera"), by: Actor(), now: RunTests.monday)
        }
        #expect(try waiting() == ["Learner 1"])
        try settle(.taken)
        #expect(try waiting().isEmpty && !wants().contains("torture"))
        try settle(.cleared)
        #expect(try wants().contains("torture"))
    }

    @Test func aNeverHoldsWhateverItSays() throws {
        let (generated, school, store) = try Self.school(seed: 703)
        defer { generated.remove() }
        let report = try SayWish(SchoolAndStore(school, store)).run(
            .init(.never, learner: "l1", about: "torture", isTopic: true, by: .learner), by: Actor(),
            now: RunTests.monday)
        #expect(report.parts == [.kept])
        let profile = InterestProfile(facts: try store.learners.facts(about: LearnerID(rawValue: "l1")))
        #expect(profile.avoids.contains { $0.phrase == "torture" })
        let shown = try ShowLearner(store, screen: school.screen).run(.init("l1"), by: Actor(), now: RunTests.monday)
        #expect(shown.profile.avoids.contains { $0.phrase == WishScreen.unshown })
        #expect(!shown.profile.avoids.contains { $0.phrase == "torture" })
    }

    @Test func aNeverAfterAMoreOfTheSameDayHolds() throws {
        let (generated, school, store) = try Self.school(seed: 710)
        defer { generated.remove() }
        for wish in [Fact.Kind.more, .never] {
            _ = try SayWish(SchoolAndStore(school, store)).run(
                .init(wish, learner: "l1", about: "torture", isTopic: true, by: .learner), by: Actor(),
                now: RunTests.monday)
        }
        let profile = InterestProfile(facts: try store.learners.facts(about: LearnerID(rawValue: "l1")))
        #expect(profile.avoids.map(\.phrase) == ["torture"])
        #expect(!profile.wants.contains { $0.phrase == "torture" })
        #expect(try store.safeguarding.all().count == 1)
    }

    @Test func whatIsNoWishOrFromNobodyIsKeptAndNotRepeated() throws {
        let (generated, school, store) = try Self.school(seed: 711)
        defer { generated.remove() }
        let desk = SayWish(SchoolAndStore(school, store))
        for (wish, learner) in [(Fact.Kind.tooHard, "l1"), (.more, "no such learner")] {
            let report = try desk.run(
                .init(wish, learner: learner, about: Self.cry, by: .learner), by: Actor(), now: RunTests.monday)
            #expect(report.parts == [.kept] && report.findings.isEmpty)
        }
        #expect(try store.safeguarding.all().map(\.text) == [Self.cry, Self.cry])
        #expect(generated.files(below: "Outbox/safeguarding@2026-09-07/mail").count == 2)
    }

    @Test func aNoteThatCannotBeReadStopsNoNightAndIsNamed() throws {
        let (generated, school, store) = try Self.school(seed: 712)
        defer { generated.remove() }
        _ = try SayWish(SchoolAndStore(school, store)).run(
            .init(.more, learner: "l1", about: Self.cry, by: .learner), by: Actor(), now: RunTests.monday)
        try StoreDump.change(
            generated.root.appendingPathComponent("Data/gleaner.sqlite").path,
            "UPDATE safeguardingNote SET words = 'nothing', origin = 'roster'")
        let run = try Pipeline(school: school, store: store).run(
            Set(Stage.allCases), edition: Edition(date: RunTests.monday.utcDate), now: RunTests.monday)
        #expect(run.summary.rank?.made == 6)
        let notes = try ListNotes(SchoolAndStore(school, store)).run(.init(), by: Actor(), now: RunTests.monday).notes
        #expect(notes.map(\.learner.text) == ["Learner 1"])
    }

    @Test func anEmptyListOfDistressIsTheOneThatShips() throws {
        let (generated, _, _) = try Self.school(seed: 713)
        defer { generated.remove() }
        try generated.write("# nothing\n", to: "Config/distress-words.txt")
        let school = try generated.open().0
        #expect(school.screen.verdict(of: Self.cry)?.kind == .distress)
        #expect(school.findings.contains { $0.place == "Config/distress-words.txt" && $0.problem.contains("empty") })
    }

    @Test func aStripIsLookedAtBeforeAnythingElseIsSaidOfIt() throws {
        let (generated, school, store) = try Self.school(seed: 704)
        defer { generated.remove() }
        let long = "i dont want to live anymore because " + String(repeating: "everything is so hard ", count: 12)
        let strip = """
            learner_id,item,wish,topic,by
            l1,,more,"\(long)",
            l2,,more,chess,
            l3,,"more","\(Self.cry); robots",
            l4,,never,\(Self.cry),
            l5,,more,i want to die,,too,many
            """
        try generated.write(strip + "\n", to: "strip.csv")
        let report = try TakeStripTable(SchoolAndStore(school, store)).run(
            .init(file: generated.root.appendingPathComponent("strip.csv").path), by: Actor(), now: RunTests.monday)
        let notes = try store.safeguarding.all()
        #expect(notes.map(\.learner.rawValue).sorted() == ["l1", "l3", "l4", "l5"])
        #expect(notes.first { $0.learner.rawValue == "l1" }?.text == long.trimmed)
        for line in report.lines + report.findings.map({ "\($0)" }) {
            #expect(!line.contains("kill") && !line.contains("live") && !line.contains("die"), "\(line)")
        }
        #expect(report.lines.contains { $0.contains("chess") })
        let avoids = InterestProfile(facts: try store.learners.facts(about: LearnerID(rawValue: "l4"))).avoids
        #expect(avoids.contains { $0.phrase == Self.cry })
        #expect(generated.files(below: "Outbox/safeguarding@2026-09-07/mail").count == 4)
    }

    @Test func aRosterIsLookedAtToo() throws {
        let (generated, school, store) = try Self.school(seed: 705)
        defer { generated.remove() }
        let roster = """
            learner_id,name,class,grade,interests,avoid
            x1,New One,9B,9,chess; i cut my arms; robots,torture
            """
        try generated.write(roster + "\n", to: "Config/learners.csv")
        func importRoster() throws -> ImportRoster.Outcome {
            try ImportRoster(SchoolAndStore(school, store)).run(
                .init(learners: generated.root.appendingPathComponent("Config/learners.csv").path, classes: .none),
                by: Actor(), now: RunTests.monday)
        }
        let report = try importRoster()
        #expect(
            !(report.lines + report.changes.lines + report.findings.map { "\($0)" }).contains { $0.contains("cut my") })
        let profile = InterestProfile(facts: try store.learners.facts(about: LearnerID(rawValue: "x1")))
        #expect(profile.wants.map(\.phrase) == ["chess", "robots"] && profile.avoids.map(\.phrase) == ["torture"])
        #expect(try store.safeguarding.all().map(\.text).sorted() == ["i cut my arms", "torture"])
        // The same file once more is nothing new.
        #expect(try importRoster().appended == 0)
        #expect(try store.safeguarding.all().count == 2)
    }

    @Test func whatWasSaidBeforeTheListsWereAsTheyAreIsLookedAtByTheNextRun() throws {
        let (generated, school, store) = try Self.school(seed: 706)
        defer { generated.remove() }
        let learner = LearnerID(rawValue: "l1")
        try store.learners.append(
            [
                Fact(learner: learner, kind: .more, value: Self.cry, origin: .learner, at: RunTests.monday),
                Fact(
                    learner: learner, kind: .interests, value: "chess;i want to die", origin: .roster,
                    at: RunTests.monday),
            ], in: .unguarded)
        _ = try Pipeline(school: school, store: store).run(
            [.rank], edition: Edition(date: RunTests.monday.utcDate), now: RunTests.monday)
        let profile = InterestProfile(facts: try store.learners.facts(about: learner))
        #expect(profile.wants.map(\.phrase) == ["chess"])
        #expect(try store.safeguarding.all().map(\.text).sorted() == [Self.cry, "i want to die"])
        #expect(generated.files(below: "Outbox/safeguarding@2026-09-07/mail").count == 2)
    }

    @Test func aFolderOfAnOlderVersionIsProtectedByTheListThatShips() throws {
        let (generated, _, _) = try Self.school(seed: 709)
        defer { generated.remove() }
        try FileManager.default.removeItem(at: generated.root.appendingPathComponent("Config/distress-words.txt"))
        let school = try generated.open().0
        #expect(school.screen.verdict(of: Self.cry)?.kind == .distress)
        #expect(school.findings.contains { $0.place == "Config/distress-words.txt" && $0.severity == .warning })
        try generated.write("suitability: {distress-words: Config/mine.txt}\n", to: "Config/gleaner.yaml")
        #expect(throws: SetupError.self) { try generated.open() }
    }

    @Test func whereNobodyCanBeWrittenToEverybodyIsToldSo() throws {
        let (generated, school, store) = try Self.school(seed: 707, configuration: "")
        defer { generated.remove() }
        let report = try SayWish(SchoolAndStore(school, store)).run(
            .init(.more, learner: "l1", about: Self.cry, by: .learner), by: Actor(), now: RunTests.monday)
        #expect(report.findings.contains { $0.severity == .error && $0.place == "safeguarding" })
        let status = try SchoolStatus(SchoolCalendar(folder: school.folder), now: RunTests.monday)
        #expect(status.problems.contains { $0.clause.contains("nobody could be written to") })
    }

    @Test func pagesOnTheDeskNameNoLevelNeedStrengthOrOptOut() throws {
        let (generated, school, store) = try Self.school(seed: 708)
        defer { generated.remove() }
        let roster = """
            learner_id,name,class,grade,email,interests,avoid,strengths,needs,level,consent,under13
            x1,New One,9B,9,one@learners.example,chess;islam,spiders,drawing,fractions,4,yes,no
            """
        try generated.write(roster + "\n", to: "Config/learners.csv")
        _ = try ImportRoster(SchoolAndStore(school, store)).run(
            .init(learners: generated.root.appendingPathComponent("Config/learners.csv").path, classes: .none),
            by: Actor(), now: RunTests.monday)
        _ = try Pipeline(school: school, store: store).run(
            Set(Stage.allCases), edition: Edition(date: RunTests.monday.utcDate), now: RunTests.monday)
        let files = generated.files(below: "Outbox/manual@2026-09-07")
        let page = Self.text(try #require(files["print/9B.html"]))
        let own = try #require(page.range(of: "for New").map { String(page[$0.lowerBound...]) })
        for word in ["grade", "spiders", "drawing", "fractions", "islam", "Reading level", "Working on"] {
            #expect(!own.contains(word), "\(word)")
        }
        #expect(own.contains("chess") && own.contains("More was used than is named here"))
        let mail = Self.text(try #require(files["mail/x1-learner.eml"]))
        #expect(mail.contains("islam") && !mail.contains("drawing") && !mail.contains("fractions"))
        #expect(!mail.contains("spiders"))
        #expect(!Self.text(try #require(files["lists.jsonl"])).contains("islam"))
    }

    private static func text(_ data: Data) -> String { String(decoding: data, as: UTF8.self) }

    private static func school(
        seed: UInt64, configuration: String = "safeguarding: counsellor@school.example, "
    ) throws -> (GeneratedSchool, School, Store) {
        let generated = try GeneratedSchool(feeds: 4, items: 10, learners: 6, seed: seed)
        let path = generated.root.appendingPathComponent("Config/gleaner.yaml").path
        let text = Self.text(FileManager.default.contents(atPath: path) ?? Data())
        try generated.write(text.replacing("school: {", with: "school: {\(configuration)"), to: "Config/gleaner.yaml")
        let (school, store) = try generated.open()
        _ = try ImportRoster(SchoolAndStore(school, store)).run(
            .init(learners: generated.root.appendingPathComponent("Config/learners.csv").path, classes: .own),
            by: Actor(), now: RunTests.monday)
        _ = try Pipeline(school: school, store: store).run(
            [.ingest], edition: Edition(date: RunTests.monday.utcDate), now: RunTests.monday)
        return (generated, school, store)
    }
}
