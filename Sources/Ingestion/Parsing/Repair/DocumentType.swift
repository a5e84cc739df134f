/// Reads over a document type declaration and keeps its plain internal entities.
///
/// The declaration itself never reaches the XML library. Entities made of other entities are not kept, which is what makes
/// entity bombs harmless: they stay the few bytes that they are.
struct DocumentType {
    /// Values of internal entities by name; at most 64 of at most 256 bytes.
    private(set) var entities: [[UInt8]: [UInt8]] = [:]
    /// The index behind the declaration's end.
    private(set) var end: Int
    /// Whether the declaration has an end of its own.
    private(set) var isClosed = true

    /// Reads the declaration whose `<` is at an index. One without an end goes to its first `>`.
    init(in input: [UInt8], at start: Int) {
        end = start + 2
        read(input, at: start)
    }

    private mutating func read(_ input: [UInt8], at start: Int) {
        var at = start + 2
        var inSubset = false
        while at < input.count {
            switch input[at] {
            case UInt8(ascii: "["): inSubset = true
            case UInt8(ascii: "]"): inSubset = false
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                let quote = input[at]
                guard let close = input[(at + 1)...].firstIndex(of: quote) else { return stop(input, start) }
                at = close
            case UInt8(ascii: "<"):
                if input.hasText("<!--", at: at) {
                    guard let close = input.firstIndex(ofText: "-->", from: at + 4) else { return stop(input, start) }
                    at = close + 2
                } else if input.hasText("<!entity", at: at) {
                    readEntity(input, at + 8)
                } else if !inSubset {
                    end = at
                    return
                }
            case UInt8(ascii: ">"):
                if !inSubset {
                    end = at + 1
                    return
                }
            default: break
            }
            at += 1
        }
        stop(input, start)
    }

    private mutating func stop(_ input: [UInt8], _ start: Int) {
        isClosed = false
        end = input[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? input.count
    }

    /// Keeps `NAME "value"` when the value is text: no markup and no reference to another entity.
    private mutating func readEntity(_ input: [UInt8], _ start: Int) {
        var at = start
        func skipSpace() { while at < input.count, input[at].isXMLSpace { at += 1 } }
        skipSpace()
        let nameStart = at
        while at < input.count, input[at].isNameByte { at += 1 }
        let name = input[nameStart..<at]
        skipSpace()
        guard !name.isEmpty, entities.count < 64, at < input.count,
            input[at] == UInt8(ascii: "\"") || input[at] == UInt8(ascii: "'")
        else { return }
        let value = input[(at + 1)...].prefix(257).prefix { $0 != input[at] }
        guard value.count <= 256, !value.contains(UInt8(ascii: "<")) else { return }
        let plain = HTMLReferences.decoded(value.span)
        guard !plain.contains(UInt8(ascii: "&")), !plain.contains(UInt8(ascii: "<")),
            !plain.contains(where: \.isForbiddenControl)
        else { return }
        entities[Array(name)] = plain
    }
}
