import Content
import Testing

@testable import Roster

/// Maps that the names of columns suggest.
@Suite struct RosterMapGuessTests {
    private func guess(_ text: String, region: String? = nil) throws -> RosterMapGuess {
        let file = RosterSourceFile(path: "export.csv", bytes: Array(text.utf8))
        let guess = try RosterMapGuess(file, today: MappedExportTests.today, region: region)
        // A map without an id or a name cannot be read again, and need not.
        if guess.sample != nil {
            #expect(try RosterMap(yaml: Array(guess.yaml.utf8), file: "guess") == guess.map, "\(guess.yaml)")
        }
        return guess
    }

    @Test func aBritishExport() throws {
        let guess = try guess(
            """
            Admission Number,Surname,Forename,Chosen Forename,NC Year,Tutor Group,Leaving Date,Mother Email,UPN,Home Language
            0041,Fenn,Cara,Caz,7,7HR,,fay@home.example,Z1,English
            0042,Gale,Dov,,R,RB,31/07/2026,,Z2,Welsh
            """, region: "GB")
        let map = guess.map
        #expect(map.learner.id == [.column("Admission Number")])
        #expect(map.learner.given == [.column("Chosen Forename"), .column("Forename")])
        #expect(map.learner.classes == [.column("Tutor Group")] && map.learner.until == [.column("Leaving Date")])
        #expect(map.guardians.map(\.email) == [[.column("Mother Email")]])
        #expect(map.learner.language == [.column("Home Language")])
        #expect(map.values[.grade] == ["7": "6"] && map.values[.language] == ["english": "en", "welsh": "cy"])
        #expect(map.file.dates == .dayFirst && guess.notRead == ["UPN"])
        #expect(guess.unexplained[.grade] == ["R"])
        #expect(guess.sample?.learners.map { $0.values[.name] } == ["Caz Fenn", "Dov Gale"])
    }

    @Test func aGermanExportWithAConsentThatAPersonMustLookAt() throws {
        let guess = try guess(
            "Schülernummer;Familienname;Vorname;Jahrgangsstufe;Klasse;Mutter E-Mail;Mutter Einwilligung;Klassenlehrer;Geburtsdatum\n"
                + "77;Fenn;Cara;7;7a;fay@home.example;ja;Quill;03.02.2014\n")
        #expect(guess.map.learner.id == [.column("Schülernummer")])
        #expect(guess.map.guardians == [RosterMap.Guardian(email: [.column("Mutter E-Mail")])])
        #expect(guess.consents == ["Mutter Einwilligung"] && guess.yaml.contains("Mutter Einwilligung"))
        #expect(guess.map.teacher.name == [.column("Klassenlehrer")])
        #expect(guess.sample?.learners.first?.guardians.map(\.consent) == [nil])
        #expect(guess.notRead == ["Geburtsdatum"])
    }

    @Test func titlesAboveAndNamesInOneCell() throws {
        let guess = try guess(
            "Our lists,,,\n,,,\nStudent ID,Student Name,Grade Level,Home Room\n9,\"Fenn, Cara\",7,7-A\n,Total,,\n")
        #expect(guess.map.file.header == 3 && guess.map.learner.nameOrder == .lastFirst)
        #expect(guess.map.skip == [RosterMap.Skip(column: "Student Name", texts: ["Total"])])
        #expect(guess.sample?.learners.map { $0.values[.name] } == ["Cara Fenn"])
    }

    @Test func nothingThatIsUnderstoodIsNoMap() throws {
        let guess = try guess("Locker,Bus\n1,2\n")
        #expect(guess.sample == nil && guess.notRead == ["Locker", "Bus"])
    }
}
