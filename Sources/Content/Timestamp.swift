/// A moment, in whole seconds since 1970-01-01T00:00:00Z.
///
/// Time is an argument everywhere: no stage asks the clock. Whole seconds are all that feeds and facts carry, and an
/// integer has one printed form, which keeps runs reproducible.
public struct Timestamp: Hashable, Comparable, Codable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z; negative before.
    public var seconds: Int64

    /// The moment that many seconds after 1970-01-01T00:00:00Z.
    public init(seconds: Int64) { self.seconds = seconds }

    /// The moment of a civil date and time in UTC. Fields out of range carry over (second 60 is the next minute).
    public init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        let days = Int64(CalendarDate(year: year, month: month, day: day).dayNumber)
        seconds = days * 86_400 + Int64(hour) * 3_600 + Int64(minute) * 60 + Int64(second)
    }

    /// Reads `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM`, `YYYY-MM-DDTHH:MM:SS`, with `Z`, `±HH:MM` or no zone (UTC).
    /// Nil for anything else; feeds' own dates are read by the feed parser, which is far more forgiving.
    public init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, let date = CalendarDate(iso: String(decoding: bytes[..<10], as: UTF8.self)) else {
            return nil
        }
        var total = Int64(date.dayNumber) * 86_400
        if bytes.count > 10 {
            guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else { return nil }
            guard let time = Timestamp.clock(bytes[11...]) else { return nil }
            total += time
        }
        seconds = total
    }

    /// `YYYY-MM-DDTHH:MM:SSZ`.
    public var iso: String {
        let (days, rest) = seconds.dividedFloor(by: 86_400)
        let date = CalendarDate(dayNumber: Int(days))
        return
            "\(date.iso)T\((rest / 3_600).twoDigits):\((rest / 60 % 60).twoDigits):\((rest % 60).twoDigits)Z"
    }

    /// The date in UTC.
    public var utcDate: CalendarDate { CalendarDate(dayNumber: Int(seconds.dividedFloor(by: 86_400).quotient)) }

    /// The moment that many seconds later.
    public func adding(seconds more: Int64) -> Timestamp { Timestamp(seconds: seconds + more) }

    /// Days (with fraction) from another moment to this one; negative when the other one is later.
    public func days(since other: Timestamp) -> Double { Double(seconds - other.seconds) / 86_400 }

    /// Orders by time.
    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

    /// `HH:MM[:SS][Z|±HH:MM]` in seconds after midnight UTC.
    private static func clock(_ bytes: ArraySlice<UInt8>) -> Int64? {
        var rest = bytes
        func number(_ digits: Int) -> Int64? {
            guard rest.count >= digits else { return nil }
            var value: Int64 = 0
            for byte in rest.prefix(digits) {
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                value = value * 10 + Int64(byte - 0x30)
            }
            rest = rest.dropFirst(digits)
            return value
        }
        func take(_ character: Character) -> Bool {
            guard let byte = rest.first, byte == character.asciiValue else { return false }
            rest = rest.dropFirst()
            return true
        }
        guard let hour = number(2), hour < 24, take(":"), let minute = number(2), minute < 60 else { return nil }
        var total = hour * 3_600 + minute * 60
        if take(":") {
            guard let second = number(2), second <= 60 else { return nil }
            total += second
        }
        if rest.isEmpty || take("Z") { return rest.isEmpty ? total : nil }
        let sign: Int64 = take("+") ? -1 : take("-") ? 1 : 0
        guard sign != 0, let zoneHour = number(2), zoneHour < 24, take(":"), let zoneMinute = number(2),
            zoneMinute < 60, rest.isEmpty
        else { return nil }
        return total + sign * (zoneHour * 3_600 + zoneMinute * 60)
    }
}

extension Timestamp {
    /// Encodes as the ISO text.
    public func encode(to encoder: any Encoder) throws { try iso.encode(to: encoder) }

    /// Decodes from the ISO text.
    public init(from decoder: any Decoder) throws {
        let text = try String(from: decoder)
        guard let moment = Timestamp(iso: text) else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath, debugDescription: "expected YYYY-MM-DDTHH:MM:SSZ, found '\(text)'"))
        }
        self = moment
    }
}

extension Timestamp: CustomStringConvertible {
    /// The ISO form.
    public var description: String { iso }
}

extension BinaryInteger {
    /// At least two digits, padded with a zero.
    var twoDigits: String { self < 10 && self >= 0 ? "0\(self)" : "\(self)" }
}

extension FixedWidthInteger {
    /// Division that rounds towards minus infinity, so that the remainder is never negative.
    func dividedFloor(by divisor: Self) -> (quotient: Self, remainder: Self) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
