import Configuration
import Content
import Foundation
import Phrases
import Pipeline
import Store
import Testing
import UseCases

/// From what people agreed to, to what goes out.
@Suite struct ConsentRunTests {
    private static let head =
        "learner_id,name,class,grade,email,guardian_email,consent,guardian_consent,under13,profiled,copied,guardian_language"
    private static let roster = """
        \(head)
        ana,Ana Prueba,5A,5,ana@x.example,mum@x.example;dad@x.example,yes,yes,yes,,,es;en
        ben,Ben Muster,5A,5,ben@x.example,,yes,yes,yes,no,,
        cid,Cid Muster,5A,6,cid@x.example,,yes,yes,yes,,no,
        dot,Dot Quill,9B,9,dot@x.example,,,,no,,,
        """

    private static func school(
        seed: UInt64, roster: String = roster, _ change: (String) -> String = { $0 }
    ) throws -> (GeneratedSchool, School, Store) {
        let generated = try GeneratedSchool(feeds: 4, learners: 1, seed: seed)
        try generated.write(roster + "\n", to: "Config/learners.csv")
        let path = generated.root.appendingPathComponent("Config/gleaner.yaml")
        try generated.write(change(String(contentsOf: path, encoding: .utf8)), to: "Config/gleaner.yaml")
        let (school, store) = try generated.open()
        return (generated, school, store)
    }

    private static func texts(_ generated: GeneratedSchool, _ folder: String) -> [String: String] {
        generated.files(below: "Outbox/manual@2026-09-07/\(folder)").mapValues { String(decoding: $0, as: UTF8.self) }
    }

    @Test func whoObjectedIsNamedNowhereAndTheClassHasAPage() throws {
        let (generated, school, store) = try Self.school(seed: 701)
        defer { generated.remove() }
        let report = try RunTests.run(school, store)
        #expect(report.summary.rank?.made == 3 && report.summary.rank?.classPages == 1)
        let pages = Self.texts(generated, "print")
        #expect(pages.keys.sorted() == ["5A-class.html", "5A.html", "9B.html"])
        for (name, text) in generated.files(below: "Outbox") {
            #expect(!String(decoding: text, as: UTF8.self).contains("Ben Muster"), "\(name)")
        }
        let page = try #require(pages["5A-class.html"])
        for name in ["Ana", "Cid", "Prueba", "volcanoes and"] { #expect(!page.contains(name + " Prueba"), "\(name)") }
        // Next week something else is on it.
        let reader = LearnerID.reader(ofClass: "5A")
        let first = try #require(try store.lists.newest(for: reader)).list.entries.map(\.item)
        try RunTests.run(school, store, now: RunTests.monday.adding(seconds: 7 * 86_400), importing: false)
        let second = try #require(try store.lists.newest(for: reader)).list.entries.map(\.item)
        #expect(!first.isEmpty && !second.isEmpty && Set(first).isDisjoint(with: second))
    }

    @Test func theTeacherRepairsAndApprovesTheClassPageLikeAnyList() throws {
        let (generated, school, store) = try Self.school(seed: 702)
        defer { generated.remove() }
        try generated.write("class,teacher,review\n5A,Ms Rivera,yes\n", to: "Config/classes.csv")
        try RunTests.run(school, store)
        #expect(Self.texts(generated, "print").keys.sorted() == ["9B.html"])
        let reader = LearnerID.reader(ofClass: "5A")
        let old = try #require(try store.lists.newest(for: reader)).list
        let item = try #require(try store.items.items(versions: [old.entries[0].version]).values.first)
        var request = ReviewLists.Request()
        request.schoolClass = "5A"
        request.swap = [item.code.rawValue]
        let review = ReviewLists(SchoolAndStore(school, store))
        let shown = try review.run(request, by: Actor(), now: RunTests.monday)
        #expect(shown.parts.first?.review?.lists.map(\.learner.id).contains(reader) == true)
        let repaired = try #require(try store.lists.newest(for: reader)).list
        #expect(!repaired.entries.contains { $0.item == item.id } && repaired.state == .awaitingApproval)
        for (hold, lift, state) in [(["5A"], [], ReadingList.State.held), ([], ["5A"], .awaitingApproval)] {
            var request = ReviewLists.Request()
            (request.schoolClass, request.hold, request.lift) = ("5A", hold, lift)
            _ = try review.run(request, by: Actor(), now: RunTests.monday)
            #expect(try store.lists.newest(for: reader)?.list.state == state)
        }
        var approval = ReviewLists.Request()
        (approval.schoolClass, approval.approves) = ("5A", true)
        _ = try review.run(approval, by: Actor(), now: RunTests.monday)
        try RunTests.run(school, store, importing: false)
        #expect(Self.texts(generated, "print").keys.sorted() == ["5A-class.html", "5A.html", "9B.html"])
        let preview = try PreviewList(SchoolAndStore(school, store)).run(
            .init(ofClass: "5A"), by: Actor(), now: RunTests.monday)
        #expect(preview.recipients.isEmpty)
        let explained = try ExplainList(SchoolAndStore(school, store)).run(
            .init(ofClass: "5A"), by: Actor(), now: RunTests.monday)
        #expect(explained.items.count == repaired.entries.count)
    }

    @Test func onConsentNobodyIsProfiledWhoHasNotSaidYes() throws {
        let (generated, school, store) = try Self.school(seed: 703) {
            $0.replacingOccurrences(of: "school: {", with: "school: {lawful-basis: consent, ")
        }
        defer { generated.remove() }
        let report = try RunTests.run(school, store)
        #expect(report.summary.rank?.made == 2 && report.summary.rank?.classPages == 2)
        #expect(Self.texts(generated, "print").keys.sorted() == ["5A-class.html", "5A.html", "9B-class.html"])
    }

    @Test func guardiansOfTwoLanguagesGetTwoMails() throws {
        let (generated, school, store) = try Self.school(seed: 704) {
            $0.replacingOccurrences(of: "mail: {", with: "mail: {to: both, ")
        }
        defer { generated.remove() }
        try RunTests.run(school, store)
        let mails = Self.texts(generated, "mail")
        let spanish = try #require(mails["ana-guardian.eml"]), english = try #require(mails["ana-guardian-2.eml"])
        #expect(spanish.contains("To: mum@x.example") && spanish.contains("Lecturas para Ana"))
        #expect(english.contains("To: dad@x.example") && english.contains("A reading list for Ana"))
        let preview = PreviewList(SchoolAndStore(school, store))
        func subject(_ guardian: String) throws -> String {
            try preview.run(.init(of: "ana", guardian: guardian), by: Actor(), now: RunTests.monday).subject.text
        }
        #expect(try subject("MUM@x.example").contains("lecturas") && subject("dad@x.example").contains("reading list"))
        #expect(throws: PersonRefusal.self) { try subject("nobody@x.example") }
    }

    @Test func whoRefusesCopiesIsInNoBundleAndOnTheirOwnPage() throws {
        let (generated, school, store) = try Self.school(seed: 705) { $0 + "\nforms: [print, csv, json, bundle]\n" }
        defer { generated.remove() }
        try RunTests.run(school, store)
        #expect(Self.texts(generated, "print")["5A.html"]?.contains("A reading list for Cid") == true)
        #expect(Self.texts(generated, "csv")["5A.csv"]?.contains("Cid") == false)
        let lists = generated.files(below: "Outbox/manual@2026-09-07")["lists.jsonl"]
        #expect(lists.map { String(decoding: $0, as: UTF8.self).contains("Cid") } == false)
        let names = try #require(generated.files(below: "Outbox/manual@2026-09-07/bundle")["5A.zip"])
        let zip = String(decoding: names, as: UTF8.self)
        #expect(
            zip.contains("5A/lists/ana.txt") && !zip.contains("5A/lists/cid.txt") && zip.contains("5A/5A-class.html"))
    }

    @Test func whatWasSaidIsListedWithItsDayItsOriginAndWhoEnteredIt() throws {
        let (generated, school, store) = try Self.school(seed: 706)
        defer { generated.remove() }
        try StopTests.importRoster(school, store)
        let say = SayConsent(SchoolAndStore(school, store))
        let later = RunTests.monday.adding(seconds: 86_400)
        let said = try say.run(
            .init("ana", guardian: "Mum@x.example", purposes: [.profiled], word: .no), by: Actor(), now: later)
        #expect(said.appended == 1)
        #expect(
            try say.run(
                .init("ana", guardian: "mum@x.example", purposes: [.profiled], word: .no), by: Actor(), now: later
            ).appended == 0)
        let outcome = try ListConsent(SchoolAndStore(school, store)).run(
            .init(schoolClass: "5A"), by: Actor(), now: later)
        let ana = try #require(outcome.learners.first { $0.learner.rawValue == "ana" })
        #expect(ana.people.map { $0.guardian?.text } == [nil, "mum@x.example", "dad@x.example"])
        let mum = ana.people[1].statements[0]
        #expect(mum.agreed == false && mum.since == later && mum.origin == .guardian && mum.actor != nil)
        let dad = ana.people[2].statements[0]
        #expect(dad.agreed == true && dad.since == RunTests.monday && dad.origin == .roster)
        let lines = try outcome.jsonLines()
        #expect(lines.count == 7 && lines[1].contains("\"origin\":\"guardian\"") && lines[1].contains("enteredBy"))
        let history = try ShowConsent(SchoolAndStore(school, store)).run(.init("ana"), by: Actor(), now: later).history
        #expect(history.last?.purpose == .profiled && history.last?.agreed == false && history.count == 4)
        #expect(throws: PersonRefusal.noIsTheirs(.guardian)) {
            try say.run(
                .init("ana", guardian: "mum@x.example", purposes: [.profiled], word: .yes, by: .teacher), by: Actor(),
                now: later)
        }
        #expect(throws: PersonRefusal.self) {
            try say.run(.init("ana", guardian: "aunt@x.example", word: .yes), by: Actor(), now: later)
        }
        // Taken back to "nobody has asked": the word about all counts again.
        let back = try say.run(
            .init("ana", guardian: "mum@x.example", purposes: [.profiled], word: .ask), by: Actor(), now: later)
        #expect(back.person.statements.first?.agreed == true)
    }

    @Test func aWishOfWhoIsNotProfiledIsKeptAndItIsSaidThatNothingIsMatched() throws {
        let (generated, school, store) = try Self.school(seed: 707)
        defer { generated.remove() }
        try RunTests.run(school, store)
        let open = SchoolAndStore(school, store)
        let taken = try SayWish(open).run(
            .init(.more, learner: "ben", about: "chess", isTopic: true, by: .learner), by: Actor(), now: RunTests.monday
        )
        #expect(taken.appended == 1 && taken.findings.contains { $0.place == "learner ben" })
        let wishes = try ListOpenWishes(open).run(.init(all: true), by: Actor(), now: RunTests.monday)
        #expect(wishes.unmatched.map(\.rawValue) == ["ben"] && wishes.wishes.isEmpty)
        #expect(
            try TellSupply(open).run(.init(all: true), by: Actor(), now: RunTests.monday).learners.map(
                \.learner.rawValue
            ).sorted() == ["ana", "cid", "dot"])
    }
}
