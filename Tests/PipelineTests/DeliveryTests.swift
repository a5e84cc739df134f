import Content
import Foundation
import Phrases
import Pipeline
import Store
import Testing
import UseCases

/// Who is written to, and what goes to print alone.
@Suite struct DeliveryTests {
    static let roster = """
        learner_id,name,class,grade,email,guardian_email,interests,consent,guardian_consent,under13
        both,Both Agreed,5A,5,both@learners.example,g1@families.example,chess,yes,yes,yes
        young,Young Alone,5A,5,young@learners.example,g2@families.example,chess,yes,,yes
        guardian,Guardian Only,5A,5,,g3@families.example;g4@families.example,chess,yes,yes,yes
        older,Older Agreed,9B,9,older@learners.example,,chess,yes,,no
        unasked,Never Asked,9B,9,unasked@learners.example,,chess,,,no
        refused,Said No,9B,9,refused@learners.example,,chess,no,,no
        """

    @Test func mailGoesOnlyWhereConsentIsRecorded() throws {
        let (generated, school, store) = try Self.school(seed: 21)
        defer { generated.remove() }
        let report = try RunTests.run(school, store)
        let mails = generated.files(below: "Outbox/manual@2026-09-07/mail").keys.sorted()
        #expect(
            mails == [
                "both-learner.eml", "guardian-guardian-2.eml", "guardian-guardian.eml", "older-learner.eml",
            ])
        #expect(report.summary.rank?.without == 1)
        #expect(report.findings.contains { $0.place == "learner refused" && $0.problem.contains("no list") })
    }

    @Test func noRecipientSeesAnother() throws {
        let (generated, school, store) = try Self.school(seed: 22)
        defer { generated.remove() }
        try RunTests.run(school, store)
        let mails = generated.files(below: "Outbox/manual@2026-09-07/mail")
        for (name, bytes) in mails {
            let text = String(decoding: bytes, as: UTF8.self)
            let recipients = text.split(separator: "\r\n").filter { $0.hasPrefix("To:") }
            #expect(recipients.count == 1 && recipients[0].filter { $0 == "@" }.count == 1, "\(name)")
            #expect(!text.contains("\r\nCc:") && !text.contains("\r\nBcc:"))
        }
        let ids = mails.values.compactMap { bytes in
            String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n").first { $0.hasPrefix("Message-ID:") }
        }
        #expect(Set(ids).count == mails.count)
    }

    @Test func everyLearnerWithAListIsOnThePageOfTheirClass() throws {
        let (generated, school, store) = try Self.school(seed: 23)
        defer { generated.remove() }
        try RunTests.run(school, store)
        let pages = generated.files(below: "Outbox/manual@2026-09-07/print").mapValues {
            String(decoding: $0, as: UTF8.self)
        }
        #expect(pages.keys.sorted() == ["5A.html", "9B-class.html", "9B.html"])
        for name in ["Both", "Young", "Guardian"] {
            #expect(pages["5A.html"]?.contains("<h1>A reading list for \(name)</h1>") == true)
        }
        for name in ["Older", "Never"] {
            #expect(pages["9B.html"]?.contains("<h1>A reading list for \(name)</h1>") == true)
        }
        #expect(pages["9B.html"]?.contains("<h1>A reading list for Said") == false)
    }

    @Test func listsThatWaitGoOutOnlyOnceTheyAreApproved() throws {
        let (generated, school, store) = try Self.school(seed: 24, classes: "class,dial\n5A,1\n9B,2\n")
        defer { generated.remove() }
        let report = try RunTests.run(school, store)
        #expect(report.summary.rank?.awaiting == 3)
        #expect(generated.files(below: "Outbox/manual@2026-09-07/mail").keys.sorted() == ["older-learner.eml"])
        let desk = ReviewClass(SchoolAndStore(school, store))
        #expect(try desk.run(.init("5A"), by: Actor(), now: report.moment).lists.count == 3)
        #expect(try desk.run(.init("5A", approves: true), by: Actor(), now: report.moment).approvedLists == 3)
        let second = try RunTests.run(school, store, importing: false)
        #expect(second.summary.deliver?.mails == 3)
        #expect(generated.files(below: "Outbox/manual@2026-09-07/mail").count == 4)
    }

    @Test func listsThatNobodyApprovedAreWithheldByTheNextEdition() throws {
        let (generated, school, store) = try Self.school(seed: 25, classes: "class,review\n5A,yes\n")
        defer { generated.remove() }
        let first = try RunTests.run(school, store)
        let later = RunTests.monday.adding(seconds: 7 * 86_400)
        #expect(try RunTests.run(school, store, now: later, importing: false).summary.rank?.withheld == 3)
        let states = try store.lists.lists(of: first.edition).filter { $0.list.state == .withheld }
        #expect(states.count == 3)
        // What was withheld was never given: it may come again.
        let given = try store.lists.given(to: [LearnerID(rawValue: "young")]).mapValues { $0.items }
        #expect(given.isEmpty)
    }

    @Test func aFileThatCannotBeWrittenIsAFindingAndTheNextRunGoesOn() throws {
        let (generated, school, store) = try Self.school(seed: 26)
        defer { generated.remove() }
        // A file where the outbox's folder should be.
        try generated.write("in the way", to: "Outbox")
        let report = try RunTests.run(school, store)
        #expect(report.findings.contains { $0.severity == .error && $0.problem.contains("could not write") })
        #expect(report.summary.deliver?.written == 0)
        try FileManager.default.removeItem(at: generated.root.appendingPathComponent("Outbox"))
        let second = try RunTests.run(school, store, importing: false)
        #expect(second.summary.deliver?.mails == 0)
        #expect(second.summary.deliver?.written == 8)
    }

    private static func school(seed: UInt64, classes: String? = nil) throws -> (GeneratedSchool, School, Store) {
        let generated = try GeneratedSchool(feeds: 4, learners: 1, seed: seed)
        try generated.write(roster + "\n", to: "Config/learners.csv")
        if let classes { try generated.write(classes, to: "Config/classes.csv") }
        let (school, store) = try generated.open()
        return (generated, school, store)
    }
}

extension Pipeline.Report {
    /// The moment of the tests' first run.
    var moment: Timestamp { RunTests.monday }
}
