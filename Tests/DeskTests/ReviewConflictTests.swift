import Configuration
import Content
@testable import Desk
import Foundation
import Pipeline
import Testing
import UseCases

/// Two who look at the same lists: the second is refused and sent to the page as it is now; and what is being made is waited for by nobody.
@Suite struct ReviewConflictTests {
    private static let review = "/review/5A"

    @Test func theSecondIsShownThatItHasChanged() throws {
        let school = try DeskSchool()
        defer { school.remove() }
        let (one, other) = (try school.signIn(DeskSchool.rivera), try school.signIn(DeskSchool.rivera))
        let (seen, code) = try {
            let page = try one.get(Self.review)
            return (
                try page.hidden("seen", in: Self.review + "/item"), try page.hidden("item", in: Self.review + "/item")
            )
        }()
        let base = [("edition", "\(DeskSchool.edition)"), ("seen", seen)]
        #expect(try one.post(Self.review + "/hold", base + [("who", "ana")]).status == 303)
        let before = try school.rows()
        for (path, form) in [
            ("/item", [("item", code), ("verb", "veto"), ("who", "")]), ("/approve", [("who", "")]),
            ("/approve", [("who", "ben")]), ("/hold", [("who", "ben")]), ("/lift", [("who", "ana")]),
        ] {
            var request = try DeskSchool.request(
                .post, Self.review + path, form: base + form + [("token", other.token.formToken)],
                headers: [
                    other.cookie, ("origin", DeskSchool.address),
                    ("referer", DeskSchool.address + "/review/5A?edition=\(DeskSchool.edition)#row-2"),
                ])
            let page = DeskSchool.Page(school.desk.answer(request, now: DeskSchool.now))
            #expect(page.status == 409, "\(path)")
            let back = "/review/5A?edition=\(PercentText.encoded("\(DeskSchool.edition)"))"
            #expect(page.html.contains("<a href=\"\(back)\">"), "\(path)")
            // A page of somebody else's is no place to go back to.
            request.headers.removeAll { $0.name == "referer" }
            request.headers.append((name: "referer", value: "https://else.example/review/5A"))
            let elsewhere = DeskSchool.Page(school.desk.answer(request, now: DeskSchool.now))
            #expect(elsewhere.status == 409 && !elsewhere.html.contains("else.example"), "\(path)")
        }
        #expect(try school.rows() == before)
        let again = try other.get(Self.review).hidden("seen", in: Self.review + "/item")
        let done = try other.submit(
            Self.review + "/item",
            [("edition", "\(DeskSchool.edition)"), ("seen", again), ("item", code), ("verb", "veto"), ("who", "")])
        #expect(done.status == 200 && done.notice.contains("Never, for"), "\(done.notice)")
    }

    @Test func whileListsAreMadeNothingIsRepairedAndNobodyWaits() throws {
        let school = try DeskSchool()
        defer { school.remove() }
        let teacher = try school.signIn(DeskSchool.rivera)
        let page = try teacher.get(Self.review)
        let form = [
            ("edition", "\(DeskSchool.edition)"), ("seen", try page.hidden("seen", in: Self.review + "/item")),
            ("item", try page.hidden("item", in: Self.review + "/item")), ("who", ""),
        ]
        let before = try school.rows()
        guard let lock = try RunLock.take(in: school.open.school.folder.data, now: DeskSchool.now) else {
            Issue.record("somebody else is at work")
            return
        }
        for verb in ["veto", "swap", "pin"] {
            #expect(try teacher.post(Self.review + "/item", form + [("verb", verb)]).status == 503)
        }
        #expect(try school.rows() == before)
        #expect(try teacher.get("/").status == 200 && teacher.get(Self.review).status == 200)
        // What needs no ranking is done all the same.
        let held = try teacher.submit(Self.review + "/hold", Array(form.prefix(2)) + [("who", "ana")])
        #expect(held.status == 200 && held.notice.contains("is held back"), "\(held.notice)")
        _ = consume lock
    }

    @Test func eachKeyOfTheReviewLeadsSomewhere() throws {
        let school = try DeskSchool()
        defer { school.remove() }
        let html = try school.signIn(DeskSchool.rivera).get(Self.review).html
        let ids = html.matches(of: /id="([^"]+)"/).map { String($0.1) }
        #expect(Set(ids).count == ids.count, "an id twice")
        let places = html.matches(of: /href="#([^"]+)"/).map { String($0.1) }
        #expect(places.count > 3 && places.allSatisfy { ids.contains($0) }, "a link to nowhere")
    }
}
