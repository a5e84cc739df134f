import Content

extension FeedList {
    /// The text of a list with more outlines at its end, those of one folder in an outline of its own; all else stays as it is. Nil where the list has
    /// no `</body>`, or where what stands before it is so broken that the outlines would not be read as such.
    public static func adding(_ outlines: [Outline], to list: String) -> String? {
        guard let before = try? read(Array(list.utf8)), let text = extended(list, by: outlines),
            let alone = extended("<opml><body></body></opml>", by: outlines),
            let new = try? read(Array(alone.utf8)).outlines,
            new.count == outlines.count, let after = try? read(Array(text.utf8)),
            after.outlines == before.outlines + new
        else { return nil }
        return text
    }

    private static func extended(_ list: String, by outlines: [Outline]) -> String? {
        let bytes = Array(list.utf8)
        guard let end = lastIndex(of: Array("</body>".utf8), in: bytes) else { return nil }
        var text = String(decoding: bytes[..<end], as: UTF8.self)
        while text.last == " " || text.last == "\t" { text.removeLast() }
        for outline in outlines where outline.folder == nil { text += "    " + element(outline) + "\n" }
        var folders: [String] = []
        for folder in outlines.compactMap({ $0.folder }) where !folders.contains(folder) { folders.append(folder) }
        for folder in folders {
            text += "    <outline text=\"\(escaped(folder))\">\n"
            for outline in outlines where outline.folder == folder { text += "      " + element(outline) + "\n" }
            text += "    </outline>\n"
        }
        return declared(text + "  " + String(decoding: bytes[end...], as: UTF8.self))
    }

    private static func element(_ outline: Outline) -> String {
        var attributes = [("type", "rss"), ("text", outline.title ?? outline.address), ("xmlUrl", outline.address)]
        attributes += own(outline).compactMap { name, value in value.map { (name, $0) } }
        return "<outline" + attributes.map { " \($0)=\"\(escaped($1))\"" }.joined() + "/>"
    }

    /// What Gleaner says of a feed beside its address and title; nil: nothing.
    static func own(_ outline: Outline) -> [(name: String, value: String?)] {
        [
            ("category", outline.topics.isEmpty ? nil : outline.topics.joined(separator: ",")),
            ("gleaner:audience", outline.audience.map { "\($0)" }), ("gleaner:language", outline.language),
            ("gleaner:license", outline.license), ("gleaner:full-text", outline.text?.rawValue),
            ("gleaner:evergreen", outline.isEvergreen.map { $0 ? "true" : "false" }),
            ("gleaner:paused", outline.isPaused ? "true" : nil),
        ]
    }

    /// A list in which the prefix is declared, once and on the root.
    static func declared(_ list: String) -> String {
        guard list.contains("gleaner:"), !list.contains("xmlns:gleaner"), let root = list.firstRange(of: "<opml") else {
            return list
        }
        return list[..<root.upperBound] + " xmlns:gleaner=\"urn:gleaner:feeds\"" + list[root.upperBound...]
    }

    static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case "\"": result += "&quot;"
            case "\n", "\r", "\r\n", "\t": result += " "
            default: result.append(character)
            }
        }
    }

    private static func lastIndex(of text: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= text.count else { return nil }
        for start in stride(from: bytes.count - text.count, through: 0, by: -1)
        where bytes[start..<(start + text.count)].elementsEqual(text) { return start }
        return nil
    }
}
