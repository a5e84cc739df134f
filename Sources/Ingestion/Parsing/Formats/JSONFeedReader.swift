import Content

/// Reads JSON Feed 1 and 1.1.
struct JSONFeedReader {
    private let base: String?
    private let limits: ParsingLimits
    private let reader: TextReader
    var damage = DamageLog()

    init(base: String?, limits: ParsingLimits, texts: TextTreatment) {
        reader = TextReader(texts)
        self.base = base
        self.limits = limits
    }

    /// The feed in UTF-8 bytes; nil when they hold none.
    mutating func read(_ bytes: [UInt8]) -> ParsedFeed? {
        var reader = JSONReader(bytes)
        // The version is what makes a document a JSON Feed; much other JSON has items and titles.
        guard let document = reader.read(), let version = document["version"]?.text, version.contains("jsonfeed.org")
        else { return nil }
        if reader.isDamaged { damage.note(.brokenValue) }
        return feed(document, version: version)
    }

    private mutating func feed(_ document: JSONValue, version: String) -> ParsedFeed {
        let number = version.split(separator: "/").last.map(String.init) ?? ""
        var feed = ParsedFeed(format: .jsonFeed(version: number))
        feed.title = plainLine(document["title"])
        feed.link = address(document["home_page_url"])
        feed.id = document["feed_url"]?.text
        feed.summary = plainLine(document["description"])
        feed.language = document["language"]?.text
        feed.image = address(document["icon"]) ?? address(document["favicon"])
        feed.authors = authors(document)
        for item in document["items"]?.elements ?? [] {
            guard case .object = item else {
                damage.note(.brokenValue)
                continue
            }
            guard feed.entries.count < limits.entries else {
                damage.note(.tooManyEntries)
                break
            }
            var entry = entry(item)
            if entry.authors.isEmpty { entry.authors = feed.authors }
            feed.entries.append(entry)
        }
        return feed
    }

    private mutating func entry(_ item: JSONValue) -> ParsedEntry {
        var entry = ParsedEntry()
        entry.id = item["id"]?.text
        entry.title = plainLine(item["title"])
        entry.link = address(item["url"]) ?? address(item["external_url"])
        if entry.link == nil, let id = entry.id, WebAddress.isWeb(id) { entry.link = id }
        entry.published = date(item["date_published"])
        entry.updated = date(item["date_modified"])
        // Plain text by the specification; publishers give HTML all the same.
        entry.summary = item["summary"]?.text.flatMap { paragraphs($0, .guessed)?.text }
        if let html = item["content_html"]?.text {
            let text = paragraphs(html, .html)
            entry.content = text.flatMap { $0.text.isEmpty ? nil : $0.text }
            entry.image = text?.image.flatMap { WebAddress.resolved($0, base: base) }
        } else if let text = item["content_text"]?.text {
            entry.content = paragraphs(text, .plain)?.text
        }
        entry.image = address(item["image"]) ?? address(item["banner_image"]) ?? entry.image
        entry.authors = authors(item)
        entry.tags = tags(item["tags"])
        entry.language = item["language"]?.text
        entry.enclosures = (item["attachments"]?.elements ?? []).compactMap { attachment in
            guard let url = address(attachment["url"]) else { return nil }
            let size = attachment["size_in_bytes"]?.text.flatMap { Int($0) }
            return Enclosure(url: url, type: attachment["mime_type"]?.text, length: size)
        }
        return bounded(entry)
    }

    private mutating func bounded(_ entry: ParsedEntry) -> ParsedEntry {
        var entry = entry
        let limit = limits.listValues
        if max(entry.tags.count, entry.authors.count, entry.enclosures.count) > limit { damage.note(.tooManyValues) }
        entry.tags = Array(entry.tags.prefix(limit))
        entry.authors = Array(entry.authors.prefix(limit))
        entry.enclosures = Array(entry.enclosures.prefix(limit))
        return entry
    }

    private func authors(_ value: JSONValue) -> [String] {
        let listed = value["authors"]?.elements ?? []
        // Version 1 had one author; where both are given, the list is meant.
        let people = listed.isEmpty ? value["author"].map { [$0] } ?? [] : listed
        var names: [String] = []
        for person in people {
            guard let name = plainLine(person["name"] ?? person), !names.contains(name) else { continue }
            names.append(name)
        }
        return names
    }

    /// A list of tags, or one string with commas, which is not allowed but done.
    private func tags(_ value: JSONValue?) -> [String] {
        if let text = value?.text {
            return text.split(separator: ",").compactMap { plainLine(.string(String($0))) }
        }
        return (value?.elements ?? []).compactMap { plainLine($0) }
    }

    private func plainLine(_ value: JSONValue?) -> String? {
        value?.text.flatMap { reader.line(Array($0.utf8).span, kind: .guessed) }
    }

    private mutating func paragraphs(_ text: String, _ kind: TextKind) -> HTMLText? {
        let bytes = Array(text.utf8)
        if bytes.count > limits.fieldBytes { damage.note(.tooLongText) }
        let kept = bytes.prefix(limits.fieldBytes)
        return reader.paragraphs(kept.span, kind: kind)
    }

    private mutating func date(_ value: JSONValue?) -> Timestamp? {
        guard let text = value?.text else { return nil }
        let date = DateReader.timestamp(Array(text.utf8)[...])
        if date == nil { damage.note(.unreadableDate) }
        return date
    }

    private func address(_ value: JSONValue?) -> String? {
        value?.text.flatMap { WebAddress.resolved($0, base: base) }
    }
}
