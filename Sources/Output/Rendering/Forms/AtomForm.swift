import Content
import ContentDigest

/// Lists as an Atom feed (RFC 4287): of a class, its articles without a word of who got them; of one learner, with the
/// reasons.
struct AtomForm {
    /// A domain of the school, which names the feed and its entries.
    let domain: String

    /// The feed of a class: every article of its lists, once, in the order in which they first come.
    func classFeed(_ lists: [(document: ListDocument, text: ListInWords)], className: String, title: String) -> [UInt8]
    {
        var seen: Set<String> = []
        var items: [ListInWords.Item] = []
        for item in lists.flatMap({ $0.text.items }) where seen.insert(item.code).inserted { items.append(item) }
        // The order of learners must not tell who got what.
        items.sort { $0.code < $1.code }
        return feed(
            id: "class/\(ContentDigest(of: ["class", className]).code(length: 12))", title: title,
            language: lists.first?.text.language ?? "en", made: lists.map { $0.document.made }.max(), items: items,
            withReasons: false,
            // What somebody asked for is nobody else's to read.
            notices: lists.first?.text.commonNotices ?? [])
    }

    /// The feed of one learner's list.
    func learnerFeed(_ document: ListDocument, _ list: ListInWords) -> [UInt8] {
        let learner = document.learner?.rawValue ?? document.learnerName
        return feed(
            id: "learner/\(ContentDigest(of: ["learner", learner]).code(length: 12))", title: list.heading,
            language: list.language, made: document.made, items: list.items, withReasons: true, notices: list.notices)
    }

    private func feed(
        id: String, title: String, language: String, made: Timestamp?, items: [ListInWords.Item], withReasons: Bool,
        notices: [String]
    ) -> [UInt8] {
        var xml = XMLText()
        let updated = (made ?? Timestamp(seconds: 0)).iso
        xml.raw("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(language)\">\n")
        xml.element("id", [], tag(id))
        xml.element("title", [], title)
        if !notices.isEmpty { xml.element("subtitle", [], notices.joined(separator: " ")) }
        xml.element("updated", [], updated)
        xml.raw("<author><name>Gleaner</name></author>\n")
        for item in items {
            xml.raw("<entry>\n")
            xml.element("id", [], tag("item/\(item.code)"))
            xml.element("title", [("xml:lang", item.language)], item.title)
            xml.element("updated", [], updated)
            if let url = item.url { xml.element("link", [("rel", "alternate"), ("href", url)]) }
            xml.raw("<author>")
            xml.element("name", [], item.feed.isEmpty ? domain : item.feed)
            xml.raw("</author>\n")
            let parts = [item.summary, item.measure] + (withReasons ? [item.reason] : [])
            xml.element("summary", [], parts.filter { !$0.isEmpty }.joined(separator: " · "))
            xml.raw("</entry>\n")
        }
        xml.raw("</feed>\n")
        return xml.bytes
    }

    /// A name that stays the same for ever (RFC 4151).
    private func tag(_ name: String) -> String { "tag:\(domain),2026:\(name)" }
}
