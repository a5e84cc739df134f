/// One item's text as the numbers of its forms, field by field: title, each tag, body. It is made once an item version
/// and can be stored; the table it was made with belongs to it.
public struct TextRow: Hashable, Sendable {
    /// The forms in order; ``separator`` ends each field.
    public var forms: [Int32]
    /// The positions before this one belong to title and tags.
    public var bodyStart: Int

    /// The number that ends a field; no form has it.
    static let separator: Int32 = -1

    /// A row by its values.
    package init(forms: [Int32], bodyStart: Int) {
        self.forms = forms
        self.bodyStart = bodyStart
    }

    /// The row as bytes: the body's start and each number plus one, seven bits a byte, the lowest first.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(2 * forms.count + 4)
        func append(_ number: UInt32) {
            var rest = number
            while rest >= 0x80 {
                bytes.append(UInt8(rest & 0x7F) | 0x80)
                rest >>= 7
            }
            bytes.append(UInt8(rest))
        }
        append(UInt32(bodyStart))
        for form in forms { append(UInt32(bitPattern: form &+ 1)) }
        return bytes
    }

    /// Reads what ``bytes`` gave; nil where they are cut short, or name a form that a table of so many does not have.
    public init?(bytes: [UInt8], forms count: Int) {
        let span = bytes.span
        var numbers: [Int32] = []
        numbers.reserveCapacity(bytes.count { $0 < 0x80 })
        var start: UInt32?
        var number: UInt32 = 0
        var shift: UInt32 = 0
        for index in span.indices {
            let byte = span[index]
            guard shift < 32 else { return nil }
            number |= UInt32(byte & 0x7F) << shift
            shift += 7
            guard byte < 0x80 else { continue }
            if start == nil {
                start = number
            } else {
                guard number <= UInt32(count) else { return nil }
                numbers.append(Int32(number) - 1)
            }
            number = 0
            shift = 0
        }
        guard shift == 0, let start, start <= UInt32(numbers.count) else { return nil }
        forms = numbers
        bodyStart = Int(start)
    }
}
