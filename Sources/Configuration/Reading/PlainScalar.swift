import Yams

/// Numbers as YAML 1.2 writes them, without the surprises of 1.1: no octal `010`, no `1:30` of sixty minutes, no `1_000`.
enum PlainScalar {
    /// A whole number in decimal digits; nil for anything else and for a quoted text.
    static func integer(_ scalar: Node.Scalar) -> Int? {
        guard scalar.style == .plain, scalar.tag.description.isEmpty else { return nil }
        let digits = scalar.string.drop { $0 == "-" || $0 == "+" }
        guard !digits.isEmpty, digits.utf8.allSatisfy(isDigit) else { return nil }
        return Int(scalar.string)
    }

    /// A finite number, whole or with a decimal point and exponent; nil for anything else and for a quoted text.
    static func number(_ scalar: Node.Scalar) -> Double? {
        guard scalar.style == .plain, scalar.tag.description.isEmpty else { return nil }
        let allowed = scalar.string.utf8.allSatisfy { isDigit($0) || "+-.eE".utf8.contains($0) }
        guard allowed, scalar.string.utf8.contains(where: isDigit) else { return nil }
        return Double(scalar.string).flatMap { $0.isFinite ? $0 : nil }
    }

    /// A number for people: without a fraction where it has none.
    static func text(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? String(number)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
