/// A time of day on a wall clock, to the minute: what a schedule is set to, in its own zone.
public struct ClockTime: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The hour, 0…23.
    public let hour: Int
    /// The minute, 0…59.
    public let minute: Int

    /// A time by its parts; nil outside of a day.
    public init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        self.hour = hour
        self.minute = minute
    }

    /// Reads `6:30` or `06:30`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1])
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    /// Minutes since midnight on the wall clock.
    public var minutes: Int { hour * 60 + minute }

    /// `06:30`.
    public var description: String {
        "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    /// Orders by time.
    public static func < (left: ClockTime, right: ClockTime) -> Bool { left.minutes < right.minutes }
}

/// When the lists of an edition are made for review: a time on its own day or on one before it.
public struct ReviewTime: Hashable, Sendable, CustomStringConvertible {
    /// How many days before the edition's date, 0…14.
    public var daysBefore: Int
    /// The time on that day.
    public var time: ClockTime

    /// A time by its parts.
    package init(daysBefore: Int = 0, time: ClockTime) {
        self.daysBefore = daysBefore
        self.time = time
    }

    /// Reads `14:00`, `14:00 the day before` or `14:00 3 days before`; nil for anything else.
    public init?(_ text: String) {
        let words = text.lowercased().split(separator: " ")
        guard let first = words.first, let time = ClockTime(first) else { return nil }
        let days: Int
        switch words.dropFirst() {
        case []: days = 0
        case ["the", "day", "before"], ["day", "before"]: days = 1
        case let rest where rest.count == 3 && rest.last == "before":
            guard ["day", "days"].contains(rest[rest.startIndex + 1]), let number = Int(rest[rest.startIndex]) else {
                return nil
            }
            days = number
        default: return nil
        }
        guard (0...14).contains(days) else { return nil }
        self.init(daysBefore: days, time: time)
    }

    /// As it is written.
    public var description: String {
        daysBefore == 0 ? "\(time)" : "\(time) \(daysBefore) day\(daysBefore == 1 ? "" : "s") before"
    }
}

/// A length of time as people write it: `90 minutes`, `6 hours`, `2 days`.
public enum WrittenMinutes {
    /// The minutes; nil for anything else.
    public static func read(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.utf8.count <= 5, let number = Int(digits) else { return nil }
        switch text.dropFirst(digits.count).drop(while: { $0 == " " }).lowercased() {
        case "m", "min", "minute", "minutes": return number
        case "h", "hour", "hours": return number * 60
        case "d", "day", "days": return number * 1_440
        default: return nil
        }
    }

    /// The largest unit that it is whole in: `6 hours`.
    public static func text(_ minutes: Int) -> String {
        func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
        if minutes > 0, minutes % 1_440 == 0 { return count(minutes / 1_440, "day") }
        if minutes > 0, minutes % 60 == 0 { return count(minutes / 60, "hour") }
        return count(minutes, "minute")
    }
}
