import CLibXML2

/// What is collected of a person or a picture while its element is open.
struct ContainerPart {
    var name: String?
    var email: String?
    var address: String?
    private(set) var bytes: [UInt8] = []

    /// Text directly in the element: RSS and Dublin Core have the name, or the address, there.
    mutating func append(_ text: UnsafeBufferPointer<xmlChar>) {
        guard bytes.count + text.count <= 4_096 else { return }
        bytes.append(contentsOf: text)
    }
}

/// Which kind of element gave a field its value: a better kind replaces a lesser one.
struct FieldRanks {
    var title = 0
    var summary = 0
    var link = 0
    var image = 0
}
