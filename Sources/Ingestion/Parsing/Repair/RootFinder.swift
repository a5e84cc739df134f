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
        let bytes = input.span
        var root = Root(index: 0, entities: [:], junk: false)
        var fallback: Root?
        var ends = SectionEnds()
        var at = 0
        while let tag = bytes.firstIndex(of: UInt8(ascii: "<"), from: at) {
            if !root.junk, !bytes.extracting(at..<tag).isBlank { root.junk = true }
            if bytes.hasText("<!--", at: tag), let end = ends.end(.comment, in: bytes, from: tag + 4) {
                at = end
            } else if bytes.hasText("<!doctype", at: tag), !ends.isMissing(.documentType) {
                let type = DocumentType(in: input, at: tag)
                if !type.isClosed { ends.noteMissing(.documentType) }
                root.entities.merge(type.entities) { old, _ in old }
                at = type.end
            } else if bytes.hasText("<?", at: tag), let end = ends.end(.instruction, in: bytes, from: tag) {
                at = end
            } else {
                root.index = tag
                let name = TagName(in: bytes, at: tag + 1)
                if name.isSound, DocumentShape.feed.isEntry(name.localHash) {
                    if fallback == nil { fallback = root }
                } else if name.isSound, DocumentShape.feed.holds(name.localHash) {
                    return root
                }
                root.junk = true
                at = tag + 1
            }
        }
        return fallback
    }
}
