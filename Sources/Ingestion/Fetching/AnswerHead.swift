import CLibCurl
import Content

/// What the head of an answer says that matters to a feed.
struct AnswerHead {
    private(set) var etag: String?
    private(set) var lastModified: String?
    private(set) var packing = Packing()
    private(set) var charset: String?
    private(set) var freshSeconds: Int?
    private(set) var age = 0
    /// `Retry-After` as written: seconds, or a moment.
    private(set) var retryAfter: String?
    private(set) var date: String?

    /// Takes a line of the head, without its end.
    mutating func take(_ line: Substring) {
        guard let colon = line.firstIndex(of: ":") else { return }
        let value = line[line.index(after: colon)...].trimmed
        switch line[..<colon].lowercased() {
        case "etag": etag = value
        case "last-modified": lastModified = value
        case "content-encoding": packing.take(content: value)
        case "transfer-encoding": packing.take(transfer: value)
        case "content-type": charset = AnswerHead.parameter("charset", of: value)
        case "cache-control": takeCacheControl(value)
        case "age": age = max(0, Int(value) ?? 0)
        case "retry-after": retryAfter = value
        case "date": date = value
        default: break
        }
    }

    private mutating func takeCacheControl(_ value: String) {
        for part in value.lowercased().split(separator: ",") {
            let pair = part.split(separator: "=", maxSplits: 1).map { $0.trimmed }
            if pair.count == 2, pair[0] == "max-age", let seconds = Int(pair[1].filter { $0 != "\"" }) {
                freshSeconds = min(max(0, seconds), 365 * 86_400)
            }
        }
    }

    /// Seconds that it asks to wait for (RFC 9110, 10.2.3), a moment counted by the server's own clock.
    func secondsToWait() -> Int? {
        guard let retryAfter else { return nil }
        if let seconds = Int(retryAfter) { return seconds >= 0 ? seconds : nil }
        guard let until = AnswerHead.moment(retryAfter), let from = date.flatMap({ AnswerHead.moment($0) }) else {
            return nil
        }
        return max(0, until - from)
    }

    /// Seconds since 1970 of HTTP's own form of a date.
    private static func moment(_ text: String) -> Int? {
        let seconds = curl_getdate(text, nil)
        return seconds >= 0 ? Int(seconds) : nil
    }

    /// A parameter of a media type, without quotes and in small letters; nil for none.
    static func parameter(_ name: String, of value: String) -> String? {
        for part in value.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1).map { $0.trimmed }
            guard pair.count == 2, pair[0].lowercased() == name else { continue }
            let text = pair[1].filter { $0 != "\"" && $0 != "'" }.trimmed.lowercased()
            return text.isEmpty ? nil : text
        }
        return nil
    }
}
