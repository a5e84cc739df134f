import Content
@testable import Desk
import Foundation
import Pipeline
import Store
import Testing
import UseCases

/// A teacher's week in a real browser, on a class of 28 of the sample: reviewed, repaired, approved, 28 strips entered; by taps, by keys alone, with
/// the script off, at the width of a phone. Each counts its taps and keys.
@Suite(.serialized, .timeLimit(.minutes(20))) struct BrowserWeekTests {
    private struct Week {
        let school: DeskSchool
        let server: RunningDesk
        let browser: Browser
        var address: String { "http://127.0.0.1:\(server.port)" }

        /// The desk with the lists of a class of 28 made, and a browser that is signed in.
        init(width: Int = 1_000, scripts: Bool = true) throws {
            school = try DeskSchool(learners: 23)
            server = try RunningDesk(school.root, ["--now", DeskSchool.now.iso])
            browser = try Browser()
            try browser.size(width, 900)
            if !scripts { try browser.allowScripts(false) }
            let link = try InviteToDesk(school.open, chance: DeskToken.chance()).run(
                .init(DeskSchool.rivera), by: Actor(), now: DeskSchool.now
            ).link.text
            try browser.visit(address + link.dropFirst(DeskSchool.address.count))
            try browser.tap("main button")
            try browser.wait(until: "document.querySelector('h2')?.innerText.includes('5A') ?? false")
            // Whoever has come in has the whole frame, not the page alone.
            #expect(try browser.count("nav a") > 0 && browser.count("form[action='/leave']") == 1)
        }

        func end() {
            browser.stop()
            server.stop()
            school.remove()
        }

        /// Nothing went to another host (what the browser draws its own icons from is no host), nothing was forbidden, and no page is wider than its window.
        func expectClean() throws {
            let others = browser.asked.filter {
                !$0.hasPrefix(address + "/") && !$0.hasPrefix("about:") && !$0.hasPrefix("data:")
            }
            #expect(others.isEmpty, "\(others)")
            #expect(browser.complaints.isEmpty, "\(browser.complaints)")
        }

        func ticks(of learner: String) throws -> Int {
            try school.open.store.learners.facts(about: LearnerID(rawValue: learner)).filter {
                $0.item != nil && $0.origin == .learner
            }.count
        }
    }

    private func expectNoWider(_ browser: Browser) throws {
        let over = try browser.evaluate("document.documentElement.scrollWidth - innerWidth") as? Int
        #expect(over ?? 1 <= 0)
    }

    /// Reviews and repairs by taps.
    private func reviewByTaps(_ week: Week) throws {
        let browser = week.browser
        try browser.visit(week.address + "/review/5A")
        try expectNoWider(browser)
        let first = try browser.text("#row-1 h3")
        try browser.tap("#row-1-veto")
        try browser.wait(until: "document.querySelector('.notice')?.innerText.startsWith('Never') ?? false")
        #expect(try browser.text("#row-1 h3") != first)
        let second = try browser.text("#row-1 h3")
        try browser.evaluate("document.querySelector('#row-1-who').selectedIndex = 1")
        try browser.tap("#row-1-swap")
        try browser.wait(until: "document.querySelector('.notice')?.innerText.startsWith('Swapped') ?? false")
        #expect(try browser.text(".notice").contains(second))
        try browser.tap("#row-2-pin")
        try browser.wait(until: "document.querySelector('.notice')?.innerText.startsWith('Pinned') ?? false")
        try browser.tap("#approve-all")
        try browser.wait(
            until: "document.querySelector('.notice')?.innerText.includes('28 lists were approved') ?? false")
    }

    /// Enters strips, each with so many taps on boxes and one on the button.
    private func enterByTaps(_ week: Week, strips: Int) throws {
        let browser = week.browser
        try browser.visit(week.address + "/strips/5A")
        try expectNoWider(browser)
        for number in 1...strips {
            let name = try browser.text("#at-hand")
            try browser.tap("input[value=am]")
            try browser.tap("input[value=bh]")
            try browser.tap("form.card button.main")
            try browser.wait(
                until: "document.querySelector('.notice')?.innerText.includes('Taken down for \(name)') ?? false")
            #expect(
                try browser.text("main > p").hasPrefix("\(number) of 28")
                    || browser.text("main").contains("\(number) of 28"))
        }
    }

    @Test func byTapsAndTheNextEditionChanges() throws {
        let week = try Week()
        defer { week.end() }
        try reviewByTaps(week)
        try week.school.putOut()
        try enterByTaps(week, strips: 28)
        #expect(try week.ticks(of: "ana") == 2)
        // One is taken back, and entered by its codes.
        try week.browser.tap(".notice button")
        try week.browser.wait(until: "document.querySelector('.notice')?.innerText.includes('counts no more') ?? false")
        try week.expectClean()
        // The next edition knows of it.
        let next = DeskSchool.now.adding(seconds: 7 * 86_400)
        let before = try #require(
            try week.school.open.store.lists.newest(for: LearnerID(rawValue: "ana"), edition: nil))
        try week.school.rank(now: next)
        let after = try #require(try week.school.open.store.lists.newest(for: LearnerID(rawValue: "ana"), edition: nil))
        #expect(before.list.entries.map(\.item) != after.list.entries.map(\.item))
    }

    @Test func byKeysAlone() throws {
        let week = try Week()
        defer { week.end() }
        let browser = week.browser
        try browser.visit(week.address + "/review/5A")
        // At no row, a key of a row does nothing: the first article is not everybody's never.
        try browser.press("v")
        #expect(try browser.count("[aria-busy], .notice") == 0)
        try browser.press("j")
        #expect(try browser.evaluate("document.activeElement.id") as? String == "row-1")
        try browser.press("k")
        #expect(try browser.evaluate("document.activeElement.id") as? String == "row-2")
        let title = try browser.text("#row-2 h3")
        try browser.press("s")
        try browser.wait(until: "document.querySelector('.notice')?.innerText.startsWith('Swapped') ?? false")
        #expect(try browser.text(".notice").contains(title))
        // What is done for the whole class takes a second key.
        try browser.press("a")
        #expect(try browser.evaluate("document.activeElement.id") as? String == "approve-all")
        #expect(try browser.count(".notice") == 1)
        try browser.press("Enter")
        try browser.wait(
            until: "document.querySelector('.notice')?.innerText.includes('28 lists were approved') ?? false")
        try week.school.putOut()
        try browser.visit(week.address + "/strips/5A")
        for _ in 1...27 {
            let name = try browser.text("#at-hand")
            // One key a tick: more of the first, the second too hard.
            try browser.press("4")
            try browser.press("u")
            #expect(try browser.count("input[name=tick]:checked") == 2)
            try browser.press("Enter")
            try browser.wait(
                until: "document.querySelector('.notice')?.innerText.includes('Taken down for \(name)') ?? false")
        }
        #expect(try week.ticks(of: "ana") == 2)
        // The codes as they stand on the paper, and on.
        try browser.evaluate("document.querySelector('#strip-line').focus()")
        let name = try browser.text("#at-hand")
        try browser.type("amch = whales")
        try browser.press("Enter")
        try browser.wait(until: "document.querySelector('.notice')?.innerText.includes('\(name)') ?? false")
        // Turned off, keys do nothing.
        try browser.evaluate("document.querySelector('footer form[action=\"/keys\"] button').click()")
        try browser.wait(until: "!document.body.hasAttribute('data-keys')")
        let ticked = try browser.count("input[name=tick]:checked")
        try browser.press("4")
        #expect(try browser.count("input[name=tick]:checked") == ticked)
        try week.expectClean()
    }

    @Test func withTheScriptOffAtTheWidthOfAPhone() throws {
        let week = try Week(width: 390, scripts: false)
        defer { week.end() }
        try reviewByTaps(week)
        try week.school.putOut()
        try enterByTaps(week, strips: 28)
        for target in [
            "/", "/class/5A", "/learner/ana", "/find?words=moon", "/rules", "/as/ana", "/print/5A", "/why/ana",
        ] {
            try week.browser.visit(week.address + target)
            try expectNoWider(week.browser)
        }
        try week.expectClean()
    }
}
