/// What a browser tells by itself: what it asked for, what is loaded, what it complained of.
struct BrowserLog {
    /// The addresses that were asked for, in their order, without those that a page's own policy kept it from.
    var asked: [String] { requests.filter { !blocked.contains($0.id) }.map(\.address) }
    /// What the browser complained of: errors of scripts and of the console, and what the page's own policy forbade.
    private(set) var complaints: [String] = []
    /// The loads that have come to their end, by their names.
    private(set) var loaded: Set<String> = []

    private var requests: [(id: String, address: String)] = []
    private var blocked: Set<String> = []

    /// Keeps what an event tells.
    mutating func note(_ event: [String: Any]) {
        let parameters = event["params"] as? [String: Any] ?? [:]
        func part(_ name: String) -> [String: Any] { parameters[name] as? [String: Any] ?? [:] }
        func text(_ name: String) -> String { parameters[name] as? String ?? "" }
        switch event["method"] as? String {
        case "Page.lifecycleEvent" where text("name") == "load": loaded.insert(text("loaderId"))
        case "Network.requestWillBeSent":
            if let address = part("request")["url"] as? String { requests.append((text("requestId"), address)) }
        case "Network.loadingFailed" where parameters["blockedReason"] != nil: blocked.insert(text("requestId"))
        case "Runtime.exceptionThrown":
            let details = part("exceptionDetails")
            let thrown = (details["exception"] as? [String: Any])?["description"] as? String
            complaints.append(thrown ?? details["text"] as? String ?? "an error")
        case "Runtime.consoleAPICalled" where text("type") == "error":
            let values = parameters["args"] as? [[String: Any]] ?? []
            complaints.append(values.map { "\($0["value"] ?? $0["description"] ?? "")" }.joined(separator: " "))
        case "Log.entryAdded":
            // That an answer was a refusal is for the test to say.
            let entry = part("entry")
            if entry["source"] as? String != "network" { complaints.append(entry["text"] as? String ?? "") }
        default: break
        }
    }
}
