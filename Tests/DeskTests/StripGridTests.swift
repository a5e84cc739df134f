import Content
@testable import Desk
import Foundation
import Phrases
import Pipeline
import Store
import Testing
import UseCases

/// Strips at the desk: undone whole, those of guardians, of the page of the class, of several learners at once.
@Suite struct StripGridTests {
    /// A school whose lists are out. `notProfiled`: learners of 5A who agreed to nothing, and get the page of the class.
    static func school(notProfiled ids: [String] = [], learners: Int = 0) throws -> DeskSchool {
        let school = try DeskSchool(learners: learners) { root in
            try Self.takeConsentBack(of: ids, in: root)
        }
        try putOut(school)
        return school
    }

    /// Learners who said no, by the roster.
    static func takeConsentBack(of ids: [String], in root: URL) throws {
        let file = root.appendingPathComponent("Config/learners.csv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            ids.contains { line.hasPrefix("\($0),") }
                ? line.replacingOccurrences(of: ",yes,yes,yes", with: ",no,no,yes")
                    .replacingOccurrences(of: ",yes,no,yes", with: ",no,no,yes") : String(line)
        }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    }

    static func putOut(_ school: DeskSchool) throws {
        var request = ReviewLists.Request()
        (request.schoolClass, request.approves) = ("5A", true)
        _ = try ReviewLists(school.open).run(request, by: Actor(), now: DeskSchool.now)
        _ = try RunStages(school.open, words: RunPhrases(), watch: RunWatch()).run(
            .init([.deliver], edition: DeskSchool.edition), by: Actor(), now: DeskSchool.now)
    }

    private func said(_ id: String, _ school: DeskSchool) throws -> [Fact] {
        try school.open.store.learners.facts(about: LearnerID(rawValue: id)).filter { $0.kind.isWish }
    }

    private func form(
        _ id: String, _ teacher: DeskSchool.Visitor, ticks: [String], by: String = "learner", wish: String = ""
    ) throws -> [(String, String)] {
        let shown = try teacher.get("/strips/5A?learner=\(id)&by=\(by)")
        let path = "/strips/5A/\(id)"
        return ["seen", "edition", "by"].map { ($0, (try? shown.hidden($0, in: path)) ?? "") } + [("wish", wish)]
            + ticks.map { ("tick", $0) }
    }

    /// The form of an undo, as the notice holds it.
    private func undo(_ page: DeskSchool.Page, _ path: String, _ names: [String]) throws -> [(String, String)] {
        try names.map { ($0, try page.hidden($0, in: path)) }
    }

    @Test func oneFormIsUndoneWholeAndOnce() throws {
        let school = try Self.school()
        defer { school.remove() }
        let teacher = try school.signIn(DeskSchool.rivera)
        _ = try teacher.submit("/strips/5A/ana", form("ana", teacher, ticks: ["am"]))
        let before = try said("ana", school).map(\.kind)
        let page = try teacher.submit("/strips/5A/ana", form("ana", teacher, ticks: ["bh"], wish: "sea turtles"))
        #expect(page.notice.contains("sea turtles") && page.notice.contains("One tick was taken back"))
        // The next learner's boxes are at hand.
        #expect(page.html.contains("autofocus>Ben Okafor"))
        let back = try undo(page, "/strips/5A/ana", ["ticks", "seen", "edition", "back"])
        #expect(back[0].1 == "am")
        let undone = try teacher.submit("/strips/5A/ana", back)
        #expect(undone.notice.contains("taken down for Ana Ruiz counts no more"))
        #expect(undone.html.contains("autofocus>Ana Ruiz"))
        #expect(try said("ana", school).map(\.kind) == before)
        #expect(try teacher.post("/strips/5A/ana", back).status == 409)
    }

    @Test func whatAGuardianTickedStaysAndMeetsNoConflict() throws {
        let school = try Self.school()
        defer { school.remove() }
        let teacher = try school.signIn(DeskSchool.rivera)
        _ = try teacher.submit("/strips/5A/ana", form("ana", teacher, ticks: ["am"]))
        let page = try teacher.submit("/strips/5A/ana", form("ana", teacher, ticks: ["bn"], by: "guardian"))
        #expect(page.status == 200 && page.notice.contains("Never") && !page.notice.contains("<button>"))
        let shown = try teacher.get("/strips/5A?learner=ana&by=guardian")
        #expect(shown.html.contains("checked disabled") && shown.html.contains("only they can take it back"))
        _ = try teacher.submit("/strips/5A/ana", form("ana", teacher, ticks: [], by: "guardian"))
        #expect(try said("ana", school).map(\.origin) == [.learner, .guardian])
    }

    @Test func aFormForAnotherClassOrBrokenOneChangesNothing() throws {
        let school = try Self.school()
        defer { school.remove() }
        let teacher = try school.signIn(DeskSchool.rivera)
        let before = try school.rows()
        let good = try form("ana", teacher, ticks: ["am"])
        let attacks: [(String, [(String, String)], [Int])] = [
            ("/strips/5A/gina", good, [403]), ("/strips/9B/ana", good, [403]),
            ("/strips/5A/class%3B5A", good, [403]), ("/strips/5A/ana", good + [("tick", "a")], [400]),
            ("/strips/5A/ana", good + [("tick", "zz")], [400]), ("/strips/5A/ana", good + [("by", "roster")], [400]),
            ("/strips/5A/ana", good.filter { $0.0 != "seen" }, [422]),
            ("/strips/5A/ana/line", [("line", "gina: am")], [400]),
            ("/strips/5A/ana", good.filter { $0.0 != "edition" } + [("edition", "none@")], [400]),
            ("/strips-together/5A", [("kind", "grade"), ("seen", "x")], [400]),
            ("/strips-together/5A", [("kind", "more"), ("seen", "x"), ("tick", "agina")], [409]),
            ("/strips-together/9B", [("kind", "more"), ("seen", "x")], [403]),
        ]
        for (path, form, expected) in attacks {
            let form = form.reversed().reduce(into: [(String, String)]()) { kept, field in
                // Of a field that comes once the last is meant here.
                if field.0 == "tick" || !kept.contains(where: { $0.0 == field.0 }) { kept.append(field) }
            }
            #expect(expected.contains(try teacher.post(path, form).status), "\(path) \(form)")
        }
        #expect(try school.rows() == before)
    }

    @Test func whoIsNotProfiledHasThePageOfTheClass() throws {
        let school = try Self.school(notProfiled: ["ben", "chen"])
        defer { school.remove() }
        let teacher = try school.signIn(DeskSchool.rivera)
        let page = try teacher.get("/strips/5A?learner=ben")
        #expect(page.html.contains("the page of the class") && page.html.contains("Enter one tick for all 2"))
        let entered = try teacher.submit("/strips/5A/ben", form("ben", teacher, ticks: ["ag"]))
        #expect(entered.notice.contains("Taken down for Ben Okafor"))
        let reader = LearnerID.reader(ofClass: "5A")
        let list = try #require(try school.open.store.lists.newest(for: reader, edition: nil)).list
        #expect(try said("ben", school).map(\.item) == [list.entries[0].item])
        // The command takes the same page.
        let typed = try TakeStripLine(school.open).run(
            .init("ag bm", of: .named("chen"), by: .learner), by: Actor(), now: DeskSchool.now)
        #expect(typed.taken.appended == 2)
        #expect(try said("chen", school).map(\.item) == list.entries.prefix(2).map(\.item))
    }

    @Test func oneTickForAllWhoHaveTheSamePage() throws {
        let school = try Self.school(notProfiled: ["ben", "chen", "dora"])
        defer { school.remove() }
        let teacher = try school.signIn(DeskSchool.rivera)
        let path = "/strips-together/5A"
        func send(_ kind: String, _ ticks: [String], to: String = "") throws -> DeskSchool.Page {
            let shown = try teacher.get("\(path)?tick=\(kind)")
            return try teacher.submit(
                path,
                [
                    ("seen", try shown.hidden("seen", in: path)), ("edition", try shown.hidden("edition", in: path)),
                    ("kind", kind), ("to", to),
                ] + ticks.map { ("tick", $0) })
        }
        #expect(try teacher.get(path).html.contains("3 learners have this page"))
        _ = try send("tooHard", ["aben"])
        let page = try send("liked", ["aben", "bben", "achen"], to: "more")
        #expect(page.notice.contains("3 ticks were taken down: Good") && page.html.contains("<h2>More</h2>"))
        // Ticks of another kind stay.
        #expect(try said("ben", school).map(\.kind) == [.tooHard, .liked, .liked])
        #expect(try said("chen", school).map(\.kind) == [.liked] && said("ana", school).isEmpty)
        let changed = try send("liked", ["bben", "cdora"])
        #expect(changed.notice.contains("2 ticks were taken back") && changed.notice.contains("One tick was taken"))
        let back = try undo(changed, path, ["kind", "ticks", "seen", "edition"])
        _ = try teacher.submit(path, back)
        #expect(try said("ben", school).count == 3 && said("chen", school).count == 1 && said("dora", school).isEmpty)
        #expect(try teacher.post(path, back).status == 409)
    }

    @Test func whoWantsNoMoreListsGetsNone() throws {
        let school = try Self.school()
        defer { school.remove() }
        let teacher = try school.signIn(DeskSchool.rivera)
        let page = try teacher.submit("/strips/5A/ana/stop", [("edition", "\(DeskSchool.edition)")])
        #expect(page.notice.contains("No more lists are made for Ana Ruiz"))
        let facts = try school.open.store.learners.facts(about: LearnerID(rawValue: "ana"))
        #expect(facts.last?.kind == .consent && facts.last?.value == "no" && facts.last?.origin == .learner)
    }
}
