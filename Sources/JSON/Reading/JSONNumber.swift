/// The one place where digits become a number: JSON's grammar, in one pass.
package struct JSONNumber {
    /// The end of the number.
    private(set) var end: Int
    private var isNegative = false
    /// Its digits as far as nineteen go, without the point.
    private var digits: UInt64 = 0
    /// How many there are from the first that is not 0.
    private var count = 0
    /// Whether those after the nineteenth are all 0: then this is.
    private var rest: UInt8 = 0
    /// How many stand after the point.
    private var fraction = 0
    private var exponent = 0
    private var hasExponent = false

    /// Whether it is written without a point and an exponent.
    private(set) var isPlain = true

    /// The number that begins at a place; nil where none does. Whether it goes on as something else is for the caller to see.
    init?(_ bytes: borrowing Span<UInt8>, at start: Int) {
        end = start
        if end < bytes.count, bytes[end] == UInt8(ascii: "-") {
            isNegative = true
            end += 1
        }
        let first = end
        takeDigits(bytes)
        // No number begins with a needless 0.
        guard end > first, bytes[first] != UInt8(ascii: "0") || end == first + 1 else { return nil }
        if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
            isPlain = false
            end += 1
            let point = end
            takeDigits(bytes)
            fraction = end - point
            guard fraction > 0 else { return nil }
        }
        if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
            isPlain = false
            hasExponent = true
            end += 1
            let isSmall = end < bytes.count && bytes[end] == UInt8(ascii: "-")
            if isSmall || end < bytes.count && bytes[end] == UInt8(ascii: "+") { end += 1 }
            let first = end
            while end < bytes.count, bytes[end] &- 0x30 <= 9 {
                exponent = min(exponent * 10 + Int(bytes[end] &- 0x30), 1_000_000)
                end += 1
            }
            guard end > first else { return nil }
            if isSmall { exponent = -exponent }
        }
    }

    private mutating func takeDigits(_ bytes: borrowing Span<UInt8>) {
        while end < bytes.count {
            let digit = bytes[end] &- 0x30
            guard digit <= 9 else { return }
            if count < 19 {
                digits = digits &* 10 &+ UInt64(digit)
            } else {
                rest |= digit
            }
            if digits != 0 { count += 1 }
            end += 1
        }
    }

    private static let tens: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]

    /// The number that begins at a place, which then is the one behind it; nil where none does. Infinite where it is too large, 0 where
    /// nothing is left of it.
    package static func double(_ bytes: borrowing Span<UInt8>, at place: inout Int) -> Double? {
        guard let number = JSONNumber(bytes, at: place) else { return nil }
        let start = place
        place = number.end
        return number.nearest(text(bytes, start..<number.end))
    }

    private static func text(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> String {
        bytes.extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    /// The whole number that begins at a place, which then is the one behind it; nil where none does, or one of another form.
    package static func whole(_ bytes: borrowing Span<UInt8>, at place: inout Int) -> Int? {
        guard let number = JSONNumber(bytes, at: place),
            let whole = number.whole(Int.self, text(bytes, place..<number.end))
        else { return nil }
        place = number.end
        return whole
    }

    /// The nearest number there is. `text`: how it is written.
    ///
    /// Up to fifteen digits with up to 22 after the point are the quotient of two numbers that are exact, and so is rounded once, rightly
    /// (Clinger, "How to read floating point numbers accurately", 1990). The standard library reads the others.
    private func nearest(_ text: @autoclosure () -> String) -> Double? {
        if count <= 15, !hasExponent, fraction < Self.tens.count {
            let value = Double(digits) / Self.tens[fraction]
            return isNegative ? -value : value
        }
        return Double(text())
    }

    /// The same; nil for a number too large, or so small that nothing is left of it.
    func double(_ text: @autoclosure () -> String) -> Double? {
        guard let value = nearest(text()), value.isFinite, value != 0 || digits == 0 else { return nil }
        return value
    }

    /// The same in single precision.
    func float(_ text: @autoclosure () -> String) -> Float? {
        guard let value = Float(text()), value.isFinite, value != 0 || digits == 0 else { return nil }
        return value
    }

    /// A whole number that is written as one, within its range; nil for others.
    func whole<Whole: FixedWidthInteger>(_ type: Whole.Type, _ text: @autoclosure () -> String) -> Whole? {
        guard isPlain else { return nil }
        // Nineteen digits fit into 64 bits; of twenty only some do.
        guard count <= 19 else { return Whole(text()) }
        if !isNegative { return Whole(exactly: digits) }
        return digits <= 1 << 63 ? Whole(exactly: Int64(truncatingIfNeeded: 0 &- digits)) : nil
    }

    /// A whole number that is written with a point or an exponent, `2.0` or `2e1`; nil for others, and for those that do not fit into 64 bits.
    func wholeOfFraction<Whole: FixedWidthInteger>(_ type: Whole.Type) -> Whole? {
        if digits == 0 { return 0 }
        var value = digits
        var power = exponent - fraction + max(0, count - 19)
        // A power beyond the range of a floating-point number is none of a number that fits.
        guard rest == 0, abs(power) < 400 else { return nil }
        while power < 0 {
            guard value.isMultiple(of: 10) else { return nil }
            value /= 10
            power += 1
        }
        while power > 0 {
            let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            guard !isTooLarge else { return nil }
            value = product
            power -= 1
        }
        if !isNegative { return Whole(exactly: value) }
        return value <= 1 << 63 ? Whole(exactly: Int64(truncatingIfNeeded: 0 &- value)) : nil
    }
}
