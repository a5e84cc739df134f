import Foundation

/// A page of headless Chromium, as a person has it before them: opened, tapped, typed into, looked at. It ends with its test.
final class Browser {
    typealias Fault = BrowserPipe.Fault

    private let pipe: BrowserPipe
    private var session = ""
    private var log = BrowserLog()

    /// Starts one, with a page of its own.
    init() throws {
        pipe = try BrowserPipe()
        var page: String?
        for _ in 0..<100 where page == nil {
            let targets = try call("Target.getTargets", [:], in: nil)["targetInfos"] as? [[String: Any]] ?? []
            page = targets.first { $0["type"] as? String == "page" }?["targetId"] as? String
            if page == nil { usleep(50_000) }
        }
        guard let page else { throw Fault(description: "no page") }
        let attached = try call("Target.attachToTarget", ["targetId": page, "flatten": true], in: nil)
        session = attached["sessionId"] as? String ?? ""
        for domain in ["Page", "Network", "Runtime", "Log"] { try call("\(domain).enable") }
        try call("Page.setLifecycleEventsEnabled", ["enabled": true])
        try call("Target.setAutoAttach", Self.frames)
    }

    deinit { stop() }

    /// Ends it.
    func stop() { pipe.stop() }

    /// The number of its process.
    var child: Int32 { pipe.child }
    /// All addresses that were asked for, those of frames too.
    var asked: [String] { log.asked }
    /// What the browser complained of: errors of scripts, and what a page's own policy forbade.
    var complaints: [String] { log.complaints }

    // MARK: what a test does

    /// Opens a page and waits until it is loaded.
    func visit(_ address: String) throws {
        let begun = try call("Page.navigate", ["url": address])
        if let problem = begun["errorText"] as? String { throw Fault(description: "\(address): \(problem)") }
        // Another place of the same page is no load.
        guard let load = begun["loaderId"] as? String else { return }
        let end = Date().addingTimeInterval(30)
        while !log.loaded.contains(load) { try note(pipe.next(until: end)) }
    }

    /// The value of an expression in the page, also where pages may run no scripts.
    @discardableResult
    func evaluate(_ script: String) throws -> Any? {
        let result = try call(
            "Runtime.evaluate", ["expression": script, "returnByValue": true, "awaitPromise": true])
        if let problem = result["exceptionDetails"] { throw Fault(description: "\(script): \(problem)") }
        return (result["result"] as? [String: Any])?["value"]
    }

    /// A text of the page; empty where there is none.
    func text(_ selector: String) throws -> String {
        try evaluate("document.querySelector(\(Self.quoted(selector)))?.innerText ?? ''") as? String ?? ""
    }

    /// How many there are.
    func count(_ selector: String) throws -> Int {
        try evaluate("document.querySelectorAll(\(Self.quoted(selector))).length") as? Int ?? 0
    }

    /// Presses a key, as a person does: what has the focus gets it.
    func press(_ key: String, withShift: Bool = false) throws {
        var event: [String: Any] = ["key": key, "windowsVirtualKeyCode": Self.codes[key] ?? 0]
        if key == "Enter" { event["text"] = "\r" } else if key.count == 1 { event["text"] = key }
        if withShift { event["modifiers"] = 8 }
        try call("Input.dispatchKeyEvent", event.merging(["type": "keyDown"]) { $1 })
        try call("Input.dispatchKeyEvent", event.merging(["type": "keyUp"]) { $1 })
    }

    /// Types a text into what has the focus.
    func type(_ text: String) throws { try call("Input.insertText", ["text": text]) }

    /// Taps on the middle of an element, with a real pointer.
    func tap(_ selector: String) throws {
        let script = """
            (() => { const one = document.querySelector(\(Self.quoted(selector)));
            one.scrollIntoView({block: 'center'}); const box = one.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2]; })()
            """
        guard let place = try evaluate(script) as? [Double], place.count == 2 else {
            throw Fault(description: "nothing to tap at \(selector)")
        }
        for kind in ["mousePressed", "mouseReleased"] {
            try call(
                "Input.dispatchMouseEvent",
                ["type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1])
        }
    }

    /// Waits until an expression holds, a bounded time.
    func wait(until script: String, seconds: Double = 20) throws {
        let end = Date().addingTimeInterval(seconds)
        while Date() < end {
            // In the middle of a load there is no page to ask.
            if (try? evaluate(script)) as? Bool == true { return }
            usleep(30_000)
        }
        throw Fault(description: "did not come true: \(script); \((try? text("main"))?.prefix(300) ?? "")")
    }

    /// The window's size in CSS pixels, each of which is so many of the screen's. What is narrow is a phone's.
    func size(_ width: Int, _ height: Int, scale: Double = 1) throws {
        try call(
            "Emulation.setDeviceMetricsOverride",
            ["width": width, "height": height, "deviceScaleFactor": scale, "mobile": width < 500])
    }

    /// Looks at pages as somebody who asked for dark ones does, or as paper.
    func look(dark: Bool = false, print: Bool = false) throws {
        try call(
            "Emulation.setEmulatedMedia",
            [
                "media": print ? "print" : "",
                "features": [["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]],
            ])
    }

    /// Whether pages may run scripts.
    func allowScripts(_ allowed: Bool) throws {
        try call("Emulation.setScriptExecutionDisabled", ["value": !allowed])
    }

    /// The cookies that go with the page, also those that no script sees.
    func cookies() throws -> [String: String] {
        let all = try call("Network.getCookies")["cookies"] as? [[String: Any]] ?? []
        let pairs = all.map { ($0["name"] as? String ?? "", $0["value"] as? String ?? "") }
        return Dictionary(pairs) { $1 }
    }

    /// Gives it a cookie of an address, as if it had been there before.
    func setCookie(_ name: String, _ value: String, of address: String) throws {
        try call("Network.setCookie", ["name": name, "value": value, "url": address])
    }

    /// A picture of the whole page, a PNG.
    func picture() throws -> Data {
        let size = try call("Page.getLayoutMetrics")["cssContentSize"] as? [String: Any] ?? [:]
        let place: [String: Any] = [
            "x": 0, "y": 0, "scale": 1, "width": size["width"] ?? 0, "height": size["height"] ?? 0,
        ]
        let answer = try call("Page.captureScreenshot", ["captureBeyondViewport": true, "clip": place])
        guard let picture = Data(base64Encoded: answer["data"] as? String ?? ""), !picture.isEmpty else {
            throw Fault(description: "no picture")
        }
        return picture
    }

    // MARK: the protocol

    /// Frames that have a process of their own are followed from their first request on.
    private static var frames: [String: Any] {
        ["autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true]
    }
    private static let codes = ["Enter": 13, "Tab": 9, " ": 32, "Escape": 27, "ArrowUp": 38, "ArrowDown": 40]

    @discardableResult
    private func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
        try call(method, parameters, in: session)
    }

    private func call(_ method: String, _ parameters: [String: Any], in session: String?) throws -> [String: Any] {
        let number = try pipe.send(method, parameters, in: session)
        let end = Date().addingTimeInterval(30)
        while true {
            let answer = try pipe.next(until: end)
            guard answer["id"] as? Int == number else {
                try note(answer)
                continue
            }
            if let problem = answer["error"] { throw Fault(description: "\(method): \(problem)") }
            return answer["result"] as? [String: Any] ?? [:]
        }
    }

    private func note(_ event: [String: Any]) throws {
        log.note(event)
        guard event["method"] as? String == "Target.attachedToTarget",
            let frame = (event["params"] as? [String: Any])?["sessionId"] as? String, !session.isEmpty
        else { return }
        for domain in ["Network", "Runtime", "Log"] { try pipe.send("\(domain).enable", [:], in: frame) }
        try pipe.send("Target.setAutoAttach", Self.frames, in: frame)
        try pipe.send("Runtime.runIfWaitingForDebugger", [:], in: frame)
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "'", with: "\\'") + "'"
    }
}
