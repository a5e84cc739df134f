/// Finds the tag with which a feed begins, past declarations, comments and whatever a server put before it.
enum RootFinder {
    struct Root {
        /// Where the root's `<` is.
        var index: Int
        /// Internal entities of document types before it.
        var entities: [[UInt8]: [UInt8]]
        /// Whether something stood before it that does not belong there.
        var junk: Bool
    }

    /// The root of the feed in a document; nil when there is none.
    ///
    /// A document that begins with some other tag is searched for a feed's root anyway (warnings of a server's script before
    /// it, an envelope around it), and last for a single entry.
    static func find(in input: [UInt8]) -> Root? {
        var root = Root(index: 0, entities: [:], junk: false)
        var fallback: Root?
        var ends = SectionEnds()
        var at = 0
        while at < input.count {
            if input[at] != UInt8(ascii: "<") {
                if !input[at].isXMLSpace { root.junk = true }
                at += 1
            } else if input.hasText("<!--", at: at), let end = ends.end(.comment, in: input.span, from: at + 4) {
                at = end
            } else if input.hasText("<!doctype", at: at), !ends.isMissing(.documentType) {
                let type = DocumentType(in: input, at: at)
                if !type.isClosed { ends.noteMissing(.documentType) }
                root.entities.merge(type.entities) { old, _ in old }
                at = type.end
            } else if input.hasText("<?", at: at), let end = ends.end(.instruction, in: input.span, from: at) {
                at = end
            } else {
                root.index = at
                switch kind(of: localName(input, at + 1)) {
                case .feed: return root
                case .entry: if fallback == nil { fallback = root }
                case nil: break
                }
                root.junk = true
                at += 1
            }
        }
        return fallback
    }

    private enum Kind { case feed, entry }

    /// The local name of the tag whose name begins there, lower case.
    private static func localName(_ input: [UInt8], _ start: Int) -> [UInt8] {
        let name = input[start...].prefix(64).prefix(while: \.isNameByte)
        let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
        return local.map(\.asciiLowercased)
    }

    private static func kind(of name: [UInt8]) -> Kind? {
        switch name.count {
        case 3 where name.elementsEqual("rss".utf8) || name.elementsEqual("rdf".utf8): .feed
        case 4 where name.elementsEqual("feed".utf8): .feed
        case 7 where name.elementsEqual("channel".utf8): .feed
        case 4 where name.elementsEqual("item".utf8): .entry
        case 5 where name.elementsEqual("entry".utf8): .entry
        default: nil
        }
    }
}
