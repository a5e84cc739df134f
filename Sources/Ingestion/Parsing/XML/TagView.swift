import CLibXML2

/// A start tag as the XML library hands it over: valid during the callback only.
struct TagView {
    let localName: UnsafePointer<xmlChar>
    let prefix: UnsafePointer<xmlChar>?
    let uri: UnsafePointer<xmlChar>?
    /// Five pointers an attribute: name, prefix, URI, begin and end of the value.
    let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    let attributeCount: Int

    /// The element's local name.
    var name: String { String(cString: localName) }

    /// The bytes of the element's local name.
    var nameBytes: UnsafeBufferPointer<xmlChar> {
        UnsafeBufferPointer(start: localName, count: Int(xmlStrlen(localName)))
    }

    /// Whether the local name is this one, in any case of its letters; the name is lower case.
    func isNamed(_ name: StaticString) -> Bool { TagView.equal(localName, name) }

    /// The value of an attribute by its local name (lower case), wherever its namespace; nil when it is not there.
    func value(_ name: StaticString) -> String? {
        guard let attributes else { return nil }
        for index in 0..<attributeCount {
            guard let local = attributes[index * 5], TagView.equal(local, name) else { continue }
            return TagView.text(attributes[index * 5 + 3], attributes[index * 5 + 4])
        }
        return nil
    }

    /// The value of `xml:base` or `xml:lang`.
    func xmlValue(_ name: StaticString) -> String? {
        guard let attributes else { return nil }
        for index in 0..<attributeCount {
            guard let prefix = attributes[index * 5 + 1], TagView.equal(prefix, "xml"),
                let local = attributes[index * 5], TagView.equal(local, name)
            else { continue }
            return TagView.text(attributes[index * 5 + 3], attributes[index * 5 + 4])
        }
        return nil
    }

    /// Whether any attribute has the prefix `xml`.
    var hasXMLAttribute: Bool {
        guard let attributes else { return false }
        for index in 0..<attributeCount {
            if let prefix = attributes[index * 5 + 1], TagView.equal(prefix, "xml") { return true }
        }
        return false
    }

    /// Calls with each attribute's local name and the bytes of its value.
    func forEachAttribute(_ body: (UnsafeBufferPointer<xmlChar>, UnsafeBufferPointer<xmlChar>) -> Void) {
        guard let attributes else { return }
        for index in 0..<attributeCount {
            guard let local = attributes[index * 5], let start = attributes[index * 5 + 3],
                let end = attributes[index * 5 + 4]
            else { continue }
            body(
                UnsafeBufferPointer(start: local, count: Int(xmlStrlen(local))),
                UnsafeBufferPointer(start: start, count: end - start))
        }
    }

    private static func text(_ start: UnsafePointer<xmlChar>?, _ end: UnsafePointer<xmlChar>?) -> String? {
        guard let start, let end else { return nil }
        let bytes = UnsafeBufferPointer(start: start, count: end - start)
        guard hasReference(bytes) else { return String(decoding: bytes, as: UTF8.self) }
        return String(decoding: plain(bytes), as: UTF8.self)
    }

    /// Whether a value has a `&`, which the library leaves as `&#38;` in values, as if they were to be parsed again.
    private static func hasReference(_ bytes: UnsafeBufferPointer<xmlChar>) -> Bool {
        bytes.contains(UInt8(ascii: "&"))
    }

    /// A value with its `&#38;` read.
    static func plain(_ bytes: UnsafeBufferPointer<xmlChar>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            out.append(bytes[at])
            let isReference = bytes[at] == UInt8(ascii: "&") && bytes.hasText("&#38;", at: at)
            at += isReference ? 5 : 1
        }
        return out
    }

    private static func equal(_ bytes: UnsafePointer<xmlChar>, _ text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        return text.withUTF8Buffer { wanted in
            for offset in 0..<length where bytes[offset].asciiLowercased != wanted[offset] { return false }
            return bytes[length] == 0
        }
    }
}
