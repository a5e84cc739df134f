import Foundation
import Glibc
import TestSupport
import Testing

/// The browser that the desk is tested with does what it says, on pages of a few lines.
@Suite(.serialized, .timeLimit(.minutes(20))) struct BrowserTests {
    private static func page(_ body: String, head: String = "", _ headers: [String] = []) -> LoopbackServer.Answer {
        .ok(
            Array("<!DOCTYPE html><html lang=en><meta charset=utf-8><title>T</title>\(head)<body>\(body)".utf8),
            headers: ["Content-Type: text/html"] + headers)
    }

    /// Answers by path; what a browser asks for of its own is not there.
    private static func server(_ pages: [String: LoopbackServer.Answer]) throws -> LoopbackServer {
        try LoopbackServer(patience: 60) { path, _ in
            let target = path.split(separator: "?").first.map { String($0) } ?? path
            return pages[target] ?? .status("404 Not Found")
        }
    }

    /// Width and height of a PNG.
    private static func size(of picture: Data) -> [Int] {
        [16, 20].map { start in picture[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) } }
    }

    @Test func opensTapsTypesAndPresses() throws {
        let form = """
            <form action=/took><label>Name <input name=name></label><input name=other><button>Go</button></form>
            <p id=out></p><script>addEventListener('keydown', e => document.querySelector('#out').append(e.key))</script>
            """
        let server = try Self.server(["/": Self.page(form), "/took": Self.page("<h1>Taken</h1>")])
        let browser = try Browser()
        try browser.visit(server.address("/"))
        #expect(try browser.count("input") == 2 && browser.count("h1") == 0)
        try browser.tap("input[name=name]")
        try browser.type("José 'x'")
        try browser.press("Tab")
        #expect(try browser.evaluate("document.activeElement.name") as? String == "other")
        try browser.press("q")
        try browser.press("Tab", withShift: true)
        #expect(try browser.evaluate("document.activeElement.name") as? String == "name")
        #expect(try browser.evaluate("document.forms[0].other.value") as? String == "q")
        #expect(try browser.text("#out").contains("Tab") && browser.text("#out").contains("q"))
        try browser.press("Enter")
        try browser.wait(until: "document.querySelector('h1')?.innerText === 'Taken'")
        #expect(browser.asked.last { $0.contains("/took") }?.contains("name=Jos%C3%A9+%27x%27&other=q") == true)
        try browser.visit(server.address("/"))
        try browser.tap("button")
        try browser.wait(until: "location.pathname === '/took'")
        #expect(browser.complaints.isEmpty, "\(browser.complaints)")
        // What is not there is an error, and so is what does not come true.
        #expect(throws: Browser.Fault.self) { try browser.tap("#nowhere") }
        #expect(throws: Browser.Fault.self) { try browser.evaluate("nothing.of.it") }
        #expect(throws: Browser.Fault.self) { try browser.wait(until: "false", seconds: 0.2) }
        #expect(throws: Browser.Fault.self) { try browser.visit("http://127.0.0.1:1/") }
    }

    @Test func looksAtWidthsDarkAndPaperWithScriptsOrWithout() throws {
        let style = """
            <meta name=viewport content=width=device-width><style>body, p { margin: 0 } body { height: 3000px; color: rgb(1,1,1) }
            @media (prefers-color-scheme: dark) { body { color: rgb(2,2,2) } } @media print { body { color: rgb(3,3,3) } }
            </style>
            """
        let body = "<p id=out>off</p><script>document.querySelector('#out').textContent = 'on'</script>"
        let server = try Self.server(["/": Self.page(body, head: style)])
        let browser = try Browser()
        func color() throws -> String? { try browser.evaluate("getComputedStyle(document.body).color") as? String }
        try browser.size(390, 800, scale: 2)
        try browser.visit(server.address("/"))
        #expect(try browser.text("#out") == "on")
        #expect(try browser.evaluate("innerWidth") as? Int == 390)
        #expect(Self.size(of: try browser.picture()) == [780, 6_000])
        try browser.size(1_280, 900)
        #expect(try browser.evaluate("innerWidth") as? Int == 1_280)
        #expect(Self.size(of: try browser.picture()) == [1_280, 3_000])
        try browser.look(dark: true)
        #expect(try color() == "rgb(2, 2, 2)")
        try browser.look(print: true)
        #expect(try color() == "rgb(3, 3, 3)")
        try browser.look()
        #expect(try color() == "rgb(1, 1, 1)")
        try browser.allowScripts(false)
        try browser.visit(server.address("/"))
        #expect(try browser.text("#out") == "off")
        try browser.allowScripts(true)
        try browser.visit(server.address("/"))
        #expect(try browser.text("#out") == "on")
    }

    @Test func knowsWhatWasAskedForAndWhatWasWrong() throws {
        let other = try Self.server([:])
        let policy = "Content-Security-Policy: default-src 'none'; script-src 'unsafe-inline'"
        let server = try Self.server([
            // A frame in a sandbox has a process of its own.
            "/frame": Self.page("<iframe sandbox src=/inner></iframe>"),
            "/inner": Self.page("<img src=\(other.address("/seen.png"))>"),
            "/policy": Self.page("<img src=\(other.address("/kept.png"))><p style='color: red'>red</p>", [policy]),
            "/error": Self.page("<script>console.error('one', 2); nothing.of.it</script>"),
        ])
        let browser = try Browser()
        try browser.visit(server.address("/frame"))
        try browser.wait(until: "performance.getEntriesByType('resource').length > 0")
        for _ in 0..<50 where !browser.asked.contains(other.address("/seen.png")) {
            usleep(50_000)
            try browser.evaluate("0")
        }
        #expect(browser.asked.contains(other.address("/seen.png")))
        #expect(browser.complaints.isEmpty, "\(browser.complaints)")
        try browser.visit(server.address("/policy"))
        #expect(browser.complaints.count >= 2, "\(browser.complaints)")
        #expect(!browser.asked.contains(other.address("/kept.png")))
        #expect(!other.requests.contains { $0.contains("kept") })
        try browser.visit(server.address("/error"))
        #expect(browser.complaints.contains("one 2"))
        #expect(browser.complaints.contains { $0.contains("nothing is not defined") })
    }

    @Test func hasCookiesThatNoScriptSees() throws {
        let server = try Self.server(["/": Self.page("hello", ["Set-Cookie: key=secret; HttpOnly; SameSite=Lax"])])
        let browser = try Browser()
        try browser.visit(server.address("/"))
        #expect(try browser.cookies() == ["key": "secret"])
        #expect(try browser.evaluate("document.cookie") as? String == "")
        try browser.setCookie("other", "one", of: server.address("/"))
        try browser.visit(server.address("/"))
        #expect(server.requests.last?.contains("other=one") == true)
    }

    @Test func endsItsOwnChildAlone() throws {
        let (one, other) = (try Browser(), try Browser())
        #expect(kill(one.child, 0) == 0)
        one.stop()
        one.stop()
        #expect(kill(one.child, 0) != 0)
        #expect(throws: Browser.Fault.self) { try one.evaluate("1") }
        #expect(try other.evaluate("1 + 1") as? Int == 2)
        let child = other.child
        // A browser that was killed is told of, soon.
        kill(child, SIGKILL)
        let begun = Date()
        #expect(throws: Browser.Fault.self) { try other.visit("about:blank") }
        #expect(Date().timeIntervalSince(begun) < 10)
    }
}
