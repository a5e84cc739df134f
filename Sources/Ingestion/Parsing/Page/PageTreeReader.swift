import CLibXML2

/// Reads a page of HTML into a flat tree, by the XML library's HTML parser.
final class PageTreeReader {
    /// The most nodes that are kept of a page: an article has some thousand.
    static let mostNodes = 100_000
    /// The most links to feeds that are kept.
    private static let mostLinks = 200

    private var tree = PageTree()
    private var open: [Int] = []
    private var isInTitle = false

    private init() {}

    /// The tree of a page in UTF-8.
    static func tree(of bytes: [UInt8]) -> PageTree {
        let reader = PageTreeReader()
        reader.parse(bytes)
        return reader.finish()
    }

    private func parse(_ bytes: [UInt8]) {
        var handler = PageTreeReader.handler
        // The pointer is unretained: the context is freed before the reader.
        let data = Unmanaged.passUnretained(self).toOpaque()
        guard let context = htmlCreatePushParserCtxt(&handler, data, nil, 0, nil, XML_CHAR_ENCODING_UTF8) else {
            return
        }
        defer { htmlFreeParserCtxt(context) }
        // Without recovery a script would end at any `</`, and the rest of it would be text. What a page says of its encoding no longer holds.
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        _ = htmlCtxtUseOptions(context, Int32(options))
        HTMLPush.parse(bytes, with: context)
    }

    private static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.startElement = { data, name, attributes in
            guard let data, let name else { return }
            let reader = Unmanaged<PageTreeReader>.fromOpaque(data).takeUnretainedValue()
            reader.start(String(cString: name).lowercased(), PageTreeReader.values(attributes))
        }
        handler.endElement = { data, name in
            guard let data, let name else { return }
            Unmanaged<PageTreeReader>.fromOpaque(data).takeUnretainedValue().end(String(cString: name).lowercased())
        }
        let characters: charactersSAXFunc = { data, text, length in
            guard let data, let text, length > 0 else { return }
            let bytes = UnsafeBufferPointer(start: text, count: Int(length))
            Unmanaged<PageTreeReader>.fromOpaque(data).takeUnretainedValue().text(bytes)
        }
        handler.characters = characters
        handler.ignorableWhitespace = characters
        return handler
    }

    private static func values(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) -> [String: String] {
        guard var at = attributes else { return [:] }
        var values: [String: String] = [:]
        while let key = at[0] {
            values[String(cString: key).lowercased()] = at[1].map { String(cString: $0) } ?? ""
            at += 2
        }
        return values
    }

    private func start(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "meta", "link": tree.head.append(PageTree.HeadTag(name: name, attributes: attributes))
        case "base": tree.base = tree.base ?? attributes["href"]
        case "html": tree.language = tree.language ?? attributes["lang"] ?? attributes["xml:lang"]
        // A drawing has titles too.
        case "title": isInTitle = tree.title.isEmpty && !open.contains { $0 >= 0 && tree.nodes[$0].name == "svg" }
        default: break
        }
        guard tree.nodes.count < PageTreeReader.mostNodes else { return open.append(-1) }
        var node = PageTree.Node(name: name, parent: open.last { $0 >= 0 } ?? -1)
        let names = ["class", "id", "role", "itemprop"].compactMap { attributes[$0] }
        node.marks = names.isEmpty ? "" : PageMarks.words(of: names.joined(separator: " "))
        node.isHidden = PageTreeReader.isHidden(attributes)
        if name == "a", let address = attributes["href"], !address.isEmpty {
            node.isLink = true
            if tree.links.count < PageTreeReader.mostLinks, FeedLinks.looksLikeOne(address) {
                tree.links.append(address)
            }
        }
        open.append(tree.nodes.count)
        tree.nodes.append(node)
    }

    private func end(_ name: String) {
        if name == "title" { isInTitle = false }
        guard let last = open.popLast(), last >= 0 else { return }
        tree.nodes[last].end = tree.nodes.count
    }

    private func text(_ bytes: UnsafeBufferPointer<xmlChar>) {
        let text = String(decoding: bytes, as: UTF8.self)
        if isInTitle { tree.title += text }
        let parent = open.last { $0 >= 0 } ?? -1
        // The parser hands a text over in pieces.
        if let last = tree.nodes.indices.last, tree.nodes[last].name.isEmpty, tree.nodes[last].parent == parent {
            tree.nodes[last].text += text
        } else if tree.nodes.count < PageTreeReader.mostNodes {
            var node = PageTree.Node(parent: parent)
            node.text = text
            node.end = tree.nodes.count + 1
            tree.nodes.append(node)
        }
    }

    private func finish() -> PageTree {
        for node in open where node >= 0 { tree.nodes[node].end = tree.nodes.count }
        return tree
    }

    private static func isHidden(_ attributes: [String: String]) -> Bool {
        if attributes["hidden"] != nil || attributes["aria-hidden"] == "true" { return true }
        guard let style = attributes["style"]?.lowercased() else { return false }
        let compact = style.filter { !$0.isWhitespace }
        return compact.contains("display:none") || compact.contains("visibility:hidden")
    }
}
