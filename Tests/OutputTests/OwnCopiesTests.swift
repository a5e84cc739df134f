import Content
import Foundation
import Testing

@testable import Output

/// What is made of one list for the learner, a guardian, a teacher and the desk.
@Suite("Copies of one list for those who may see it")
struct OwnCopiesTests {
    private static let id = LearnerID(rawValue: "ana")

    private static func gathered() -> GatheredList {
        let kinds: [(Fact.Kind, String)] = [
            (.name, "Ana Ruiz"), (.classes, "5A"), (.grade, "5"), (.level, "3"), (.interests, "moons"),
            (.avoid, "spiders"), (.strengths, "drawing"), (.needs, "fractions"), (.language, "en"),
        ]
        let facts = kinds.map { Fact(learner: id, kind: $0.0, value: $0.1, origin: .roster, at: Sample.made) }
        let reasons: [[Reason]] = [
            [Sample.term("moons", ["moon"], .interest)], [Sample.term("fractions", ["half"], .need)],
            [Sample.term("drawing", ["draw"], .strength)], [Sample.term("comets", [], .asked, .guardian)],
        ]
        let levels: [Double?] = [1.5, 3.4, 5, nil]
        let items = levels.enumerated().map { index, level in
            ContentItem(
                id: ItemID(rawValue: "i\(index)"), code: ItemCode(rawValue: "H4XQ\(index)"), feed: "f",
                feedTitle: "Notes", url: "https://a.example/\(index)", title: "Title \(index)", summary: "A summary.",
                text: "", language: "en", published: Sample.made, firstSeen: Sample.made, words: 300, minutes: 2,
                level: level)
        }
        let entries = zip(items, reasons).enumerated().map { index, both in
            ListEntry(
                place: index + 1, item: both.0.id, version: 0, side: .learner, blend: 0, scores: [], reasons: both.1)
        }
        let list = ReadingList(
            edition: Sample.edition, learner: id, made: Sample.made, dial: .shared, state: .ready, entries: entries,
            silentScorers: ["Freshness"])
        let learner = Learner(id: id, facts: facts)
        return GatheredList(
            list: list, learner: learner, addressee: learner, profile: InterestProfile(facts: facts), items: items,
            licenses: [nil, nil, nil, nil], schoolClass: nil, calledName: "Ana")
    }

    private static func settings(sees: Set<GuardianSight> = [], region: String? = nil) -> DeliverySettings {
        var settings = DeliverySettings(
            school: "School", language: "en", from: nil, wishes: nil, listDomain: "a.example", oneClick: nil,
            policy: .both, paper: .a4, printedClasses: .all)
        settings.guardianSees = sees
        settings.region = region
        return settings
    }

    private func mail(_ role: RecipientRole, _ settings: DeliverySettings = settings()) throws -> String {
        let document = DocumentMaker(settings: settings).mail(Self.gathered(), to: role)
        return try Shipped().mail.parts(of: document, envelope: Sample.envelope()).text.replacing("\n", with: " ")
    }

    @Test func theLearnersMailAndPageAreTheirs() throws {
        let maker = DocumentMaker(settings: Self.settings())
        let page = String(
            decoding: try Shipped().print.render(
                [maker.document(Self.gathered(), role: .learner, sight: .paper)], className: "x", paper: .a4),
            as: UTF8.self)
        for text in [try mail(.learner), page] {
            for word in ["fractions", "spiders", "drawing", "comets", "family", "Ruiz", "Had nothing to go by"] {
                #expect(!text.contains(word), "\(word)")
            }
            for word in ["easy for you", "just right for you", "a stretch for you", "you like moons", "for Ana"] {
                #expect(text.contains(word), "\(word)")
            }
            #expect(text.firstMatch(of: #/(?i)grade \d/#) == nil)
        }
    }

    @Test func aGuardianSeesWhatTheSchoolSays() throws {
        let none = try mail(.guardian)
        #expect(!none.contains("fractions") && none.firstMatch(of: #/(?i)grade/#) == nil)
        #expect(none.contains("easy for Ana") && !none.contains("Ruiz"))
        let needs = try mail(.guardian, Self.settings(sees: [.needs]))
        #expect(needs.contains("Working on: fractions") && !needs.contains("grade"))
        let both = try mail(.guardian, Self.settings(sees: [.needs, .level]))
        #expect(both.contains("about grade 3") && both.contains("level not known"))
        #expect(try mail(.guardian, Self.settings(sees: [.level], region: "GB")).contains("about Year 4"))
    }

    @Test func theSchoolKeepsItsData() throws {
        let maker = DocumentMaker(settings: Self.settings(region: "GB"))
        let document = maker.document(Self.gathered(), role: .teacher, sight: .others)
        let line = String(decoding: try Shipped().jsonLines.render([document]), as: UTF8.self)
        for part in [
            "\"name\":\"Ana Ruiz\"", "\"level\":3.4", "\"difficulty\":\"easy\"", "\"language\":\"en\"",
            "fractions, which Ana Ruiz is working on", "\"didNotSpeak\":[\"Freshness\"]",
        ] { #expect(line.contains(part), "\(part)") }
    }

    @Test func aGuardianIsWrittenToInTheirOwnLanguageAndTheListStaysTheLearners() throws {
        let maker = DocumentMaker(settings: Self.settings())
        let gathered = Self.gathered()
        func text(_ language: String?) throws -> String {
            try Shipped().mail.parts(
                of: maker.mail(gathered, to: .guardian, language: language), envelope: Sample.envelope()
            ).text
        }
        #expect(try text("es").contains("Lecturas para Ana") && text("es").contains("Title 0"))
        #expect(try text("en").contains("A reading list for Ana") && text(nil) == text("en"))
        // A language without words falls back.
        #expect(try text("xx") == text("en"))
    }

    @Test func theClassPageTellsNothingOfAnybodyAndHasNoStrip() throws {
        var gathered = Self.gathered()
        gathered.list.learner = .reader(ofClass: "5A")
        gathered.list.entries[0].reasons = [.pinned(by: "Ms Rivera", assigned: false)]
        let facts = [
            Fact(learner: .reader(ofClass: "5A"), kind: .name, value: "5A", origin: .roster, at: Sample.made)
        ]
        gathered.learner = Learner(id: .reader(ofClass: "5A"), facts: facts)
        let page = String(
            decoding: try Shipped().print.render(
                [DocumentMaker(settings: Self.settings()).classPage(gathered)], className: "5A", paper: .a4),
            as: UTF8.self)
        #expect(page.contains("<h1>Reading for all of 5A</h1>") && page.contains("nothing that is known of anybody"))
        for told in ["class=\"strip\"", "class=\"faces\"", "class=\"box\"", "moons", "fractions", "Ana", "grade"] {
            #expect(!(page.split(separator: "<main>").last ?? "").contains(told), "\(told)")
        }
        #expect(page.contains("<p class=\"why\">"), "what the teacher chose is said")
    }
}
