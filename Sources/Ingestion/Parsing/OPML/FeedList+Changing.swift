import Content

extension FeedList {
    /// The text of a list in which what it says of a feed is something else; all else stays as it is, blanks and other programs' attributes too. Nil where
    /// the list does not have the feed, or where the change would not be read as it is meant.
    public static func changing(_ address: String, to outline: Outline, in list: String) -> String? {
        edited(address, in: list, to: outline)
    }

    /// The text of a list without a feed; nil as in ``changing(_:to:in:)``.
    public static func removing(_ address: String, from list: String) -> String? { edited(address, in: list, to: nil) }

    private static func edited(_ address: String, in list: String, to outline: Outline?) -> String? {
        guard let before = try? read(Array(list.utf8)) else { return nil }
        let bytes = Array(list.utf8)
        var text: [UInt8] = []
        var from = 0
        var found = false
        for tag in OutlineTag.all(in: bytes) where tag.value("xmlurl") == address {
            found = true
            if let outline {
                text += bytes[from..<tag.range.lowerBound] + Array(tag.written(outline).utf8)
                from = tag.range.upperBound
            } else {
                guard let whole = tag.whole(in: bytes) else { return nil }
                text += bytes[from..<whole.lowerBound]
                from = whole.upperBound
            }
        }
        guard found else { return nil }
        let result = declared(String(decoding: text + bytes[from...], as: UTF8.self))
        let wanted = before.outlines.compactMap { known -> Outline? in
            guard known.address == address else { return known }
            guard var new = outline else { return nil }
            new.folder = known.folder
            new.hasUnreadableAudience = false
            return new
        }
        guard let after = try? read(Array(result.utf8)), after.outlines == wanted else { return nil }
        return result
    }
}

/// An `<outline …>` as it stands in the text of a list.
private struct OutlineTag {
    /// Its bytes, from `<` to behind `>`.
    var range: Range<Int>
    /// Its attributes as they are written, the values decoded.
    var attributes: [(name: String, value: String)] = []
    var closesItself = false

    func value(_ local: String) -> String? {
        attributes.first { OutlineTag.local($0.name) == local }?.value.trimmed
    }

    private static func local(_ name: String) -> String {
        (name.split(separator: ":").last ?? "").lowercased()
    }

    /// The tag with what another outline says, attributes of other programs as they were.
    func written(_ outline: FeedList.Outline) -> String {
        var attributes = attributes
        func set(_ name: String, _ value: String?) {
            let places = attributes.indices.filter { OutlineTag.local(attributes[$0].name) == OutlineTag.local(name) }
            if let value, let first = places.first {
                attributes[first].value = value
            } else if let value {
                attributes.append((name, value))
            }
            for place in (value == nil ? places[...] : places.dropFirst()).reversed() { attributes.remove(at: place) }
        }
        set("xmlUrl", outline.address)
        if let title = outline.title {
            for name in ["text", "title"] where attributes.contains(where: { OutlineTag.local($0.name) == name }) {
                set(name, title)
            }
        }
        for (name, value) in FeedList.own(outline) { set(name, value) }
        return "<outline" + attributes.map { " \($0.name)=\"\(FeedList.escaped($0.value))\"" }.joined()
            + (closesItself ? "/>" : ">")
    }

    /// The element's bytes with the blanks before it and the line's end behind it; nil where other outlines stand in it.
    func whole(in bytes: [UInt8]) -> Range<Int>? {
        var end = range.upperBound
        if !closesItself {
            while end < bytes.count, bytes[end].isXMLSpace { end += 1 }
            let close = Array("</outline>".utf8)
            guard bytes[end...].starts(with: close) else { return nil }
            end += close.count
        }
        var start = range.lowerBound
        while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
        let hasLine = start == 0 || bytes[start - 1] == 0x0A
        guard hasLine else { return range.lowerBound..<end }
        if end < bytes.count, bytes[end] == 0x0D { end += 1 }
        if end < bytes.count, bytes[end] == 0x0A { return start..<(end + 1) }
        return range.lowerBound..<end
    }

    /// All outlines of a list, but for those in comments and sections.
    static func all(in bytes: [UInt8]) -> [OutlineTag] {
        var tags: [OutlineTag] = []
        var at = 0
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "<") else {
                at += 1
                continue
            }
            if let end = passed(bytes, at) {
                at = end
            } else if let tag = tag(bytes, at) {
                tags.append(tag)
                at = tag.range.upperBound
            } else {
                at += 1
            }
        }
        return tags
    }

    /// The end of a comment or section that begins here.
    private static func passed(_ bytes: [UInt8], _ start: Int) -> Int? {
        for (open, close) in [("<!--", "-->"), ("<![CDATA[", "]]>")] where bytes[start...].starts(with: open.utf8) {
            var at = start + open.utf8.count
            while at < bytes.count {
                if bytes[at...].starts(with: close.utf8) { return at + close.utf8.count }
                at += 1
            }
            return bytes.count
        }
        return nil
    }

    private static func tag(_ bytes: [UInt8], _ start: Int) -> OutlineTag? {
        let name = Array("<outline".utf8)
        guard bytes[start...].starts(with: name) else { return nil }
        var at = start + name.count
        guard at < bytes.count, bytes[at].isXMLSpace || bytes[at] == UInt8(ascii: "/") || bytes[at] == UInt8(ascii: ">")
        else { return nil }
        var tag = OutlineTag(range: start..<start)
        while at < bytes.count {
            if bytes[at].isXMLSpace {
                at += 1
            } else if bytes[at] == UInt8(ascii: ">") {
                tag.range = start..<(at + 1)
                return tag
            } else if bytes[at] == UInt8(ascii: "/") {
                tag.closesItself = true
                at += 1
            } else {
                let nameStart = at
                while at < bytes.count, !bytes[at].isXMLSpace, !"=/>".utf8.contains(bytes[at]) { at += 1 }
                let name = String(decoding: bytes[nameStart..<at], as: UTF8.self)
                while at < bytes.count, bytes[at].isXMLSpace { at += 1 }
                guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return nil }
                at += 1
                while at < bytes.count, bytes[at].isXMLSpace { at += 1 }
                guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else {
                    return nil
                }
                let quote = bytes[at]
                let valueStart = at + 1
                guard let end = bytes[valueStart...].firstIndex(of: quote) else { return nil }
                let value = HTMLReferences.decoded(bytes.span.extracting(valueStart..<end))
                tag.attributes.append((name, String(decoding: value, as: UTF8.self)))
                at = end + 1
            }
        }
        return nil
    }
}
