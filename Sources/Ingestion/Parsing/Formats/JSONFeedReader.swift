import Content

/// Reads JSON Feed 1 and 1.1.
struct JSONFeedReader {
    private let base: String?
    private let limits: ParsingLimits
    private let reader: TextReader
    private var kept: KeptBound
    var damage = DamageLog()
    /// Whether what was read is RSS in the form of JSON.
    private(set) var isRSS = false

    /// The members that mean something; the rest are passed over.
    private static let names: Set<String> = [
        "version", "title", "home_page_url", "feed_url", "description", "language", "icon", "favicon", "authors",
        "author",
        "items", "id", "url", "external_url", "date_published", "date_modified", "summary", "content_html",
        "content_text",
        "image", "banner_image", "tags", "attachments", "mime_type", "size_in_bytes", "name",
    ]

    init(base: String?, limits: ParsingLimits, texts: TextTreatment) {
        reader = TextReader(texts)
        self.base = base
        self.limits = limits
        kept = KeptBound(bytes: limits.totalBytes)
    }

    /// The feed in UTF-8 bytes; nil when they hold none.
    ///
    /// The items are read one by one, after all else: never are all of them held as JSON.
    mutating func read(_ bytes: [UInt8]) -> ParsedFeed? {
        let bounds = JSONReader.Bounds(
            names: JSONFeedReader.names, textBytes: limits.fieldBytes, elements: limits.listValues)
        var json = JSONReader(bytes, bounds: bounds)
        var head: [String: JSONValue] = [:]
        var items: Int?
        json.members { json, name in
            if name == "rss" { isRSS = true }
            if name == "items" {
                items = json.at
                json.pass()
            } else if JSONFeedReader.names.contains(name) {
                if let value = json.value() { head[name] = value }
            } else {
                json.pass()
            }
        }
        let document = JSONValue.object(head)
        // The version is what makes a document a JSON Feed; much other JSON has items and titles.
        guard let version = document["version"]?.text, version.contains("jsonfeed.org") else { return nil }
        var feed = feed(document, version: version)
        if let items {
            json.at = items
            json.elements { json in take(json.value(), into: &feed) }
        }
        if json.isDamaged { damage.note(.brokenValue) }
        if json.isCut { damage.note(.tooLongText) }
        return feed
    }

    private mutating func feed(_ document: JSONValue, version: String) -> ParsedFeed {
        let number = version.split(separator: "/").last.map { String($0) } ?? ""
        var feed = ParsedFeed(format: .jsonFeed(version: number))
        feed.title = plainLine(document["title"])
        feed.link = address(document["home_page_url"])
        feed.id = document["feed_url"]?.text
        feed.summary = plainLine(document["description"])
        feed.language = language(document)
        feed.image = address(document["icon"]) ?? address(document["favicon"])
        feed.authors = authors(document)
        return feed
    }

    /// Takes an item; false when there are enough.
    private mutating func take(_ item: JSONValue?, into feed: inout ParsedFeed) -> Bool {
        guard let item, case .object = item else {
            damage.note(.brokenValue)
            return true
        }
        guard feed.entries.count < limits.entries else {
            damage.note(.tooManyEntries)
            return false
        }
        var entry = entry(item)
        if entry.authors.isEmpty { entry.authors = feed.authors }
        feed.entries.append(entry)
        return true
    }

    private mutating func entry(_ item: JSONValue) -> ParsedEntry {
        var entry = ParsedEntry()
        entry.id = field(item["id"]?.text)
        entry.title = field(plainLine(item["title"]))
        entry.link = address(item["url"]) ?? address(item["external_url"])
        if entry.link == nil, let id = entry.id, WebAddress.isWeb(id) {
            entry.link = WebAddress.resolved(id, base: nil)
        }
        entry.published = date(item["date_published"])
        entry.updated = date(item["date_modified"])
        // Plain text by the specification; publishers give HTML all the same.
        entry.summary = field(item["summary"]?.text.flatMap { paragraphs($0, .guessed)?.text })
        if let html = item["content_html"]?.text {
            let text = paragraphs(html, .html)
            entry.content = field(text?.text.nonEmpty)
            entry.image = text?.image.flatMap { address(.string($0)) }
        } else if let text = item["content_text"]?.text {
            entry.content = field(paragraphs(text, .plain)?.text)
        }
        entry.image = address(item["image"]) ?? address(item["banner_image"]) ?? entry.image
        entry.authors = authors(item)
        entry.tags = tags(item["tags"])
        entry.language = language(item)
        for attachment in item["attachments"]?.elements ?? [] {
            guard let url = address(attachment["url"]) else { continue }
            let type = attachment["mime_type"]?.text
            guard kept.takesValue(type ?? "") else {
                damage.note(.tooManyValues)
                break
            }
            let size = attachment["size_in_bytes"]?.text.flatMap { Int($0) }
            entry.enclosures.append(Enclosure(url: url, type: type, length: size))
        }
        return entry
    }

    /// The people's names. Version 1 had one author, which counts where there is no list; one person instead of a list is not allowed,
    /// but done.
    private mutating func authors(_ value: JSONValue) -> [String] {
        let ways = [value["authors"]?.elements, value["authors"].map { [$0] }, value["author"].map { [$0] }]
        for people in ways {
            let names = (people ?? []).compactMap { plainLine($0["name"] ?? $0) }
            if !names.isEmpty { return texts(names) }
        }
        return []
    }

    /// A list of tags, or one string with commas, which is not allowed but done.
    private mutating func tags(_ value: JSONValue?) -> [String] {
        guard let text = value?.text else { return texts((value?.elements ?? []).compactMap { plainLine($0) }) }
        return texts(
            text.split(separator: ",", maxSplits: limits.listValues).compactMap { plainLine(.string(String($0))) })
    }

    /// A list within its bounds, each text once.
    private mutating func texts(_ all: [String]) -> [String] {
        var list: [String] = []
        for text in all where list.add(text, limit: limits.listValues, within: &kept) == .isFull {
            damage.note(.tooManyValues)
            break
        }
        return list
    }

    private func plainLine(_ value: JSONValue?) -> String? {
        value?.text.flatMap { reader.line(Array($0.utf8).span, kind: .guessed) }
    }

    /// A text that there is room for.
    private mutating func field(_ text: String?) -> String? {
        guard let text, kept.takesField(text.utf8.count) else {
            if text != nil { damage.note(.tooLongText) }
            return nil
        }
        return text
    }

    /// A language tag, which is short.
    private func language(_ value: JSONValue) -> String? {
        value["language"]?.text.flatMap { $0.utf8.count <= 64 ? $0 : nil }
    }

    private func paragraphs(_ text: String, _ kind: TextKind) -> HTMLText? {
        reader.paragraphs(Array(text.utf8).span, kind: kind)
    }

    private mutating func date(_ value: JSONValue?) -> Timestamp? {
        guard let text = value?.text else { return nil }
        let date = DateReader.timestamp(Array(text.utf8)[...])
        if date == nil { damage.note(.unreadableDate) }
        return date
    }

    private mutating func address(_ value: JSONValue?) -> String? {
        guard let text = value?.text else { return nil }
        guard let address = WebAddress.resolved(text, base: base) else {
            if WebAddress.isUnsafe(text) { damage.note(.unsafeAddress) }
            if WebAddress.isTooLong(text) { damage.note(.tooLongAddress) }
            return nil
        }
        guard kept.takesField(address.utf8.count) else {
            damage.note(.tooLongAddress)
            return nil
        }
        return address
    }
}
