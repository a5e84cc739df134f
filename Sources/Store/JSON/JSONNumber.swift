/// JSON's numbers from their digits.
enum JSONNumber {
    /// A whole number; nil where it is none or out of range. `2.0` and `2e1` are none: nothing that the store wrote as whole looks so.
    static func whole<Whole: FixedWidthInteger>(_ digits: ArraySlice<UInt8>, _ type: Whole.Type) -> Whole? {
        let isNegative = digits.first == UInt8(ascii: "-")
        let rest = isNegative ? digits.dropFirst() : digits
        guard !rest.isEmpty else { return nil }
        var value: Whole = 0
        for byte in rest {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            let digit = Whole(byte - 0x30)
            let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, isBeyond) =
                isNegative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
            guard !isTooLarge, !isBeyond else { return nil }
            value = sum
        }
        return value
    }

    /// A number; nil where it is none, or larger than any. The nearest there is, as the standard library reads it.
    static func double(_ digits: ArraySlice<UInt8>) -> Double? {
        exact(digits) ?? Double(String(decoding: digits, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
    }

    private static let tens: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    /// Up to fifteen digits with up to as many after the point are the quotient of two numbers that are exact, and so is rounded
    /// once, rightly (Clinger, "How to read floating point numbers accurately", 1990).
    private static func exact(_ digits: ArraySlice<UInt8>) -> Double? {
        let isNegative = digits.first == UInt8(ascii: "-")
        let rest = isNegative ? digits.dropFirst() : digits
        guard let first = rest.first, first >= 0x30, first <= 0x39, rest.count <= 16 else { return nil }
        var value: Int64 = 0
        var count = 0
        var after: Int?
        for byte in rest {
            if byte == UInt8(ascii: "."), after == nil {
                after = 0
                continue
            }
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int64(byte - 0x30)
            count += 1
            after = after.map { $0 + 1 }
        }
        guard count <= 15, after != 0 else { return nil }
        let number = Double(value) / tens[after ?? 0]
        return isNegative ? -number : number
    }
}
