import CLibXML2

/// Finds the meaning of a tag's name.
///
/// The library interns names: within one document the same name is the same pointer. So a small table by pointers saves the reading
/// of nearly every name.
struct ElementNames {
    struct Resolved {
        var element: Element
        var vocabulary: Vocabulary
        /// The name under which an element's text is kept when nothing else stands for it.
        var key = ""
    }

    /// A name by its interned pointers.
    private struct Key: Hashable {
        var name: UnsafePointer<xmlChar>
        var uri: UnsafePointer<xmlChar>?
        var prefix: UnsafePointer<xmlChar>?
    }

    private struct Slot {
        var key: Key
        var resolved: Resolved
    }

    /// The names that were seen last, by some bits of their pointers, in front of all.
    private var recent = [Slot?](repeating: nil, count: 256)
    /// The repair bounds how many names a document has.
    private var known: [Key: Resolved] = [:]
    /// The namespace of the root, which is the feed's own, whatever it is.
    private var rootURI: String?
    private var rootSeen = false

    /// The meaning of a tag.
    mutating func resolve(_ tag: TagView) -> Resolved {
        let key = Key(name: tag.localName, uri: tag.uri, prefix: tag.prefix)
        let bits = UInt(bitPattern: tag.localName) >> 2 &+ UInt(bitPattern: tag.uri) >> 3
        let index = Int(bits & 255)
        if let slot = recent[index], slot.key == key { return slot.resolved }
        let resolved: Resolved
        if let seen = known[key] {
            resolved = seen
        } else {
            resolved = lookUp(tag)
            known[key] = resolved
        }
        recent[index] = Slot(key: key, resolved: resolved)
        return resolved
    }

    private mutating func lookUp(_ tag: TagView) -> Resolved {
        var name = tag.name.lowercased()
        let uri = tag.uri.map { String(cString: $0) }
        if !rootSeen {
            rootSeen = true
            if uri.flatMap(Vocabulary.known(uri:)) != .rdf { rootURI = uri }
        }
        var vocabulary = Vocabulary.core
        if let uri {
            vocabulary = uri == rootURI ? .core : Vocabulary.known(uri: uri) ?? .foreign
        } else if let prefix = tag.prefix {
            vocabulary = Vocabulary.usual(prefix: String(cString: prefix))
        } else if let colon = name.firstIndex(of: ":") {
            // The library leaves an undeclared prefix in the name.
            vocabulary = Vocabulary.usual(prefix: String(name[..<colon]))
            name = String(name[name.index(after: colon)...])
        }
        // A name that stands for any is not worth keeping a text under.
        guard !tag.isNamed(NameBook.unknown) else { return Resolved(element: .unknown, vocabulary: vocabulary) }
        let prefix = vocabulary.prefix ?? tag.prefix.map { String(cString: $0) } ?? ""
        let key = prefix.isEmpty ? tag.name : prefix + ":" + tag.name
        return Resolved(element: Element.named(name, in: vocabulary), vocabulary: vocabulary, key: key)
    }
}
