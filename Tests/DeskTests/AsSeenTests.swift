import Content
@testable import Desk
import Foundation
import Pipeline
import Store
import Testing
import UseCases

/// A list as those see it whom it goes to, and the pages of a class to print.
@Suite struct AsSeenTests {
    private static let mark = "Preview: this list is not to be handed out yet."

    private func facts(_ school: DeskSchool) throws -> String { try school.rows() }

    @Test func theMailAndThePageAreShownApartAndMarkedWhileTheyWait() throws {
        let school = try DeskSchool()
        defer { school.remove() }
        let teacher = try school.signIn(DeskSchool.rivera)
        let before = try school.rows()
        let page = try teacher.get("/as/ana")
        #expect(page.html.contains("The mail to Ana Ruiz") && page.html.contains("marked as a preview"))
        #expect(page.html.components(separatedBy: "<iframe").count == 3)
        for part in ["mail?to=learner", "page"] {
            let document = try teacher.get("/as/ana/\(part)")
            #expect(document.status == 200 && document.html.contains("Ana") && document.html.contains(Self.mark))
            #expect(document.header("content-security-policy")?.contains("sandbox") == true)
            for foreign in ["cid:", "<img", "<script", "src=", "ruiz@families.example"] {
                #expect(!document.html.contains(foreign), "\(part) has \(foreign)")
            }
        }
        #expect(try teacher.get("/as/ana/mail?to=guardian-1").status == 404)
        #expect(try teacher.get("/as/ana/mail?to=nobody").status == 400)
        for number in ["0", "-1", "-9223372036854775808", "9223372036854775807"] {
            #expect([400, 404].contains(try teacher.get("/as/ana/mail?to=guardian-\(number)").status))
        }
        #expect(try teacher.get("/as/ana?edition=x").status == 400)
        #expect(try teacher.get("/as/ana?edition=manual@2020-01-01").html.contains("No list was made for Ana Ruiz"))
        // Looking changes nothing.
        #expect(try school.rows() == before)
        try StripGridTests.putOut(school)
        #expect(try !teacher.get("/as/ana/page").html.contains(Self.mark))
        #expect(try teacher.get("/as/ana").html.contains("Is out"))
    }

    @Test func whatIsTheLearnersOrAGuardiansAloneIsLeftOut() throws {
        let school = try DeskSchool { root in
            let file = root.appendingPathComponent("Config/gleaner.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
            try Data(text.replacingOccurrences(of: "  to: learner\n", with: "  to: both\n").utf8).write(to: file)
            let roster = root.appendingPathComponent("Config/learners.csv")
            let rows = try String(contentsOf: roster, encoding: .utf8)
            try Data(rows.replacingOccurrences(of: "moons;ocean", with: "moons;ocean;depression").utf8).write(
                to: roster)
        }
        defer { school.remove() }
        _ = try SayWish(school.open).run(
            .init(.never, learner: "ana", about: "clowns", isTopic: true, by: .guardian), by: Actor(),
            now: DeskSchool.monday.adding(seconds: -60))
        let teacher = try school.signIn(DeskSchool.rivera)
        let page = try teacher.get("/as/ana").html
        #expect(page.contains("The copy for a guardian, in English") && page.contains("is left out here"))
        for target in ["/as/ana", "/as/ana/mail?to=learner", "/as/ana/mail?to=guardian-1", "/as/ana/page"] {
            let document = try teacher.get(target)
            #expect(document.status == 200)
            for word in ["depression", "clowns", "ruiz@"] {
                #expect(!document.html.contains(word), "\(target) has \(word)")
            }
        }
    }

    @Test func whoIsNotProfiledIsSeenWithThePageOfTheClass() throws {
        let school = try DeskSchool { try StripGridTests.takeConsentBack(of: ["ben"], in: $0) }
        defer { school.remove() }
        let teacher = try school.signIn(DeskSchool.rivera)
        let page = try teacher.get("/as/ben").html
        #expect(page.contains("They get the page of 5A") && page.contains("The printed page of class 5A"))
        #expect(try !teacher.get("/as/ben/page").html.contains("Ben Okafor"))
        #expect(try teacher.get("/as/ben/mail").status == 404)
        // Dora has no address of her own, and a guardian gets the mail.
        #expect(try teacher.get("/as/dora").html.contains("The copy for a guardian"))
    }

    @Test func thePacketIsWhatIsPutOut() throws {
        let school = try DeskSchool(learners: 3) { try StripGridTests.takeConsentBack(of: ["chen"], in: $0) }
        defer { school.remove() }
        let teacher = try school.signIn(DeskSchool.rivera)
        let before = try school.rows()
        let waiting = try teacher.get("/print/5A")
        #expect(waiting.html.contains("There is nothing to print") && waiting.html.contains("wait for approval: Ana"))
        #expect(try teacher.get("/print/5A/packet").status == 404)
        #expect(try teacher.get("/print/5A/page/ana").status == 404)
        #expect(try school.rows() == before)
        try StripGridTests.putOut(school)
        let outbox = school.root.appendingPathComponent("Outbox/\(DeskSchool.edition)/print")
        let file = try Data(contentsOf: outbox.appendingPathComponent("5A.html"))
        #expect(try teacher.get("/print/5A/packet").response.body == [UInt8](file))
        let page = try teacher.get("/print/5A").html
        #expect(page.contains("All 7 pages") && page.contains("They get the page of the class: Chen Wei"))
        let one = try teacher.get("/print/5A/page/ben").html
        #expect(one.contains("Ben") && !one.contains("Ana") && one.contains("class=\"page"))
        #expect(try teacher.get("/print/5A/page/gina").status == 403)
        let names = try FileManager.default.contentsOfDirectory(atPath: outbox.path)
        let classFile = try #require(names.first { $0.hasPrefix("5A-") || $0.contains("class") }, "\(names)")
        let ofClass = try Data(contentsOf: outbox.appendingPathComponent(classFile))
        #expect(try teacher.get("/print/5A/page").response.body == [UInt8](ofClass))
    }

    @Test func whoTakesConsentBackHasNoPage() throws {
        let school = try DeskSchool()
        defer { school.remove() }
        try StripGridTests.putOut(school)
        let teacher = try school.signIn(DeskSchool.rivera)
        #expect(try teacher.get("/print/5A/packet").html.contains("Elif"))
        _ = try SayConsent(school.open).run(.init("elif", word: .no), by: Actor(), now: DeskSchool.now)
        #expect(try !teacher.get("/print/5A/packet").html.contains("Elif"))
        #expect(try teacher.get("/print/5A/page/elif").status == 404)
        let page = try teacher.get("/print/5A").html
        #expect(page.contains("All 4 pages") && page.contains("Elif Kaya"))
        #expect(try !teacher.get("/as/elif").html.contains("<iframe src=\"/as/elif/mail"))
    }
}
