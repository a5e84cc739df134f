import Content

@testable import FeedParsing

/// What must hold for any bytes whatever, whoever made them. The fuzzer and the tests run the same.
enum FeedExercise {
    /// What does not hold, in words; empty when all does.
    static func violations(_ bytes: [UInt8]) -> [String] {
        var found = RepairExercise.violations(bytes)
        for limits in [ParsingLimits.standard, tight] {
            let first = parsed(bytes, limits)
            found += check(first, limits)
            if bytes.count <= 4_096, parsed(bytes, limits) != first { found.append("parsed twice, two results") }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        for style in [HTMLText.Style.line, .paragraphs] {
            found += check(text: HTMLText.plainText(of: text, style: style), isLine: style == .line, "HTML")
        }
        _ = DateReader.timestamp(bytes[...])
        if let list = try? FeedList.read(bytes), list.outlines.contains(where: { $0.address.isEmpty }) {
            found.append("an outline without an address")
        }
        return found
    }

    /// Bounds that small inputs meet.
    private static var tight: ParsingLimits {
        var limits = ParsingLimits()
        limits.depth = 4
        limits.attributes = 2
        limits.attributeBytes = 16
        limits.fieldBytes = 64
        limits.totalBytes = 256
        limits.entries = 3
        limits.listValues = 2
        return limits
    }

    private struct Result: Equatable {
        var feed: ParsedFeed?
        var findings: [Finding] = []
    }

    private static func parsed(_ bytes: [UInt8], _ limits: ParsingLimits) -> Result {
        guard let (feed, findings) = try? FeedParser(limits: limits).parse(bytes, address: "fuzz") else {
            return Result()
        }
        return Result(feed: feed, findings: findings)
    }

    private static func check(_ result: Result, _ limits: ParsingLimits) -> [String] {
        guard let feed = result.feed else { return [] }
        var found: [String] = []
        if result.findings.contains(where: { $0.problem.hasPrefix(Damage.parserError.problem) }) {
            found.append("the XML library met an error behind the repair")
        }
        if feed.entries.count > limits.entries { found.append("more entries than allowed") }
        found +=
            check(text: feed.title, isLine: true, "feed title")
            + check(text: feed.summary, isLine: false, "feed summary")
        found += [feed.link, feed.image].flatMap { check(address: $0) }
        for name in feed.authors + feed.tags { found += check(text: name, isLine: true, "feed name") }
        for entry in feed.entries { found += check(entry, limits) }
        return found
    }

    private static func check(_ entry: ParsedEntry, _ limits: ParsingLimits) -> [String] {
        var found =
            check(text: entry.title, isLine: true, "title") + check(text: entry.summary, isLine: false, "summary")
        found += check(text: entry.content, isLine: false, "content")
        for name in entry.authors + entry.tags { found += check(text: name, isLine: true, "name") }
        let addresses = [entry.link, entry.image, entry.source?.link] + entry.enclosures.map { $0.url }
        found += addresses.flatMap { check(address: $0) }
        if max(entry.authors.count, entry.tags.count, entry.enclosures.count) > limits.listValues {
            found.append("more values than allowed")
        }
        return found
    }

    private static func check(text: String?, isLine: Bool, _ name: String) -> [String] {
        guard let text else { return [] }
        let isBad =
            text.utf8.contains { $0 < 0x20 && (isLine || $0 != 0x0A) }
            || (name != "HTML" && text.unicodeScalars.contains { $0.value == 0xFFFE || $0.value == 0xFFFF })
        var found = isBad ? ["a control character in a \(name)"] : []
        if let first = text.utf8.first, first.isXMLSpace { found.append("white space before a \(name)") }
        return found
    }

    private static func check(address: String?) -> [String] {
        guard let address else { return [] }
        // Browsers leave out tabs and line breaks, and what is no letter before the scheme (WHATWG URL, section 4.4).
        let bytes = address.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }.drop { $0 <= 0x20 }
        let isUnsafe = (["javascript:", "data:", "vbscript:", "file:", "blob:"] as [StaticString]).contains {
            bytes.hasText($0, at: bytes.startIndex)
        }
        var found = isUnsafe ? ["an unsafe address is kept: \(address)"] : []
        if address.utf8.contains(where: { $0 < 0x20 }) { found.append("a control character in an address") }
        return found
    }
}
