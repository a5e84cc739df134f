import Foundation
import Glibc

/// Headless Chromium (Debian's), driven by its own protocol over a pipe: no socket, no other program. It ends with its test.
final class Browser {
    /// What went wrong between the test and the browser.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    private let process = Process()
    private let folder: URL
    private let toBrowser: Int32
    private let fromBrowser: Int32
    private var buffer: [UInt8] = []
    private var number = 0
    private var session = ""
    private var events: [[String: Any]] = []
    /// All addresses that were asked for.
    private(set) var asked: [String] = []
    /// What the browser complained of: errors of scripts, and what the page's own policy forbade.
    private(set) var complaints: [String] = []

    /// Starts one. Nothing of its own is asked for on the network.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("gleaner-browser-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let (one, other) = (folder.path + "/to", folder.path + "/from")
        guard mkfifo(one, 0o600) == 0, mkfifo(other, 0o600) == 0 else { throw Fault(description: "no pipes") }
        toBrowser = open(one, O_RDWR | O_CLOEXEC)
        fromBrowser = open(other, O_RDWR | O_CLOEXEC)
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [
            "-c", "exec chromium \"$@\" 3<\"\(one)\" 4>\"\(other)\"", "chromium", "--headless=new", "--disable-gpu",
            "--remote-debugging-pipe", "--no-first-run", "--disable-background-networking",
            "--disable-component-update",
            "--disable-dev-shm-usage", "--user-data-dir=\(folder.path)/profile", "about:blank",
        ]
        // The sandbox is not for root, which a fresh machine of tests is.
        if geteuid() == 0 { process.arguments?.insert("--no-sandbox", at: 3) }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
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
    }

    deinit { stop() }

    /// Ends it.
    func stop() {
        guard process.isRunning else { return }
        process.terminate()
        process.waitUntilExit()
        close(toBrowser)
        close(fromBrowser)
        try? FileManager.default.removeItem(at: folder)
    }

    // MARK: what a test does

    /// Opens a page and waits until it is loaded.
    func visit(_ address: String) throws {
        events = []
        try call("Page.navigate", ["url": address])
        try wait(for: "Page.loadEventFired")
    }

    /// The value of an expression in the page.
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
    func press(_ key: String) throws {
        let codes: [String: Int] = ["Enter": 13, "Tab": 9, " ": 32]
        var event: [String: Any] = ["key": key, "windowsVirtualKeyCode": codes[key] ?? 0]
        if key == "Enter" { event["text"] = "\r" } else if key.count == 1 { event["text"] = key }
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

    /// The window's size in CSS pixels.
    func size(_ width: Int, _ height: Int) throws {
        try call(
            "Emulation.setDeviceMetricsOverride",
            ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500])
    }

    /// Whether pages may run scripts.
    func allowScripts(_ allowed: Bool) throws {
        try call("Emulation.setScriptExecutionDisabled", ["value": !allowed])
    }

    // MARK: the protocol

    @discardableResult
    private func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
        try call(method, parameters, in: session)
    }

    private func call(_ method: String, _ parameters: [String: Any], in session: String?) throws -> [String: Any] {
        number += 1
        var message: [String: Any] = ["id": number, "method": method, "params": parameters]
        if let session { message["sessionId"] = session }
        let bytes = try JSONSerialization.data(withJSONObject: message) + Data([0])
        try bytes.withUnsafeBytes { buffer in
            var sent = 0
            while sent < buffer.count {
                let count = write(toBrowser, buffer.baseAddress?.advanced(by: sent), buffer.count - sent)
                guard count > 0 else { throw Fault(description: "the browser does not listen") }
                sent += count
            }
        }
        while true {
            let answer = try next()
            guard answer["id"] as? Int == number else {
                note(answer)
                continue
            }
            if let problem = answer["error"] { throw Fault(description: "\(method): \(problem)") }
            return answer["result"] as? [String: Any] ?? [:]
        }
    }

    private func wait(for method: String) throws {
        while true {
            if let index = events.firstIndex(where: { $0["method"] as? String == method }) {
                events.removeSubrange(...index)
                return
            }
            note(try next())
        }
    }

    /// Keeps an event, and what it tells.
    private func note(_ event: [String: Any]) {
        events.append(event)
        let parameters = event["params"] as? [String: Any] ?? [:]
        switch event["method"] as? String {
        case "Network.requestWillBeSent":
            if let address = (parameters["request"] as? [String: Any])?["url"] as? String { asked.append(address) }
        case "Runtime.exceptionThrown": complaints.append("\(parameters["exceptionDetails"] ?? "")")
        case "Log.entryAdded":
            if let entry = parameters["entry"] as? [String: Any], entry["source"] as? String != "network" {
                complaints.append("\(entry["text"] ?? "")")
            }
        default: break
        }
    }

    /// The next message, which must come within half a minute.
    private func next() throws -> [String: Any] {
        var part = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            if let end = buffer.firstIndex(of: 0) {
                let message = Data(buffer[..<end])
                buffer.removeSubrange(...end)
                return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
            }
            var waiting = pollfd(fd: fromBrowser, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, 30_000) > 0 else { throw Fault(description: "the browser says nothing") }
            let count = read(fromBrowser, &part, part.count)
            guard count > 0 else { throw Fault(description: "the browser has ended") }
            buffer += part[..<count]
        }
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "'", with: "\\'") + "'"
    }
}
