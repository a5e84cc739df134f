import Content
import Roster
import Testing

/// What good rows become.
struct LearnerRowTests {
    @Test func everyColumnIsKeptInItsOneForm() throws {
        let file = try RosterFixture.learners("good.csv")
        let ana = try #require(file.rows.first)
        #expect(ana.id == LearnerID(rawValue: "R-01"))
        #expect(ana.line == 2)
        #expect(
            ana.values == [
                .name: "Ana Prueba", .classes: "7A;Chess club", .grade: "7", .school: "Riverside School",
                .email: "ana@learner.example", .guardianEmail: "mum@home.example;dad@home.example", .language: "es;en",
                .dial: "3", .minutes: "25", .interests: "volcanoes;wild horses", .avoid: "spiders",
                .strengths: "drawing", .needs: "fractions", .level: "6.5", .levelSource: "teacher",
                .levelDate: "2026-09-01", .consent: "yes", .guardianConsent: "yes", .under13: "no",
            ])
        let dot = try #require(file.rows.last)
        #expect(dot.values[.name] == "Quill, \"Dot\"")
        #expect(dot.values[.grade] == "0")
        #expect(dot.values[.level] == "0")
        #expect(dot.values[.under13] == "yes")
        #expect(dot.values[.interests] == "")
    }

    @Test func factsOfAnImportMakeTheLearner() throws {
        let plan = RosterFixture.plan(try RosterFixture.learners("good.csv"), current: [:], now: RosterFixture.now)
        let id = LearnerID(rawValue: "R-01")
        let learner = Learner(id: id, facts: RosterFixture.apply(plan)[id] ?? [])
        #expect(learner.classes == ["7A", "Chess club"])
        #expect(learner.guardianEmails.count == 2)
        #expect(learner.languages == ["es", "en"])
        #expect(learner.dial == .mostlyLearner)
        #expect(learner.consent == true)
        #expect(!learner.under13)
        #expect(learner.enrolled)
        let profile = InterestProfile(facts: RosterFixture.apply(plan)[id] ?? [])
        #expect(profile.wants.map(\.phrase) == ["volcanoes", "wild horses"])
        #expect(profile.statedLevel == 6.5)
    }

    @Test func otherFormsOfFilesAreRead() throws {
        #expect(try RosterFixture.learners("utf16.csv").rows.first?.values[.name] == "Ñandú Prueba")
        #expect(try RosterFixture.learners("windows-1252.csv").rows.last?.values[.name] == "Iñigo Ñ’s Muestra")
        #expect(try RosterFixture.learners("semicolon.csv").rows.first?.values[.classes] == "7A;Chess club")
        #expect(try RosterFixture.learners("semicolon.csv").rows.first?.values[.interests] == "volcanoes;space")
        #expect(try RosterFixture.learners("header-case.csv").rows.first?.values[.grade] == "7")
        #expect(try RosterFixture.learners("blank-rows.csv").rows.map(\.line) == [3, 6])
        let list = try RosterFixture.learners("list-with-line-breaks.csv")
        #expect(list.rows.first?.values[.interests] == "volcanoes;wild horses")
        #expect(list.rows.last?.line == 4)
    }
}
