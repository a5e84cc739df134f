import Configuration
import Content
@testable import Desk
import Foundation
import Phrases
import Pipeline
import Store
import Testing
import UseCases

/// A teacher's week at the desk, page by page.
@Suite struct TeachersWeekTests {
    @Test func aListIsRepairedAndApproved() throws {
        let school = try DeskSchool(learners: 3)
        defer { school.remove() }
        let teacher = try school.signIn(DeskSchool.rivera)
        #expect(try teacher.get("/").html.contains("8 lists wait for your approval"))
        var page = try teacher.get("/review/5A")
        #expect(page.html.contains("Approve all 8 lists"))
        let item = try page.hidden("item", in: "/review/5A/item")
        func form(_ more: [(String, String)]) throws -> [(String, String)] {
            [
                ("edition", try page.hidden("edition", in: "/review/5A/item")),
                ("seen", try page.hidden("seen", in: "/review/5A/item")),
            ] + more
        }
        page = try teacher.submit("/review/5A/item", form([("item", item), ("verb", "veto"), ("who", "")]))
        #expect(page.status == 200 && page.notice.contains("Never, for class 5A") && page.notice.contains("New:"))
        #expect(!page.html.contains("name=\"item\" value=\"\(item)\"><a"))
        // The page from before is another now: nothing is done with it, and it is said.
        let other = try page.hidden("item", in: "/review/5A/item")
        let old: [(String, String)] = [
            ("edition", "manual@2026-09-07"), ("seen", "ABCDEFGHJKMN"), ("item", other), ("verb", "veto"), ("who", ""),
        ]
        let before = try school.rows()
        let refused = try teacher.post("/review/5A/item", old)
        #expect(refused.status == 409 && refused.html.contains("Somebody else has changed these lists"))
        #expect(try teacher.post("/review/5A/approve", Array(old.prefix(2))).status == 409)
        #expect(try school.rows() == before)
        page = try teacher.submit("/review/5A/item", form([("item", other), ("verb", "swap"), ("who", "")]))
        page = try teacher.submit("/review/5A/hold", form([("who", "ben")]))
        #expect(page.notice.contains("Ben Okafor is held back"))
        page = try teacher.submit("/review/5A/approve", form([]))
        #expect(page.notice.contains("7 lists were approved"), "\(page.notice)")
        #expect(try teacher.get("/print/5A").html.contains("All 7 pages"))
        #expect(try teacher.get("/print/5A/packet").html.contains("Ana"))
        #expect(try teacher.get("/as/ana").status == 200 && teacher.get("/as/ana/mail").status == 200)
        #expect(try teacher.get("/why/ana/\(item)").html.contains("It is not in the list of"))
    }

    @Test func stripsAreEnteredAndTakenBack() throws {
        let school = try DeskSchool()
        defer { school.remove() }
        try school.putOut()
        let teacher = try school.signIn(DeskSchool.rivera)
        let page = try teacher.get("/strips/5A")
        #expect(page.html.contains("0 of 5 strips"))
        func enter(_ ticks: [String], wish: String = "") throws -> DeskSchool.Page {
            let shown = try teacher.get("/strips/5A?learner=ana")
            return try teacher.submit(
                "/strips/5A/ana",
                [
                    ("seen", try shown.hidden("seen", in: "/strips/5A/ana")), ("edition", "\(DeskSchool.edition)"),
                    ("wish", wish),
                ]
                    + ticks.map { ("tick", $0) })
        }
        let before = try school.rows()
        let entered = try enter(["am", "bh"], wish: "sea turtles")
        #expect(entered.notice.contains("Taken down for Ana Ruiz") && entered.notice.contains("sea turtles"))
        #expect(entered.html.contains("1 of 5 strips"))
        // What is ticked no more is taken back; what stays is not said twice.
        let shown = try teacher.get("/strips/5A?learner=ana").html
        #expect(shown.contains("value=\"am\" aria-label=") && shown.contains("checked data-key=\"4\""))
        #expect(try enter(["am"]).notice.contains("One tick was taken back"))
        // An old page takes nothing back.
        let old = try teacher.post("/strips/5A/ana", [("seen", "ABCDEFGH"), ("tick", "am")])
        #expect(old.status == 409 && old.html.contains("Ana Ruiz"))
        #expect(try enter([]).notice.contains("One tick was taken back"))
        #expect(try school.rows() != before)
        let bens = try teacher.get("/strips/5A?learner=ben")
        let line = [
            ("line", "cm = robots"), ("edition", "\(DeskSchool.edition)"),
            ("seen", try bens.hidden("seen", in: "/strips/5A/ben/line")),
        ]
        let typed = try teacher.submit("/strips/5A/ben/line", line)
        #expect(typed.notice.contains("Ben Okafor"))
        // From the page as it was before, nothing is typed over what somebody said since.
        #expect(try teacher.post("/strips/5A/ben/line", line).status == 409)
        // What a child wrote that a grown-up must see is kept, and shown nowhere.
        let kept = try enter([], wish: "i want to die")
        #expect(kept.notice.contains("kept for a grown-up") && !kept.html.contains("want to die"))
        // Nobody is told that it counts no more.
        #expect(!kept.notice.contains("Undo") && !kept.html.contains("name=\"back\""))
        #expect(try !teacher.get("/learner/ana").html.contains("want to die"))
    }

    @Test func aLearnerIsPutRightAndWhatWasSaidIsTakenBack() throws {
        let school = try DeskSchool()
        defer { school.remove() }
        let teacher = try school.signIn(DeskSchool.rivera)
        let page = try teacher.get("/learner/ana")
        #expect(page.html.contains("moons") && page.html.contains("spiders") && !page.html.contains("families.example"))
        let seen = try #require(
            page.html.firstMatch(of: /value="level"><input type="hidden" name="seen" value="(\d+)"/)
        ).1
        let form = [("kind", "level"), ("value", "5,5"), ("seen", String(seen))]
        let changed = try teacher.submit("/learner/ana/correct", form)
        #expect(changed.notice.contains("Reads well at grade: 5.5"))
        #expect(try teacher.post("/learner/ana/correct", form).status == 409)
        let facts = try changed.hidden("facts", in: "/learner/ana/back")
        let back = try teacher.submit("/learner/ana/back", [("facts", facts)])
        #expect(back.notice.contains("counts no more"))
        #expect(try teacher.post("/learner/ana/back", [("facts", facts)]).status == 409)
        // The roster's is not hers to take back, nor another learner's.
        #expect(try teacher.post("/learner/ana/back", [("facts", "1")]).status != 303)
        let said = try teacher.submit(
            "/learner/ana/say", [("wish", "more"), ("about", "volcanoes"), ("by", "learner")])
        #expect(said.notice.contains("More of “volcanoes”"))
        let never = try teacher.post("/learner/ana/say", [("wish", "never"), ("about", "the"), ("by", "teacher")])
        #expect(never.status == 422)
    }

    @Test func aWishOfAGuardiansOrAPrivateOneIsThereWithoutItsWords() throws {
        let school = try DeskSchool()
        defer { school.remove() }
        for (wish, about, by) in [(Fact.Kind.never, "clowns", Fact.Origin.guardian), (.more, "depression", .learner)] {
            _ = try SayWish(school.open).run(
                .init(wish, learner: "ana", about: about, isTopic: true, by: by), by: Actor(), now: DeskSchool.now)
        }
        let page = try school.signIn(DeskSchool.rivera).get("/learner/ana").html
        #expect(!page.contains("clowns") && !page.contains("depression"))
        #expect(page.contains("something that is not for others to see"))
    }

    @Test func hostileTitlesAndNamesRunNothing() throws {
        let school = try DeskSchool(store: { root in
            let file = root.appendingPathComponent("Config/learners.csv")
            let text = try String(contentsOf: file, encoding: .utf8)
            try Data(
                text.replacingOccurrences(of: "Ben Okafor", with: "\"<script>alert(1)</script>\u{202E}'\"\"{{token}}\"")
                    .utf8
            ).write(to: file)
            let feeds = root.appendingPathComponent("Feeds")
            for name in try FileManager.default.subpathsOfDirectory(atPath: feeds.path) where name.hasSuffix(".xml") {
                let feed = feeds.appendingPathComponent(name)
                let text = try String(contentsOf: feed, encoding: .utf8)
                try Data(
                    text.replacingOccurrences(
                        of: "<title>", with: "<title>&lt;img src=x onerror=alert(1)&gt;{{token}} "
                    ).utf8
                ).write(to: feed)
            }
        })
        defer { school.remove() }
        let teacher = try school.signIn(DeskSchool.rivera)
        for target in [
            "/", "/review/5A", "/learner/ben", "/learner/ana", "/class/5A", "/find?words=moon&feed=%22%3E%3Cscript%3E",
            "/strips/5A", "/print/5A", "/as/ana", "/rules", "/why/ana",
        ] {
            let page = try teacher.get(target)
            #expect(page.status == 200, "\(target)")
            #expect(!page.html.contains("<script>") && !page.html.contains("<img"), "\(target)")
            #expect(!page.html.contains("{{token}}") && !page.html.contains("\u{202E}"), "\(target)")
            // The one script is the desk's own.
            #expect(page.html.components(separatedBy: "<script").count == 2, "\(target)")
            let tags = page.html.replacing(/"[^"]*"/, with: "")
            #expect(tags.firstMatch(of: /<[^>]*\son[a-z]+=/) == nil, "\(target) has a handler")
        }
    }

    @Test func everyPageIsWholeInEachLanguage() throws {
        let school = try DeskSchool(learners: 2)
        defer { school.remove() }
        let visitors: [(String, [String])] = [
            (
                DeskSchool.rivera,
                [
                    "/", "/class/5A", "/review/5A", "/review/5A/held", "/learner/ana", "/strips/5A", "/find?words=moon",
                    "/rules", "/why/ana", "/as/ana", "/print/5A",
                ]
            ),
            (DeskSchool.librarian, ["/feeds", "/feeds/9B/held"]),
            (DeskSchool.technician, ["/status", "/history", "/sessions"]),
        ]
        for (address, targets) in visitors {
            let visitor = try school.signIn(address)
            for target in targets {
                for language in ["en", "es"] {
                    let page = try visitor.get(target, language: language)
                    #expect(page.status == 200, "\(target) in \(language)")
                    #expect(page.html.contains("<html lang=\"\(language)\""), "\(target)")
                    #expect(page.html.hasSuffix("</html>\n"), "\(target)")
                    // The name of words that are not there would stand in their place.
                    let bare = page.html.matches(of: />(?:[a-z]+\.)+[a-zA-Z]+</).map { String($0.0) }
                    #expect(bare.isEmpty, "\(target) in \(language): \(bare)")
                    let ids = page.html.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
                    #expect(Set(ids).count == ids.count, "\(target) has an id twice")
                }
            }
        }
    }

    @Test func whatWaitsIsSettledByWhoeverReadIt() throws {
        let school = try DeskSchool()
        defer { school.remove() }
        let librarian = try school.signIn(DeskSchool.librarian)
        let page = try librarian.get("/feeds/5A/held")
        #expect(page.status == 200 && !page.html.contains("Ana Ruiz"))
        #expect(try librarian.get("/learner/ana").status == 403 && librarian.get("/review/5A").status == 403)
        let item = try #require(try school.open.store.lists.newest(for: LearnerID(rawValue: "ana"), edition: nil))
            .list.entries[0].item
        let code = try #require(try school.open.store.items.item(named: item.rawValue)).code.rawValue
        #expect(
            try librarian.post("/feeds/5A/held", [("item", code), ("answer", "refuse"), ("seen", "other")]).status
                == 409)
    }

    @Test func noRequestWaitsForARun() throws {
        let school = try DeskSchool()
        defer { school.remove() }
        let teacher = try school.signIn(DeskSchool.rivera)
        let page = try teacher.get("/review/5A")
        let form = [
            ("edition", try page.hidden("edition", in: "/review/5A/item")),
            ("seen", try page.hidden("seen", in: "/review/5A/item")),
            ("item", try page.hidden("item", in: "/review/5A/item")), ("verb", "swap"), ("who", ""),
        ]
        let lock = try RunLock.take(in: school.open.school.folder.data, now: DeskSchool.now)
        let busy = try teacher.post("/review/5A/item", form)
        #expect(busy.status == 503 && busy.html.contains("Lists are being made just now"))
        #expect(try teacher.get("/review/5A").status == 200)
        _ = consume lock
        #expect(try teacher.post("/review/5A/item", form).status == 303)
        // Somebody else writes, and does not end.
        let started = Date()
        let isBusy = try school.open.store.write { scope in
            try teacher.post("/learner/ana/say", [("wish", "more"), ("about", "whales")]).status
        }
        #expect(isBusy == 503 && Date().timeIntervalSince(started) < 3.5)
    }
}
