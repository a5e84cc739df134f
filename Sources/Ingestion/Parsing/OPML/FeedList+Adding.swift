extension FeedList {
    /// The text of a list with one more outline at its end; all else stays as it is. Nil where the list has no `</body>`, or where
    /// what stands before it is so broken that the outline would not be read as one.
    public static func adding(_ outline: Outline, to list: String) -> String? {
        guard let before = try? read(Array(list.utf8)), let text = extended(list, by: outline),
            let alone = extended("<opml><body></body></opml>", by: outline),
            let new = try? read(Array(alone.utf8)).outlines,
            new.count == 1, let after = try? read(Array(text.utf8)), after.outlines == before.outlines + new
        else { return nil }
        return text
    }

    private static func extended(_ list: String, by outline: Outline) -> String? {
        let bytes = Array(list.utf8)
        guard let end = lastIndex(of: Array("</body>".utf8), in: bytes) else { return nil }
        var attributes = [("type", "rss"), ("text", outline.title ?? outline.address), ("xmlUrl", outline.address)]
        if let audience = outline.audience { attributes.append(("gleaner:audience", "\(audience)")) }
        if let language = outline.language { attributes.append(("gleaner:language", language)) }
        if let license = outline.license { attributes.append(("gleaner:license", license)) }
        let element = attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
        var text = String(decoding: bytes[..<end], as: UTF8.self)
        while text.last == " " || text.last == "\t" { text.removeLast() }
        text += "    <outline\(element)/>\n  " + String(decoding: bytes[end...], as: UTF8.self)
        // The prefix has to be declared once, on the root.
        if !text.contains("xmlns:gleaner"), let root = text.firstIndex(ofTag: "<opml") {
            text.insert(contentsOf: " xmlns:gleaner=\"urn:gleaner:feeds\"", at: root)
        }
        return text
    }

    private static func escaped(_ text: String) -> String {
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

extension String {
    /// Where a tag's name ends.
    fileprivate func firstIndex(ofTag tag: String) -> Index? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(tag) { return self.index(index, offsetBy: tag.count) }
            index = self.index(after: index)
        }
        return nil
    }
}
