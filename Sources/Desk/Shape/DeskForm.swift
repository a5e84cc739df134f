/// The named values of an address or a form, in their order: `name=value&…`, read strictly.
package struct DeskForm: Hashable, Sendable {
    /// The values.
    package let values: [(name: String, value: String)]

    /// Nothing.
    package static let empty = DeskForm([])

    /// Values as they are.
    package init(_ values: [(name: String, value: String)]) { self.values = values }

    /// The most values that are read: a strip of fifty articles has some two hundred.
    private static let mostValues = 2_000

    /// Reads bytes in the form of `application/x-www-form-urlencoded`; nil where they are not in it or are no UTF-8.
    package init?(encoded bytes: some Collection<UInt8>) {
        var read: [(name: String, value: String)] = []
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard read.count < Self.mostValues, let name = PercentText.decoded(parts[0], plusIsBlank: true),
                let value = parts.count < 2 ? "" : PercentText.decoded(parts[1], plusIsBlank: true)
            else { return nil }
            read.append((name, value))
        }
        values = read
    }

    /// The first value of a name; nil where there is none.
    package subscript(name: String) -> String? { values.first { $0.name == name }?.value }

    /// All values of a name.
    package func all(_ name: String) -> [String] { values.filter { $0.name == name }.map { $0.value } }

    /// Whether they say the same in the same order.
    package static func == (one: DeskForm, other: DeskForm) -> Bool {
        one.values.elementsEqual(other.values) { $0 == $1 }
    }

    /// By names and values.
    package func hash(into hasher: inout Hasher) {
        for value in values {
            hasher.combine(value.name)
            hasher.combine(value.value)
        }
    }
}
