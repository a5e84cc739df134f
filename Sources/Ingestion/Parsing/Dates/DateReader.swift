import Content

/// Reads the dates of feeds in the wild from their bytes: RFC 822 and ISO 8601 with all that people make of them.
///
/// The bytes are cut into numbers, times, words and offsets, and the parts are told by what they are rather than by where they stand.
/// What has no day has the first, what has no time midnight, what has no zone UTC. No format string, no locale, no
/// clock.
struct DateReader {
    private struct Number {
        var value: Int
        var digits: Int
        /// The byte between the number before and this one, 0 for none.
        var separator: UInt8
    }

    private let bytes: ArraySlice<UInt8>
    private var at: Int
    private var numbers: [Number] = []
    private var month: Int?
    private var time: (hour: Int, minute: Int, second: Int)?
    private var afternoon: Bool?
    private var offset: Int?
    /// Whether the second number is a week's: `2026-W36-7`, `2026W367` (ISO 8601).
    private var isWeek = false

    /// The moment that a date stands for; nil when it stands for none.
    static func timestamp(_ bytes: ArraySlice<UInt8>) -> Timestamp? {
        let trimmed = bytes.trimmed
        guard trimmed.count >= 4, trimmed.count <= 100 else { return nil }
        var reader = DateReader(trimmed)
        reader.scan()
        return reader.result()
    }

    private init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        at = bytes.startIndex
        numbers.reserveCapacity(4)
    }

    private mutating func scan() {
        while at < bytes.endIndex {
            let byte = bytes[at]
            if byte.isASCIIDigit {
                number()
            } else if byte.isASCIILetter || byte >= 0x80 {
                word()
            } else if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"), time != nil, offset == nil || offset == 0
            {
                zoneOffset()
            } else {
                at += 1
            }
        }
    }

    /// A run of digits: a time when a colon follows, else a part of the date.
    private mutating func number() {
        let start = at
        let value = digits()
        let count = at - start
        if time == nil, count <= 2, at + 1 < bytes.endIndex, bytes[at] == UInt8(ascii: ":"), bytes[at + 1].isASCIIDigit
        {
            return clock(hour: value)
        }
        if time == nil, isCompactClock(start, count) {
            time = (value / 10_000, value / 100 % 100, value % 100)
            return
        }
        guard numbers.count < 6 else { return }
        numbers.append(Number(value: value, digits: count, separator: start > bytes.startIndex ? bytes[start - 1] : 0))
    }

    /// `T101500` and the like.
    private func isCompactClock(_ start: Int, _ count: Int) -> Bool {
        count == 6 && start > bytes.startIndex && bytes[start - 1] | 0x20 == UInt8(ascii: "t")
    }

    private mutating func digits() -> Int {
        var value = 0
        while at < bytes.endIndex, bytes[at].isASCIIDigit {
            value = min(value * 10 + Int(bytes[at] & 0xF), 1_000_000_000_000_000)
            at += 1
        }
        return value
    }

    /// `HH:MM`, `HH:MM:SS`, fractions dropped. The colon is next.
    private mutating func clock(hour: Int) {
        at += 1
        let minute = digits()
        var second = 0
        if at + 1 < bytes.endIndex, bytes[at] == UInt8(ascii: ":"), bytes[at + 1].isASCIIDigit {
            at += 1
            second = digits()
        }
        if at + 1 < bytes.endIndex, bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ","),
            bytes[at + 1].isASCIIDigit
        {
            at += 1
            _ = digits()
        }
        time = (hour, minute, second)
    }

    /// `+HHMM`, `-HH:MM`, `+H`: what follows a time and a sign.
    private mutating func zoneOffset() {
        let sign = bytes[at] == UInt8(ascii: "-") ? -1 : 1
        let before = at
        at += 1
        let start = at
        let value = digits()
        let count = at - start
        switch count {
        case 1, 2:
            var minutes = 0
            if at + 2 < bytes.endIndex, bytes[at] == UInt8(ascii: ":") {
                at += 1
                minutes = digits()
            }
            guard value <= 15, minutes < 60 else { return }
            offset = sign * (value * 60 + minutes)
        case 3, 4:
            // A year after a time and a dash is no offset: `10:15 - 2004`.
            guard value / 100 <= 15, value % 100 < 60 else {
                at = before + 1
                return number()
            }
            offset = sign * (value / 100 * 60 + value % 100)
        default: break
        }
    }

    /// A word: a month, half of the day, a zone; anything else (a day of the week) says nothing.
    private mutating func word() {
        let start = at
        while at < bytes.endIndex, bytes[at].isASCIILetter || bytes[at] >= 0x80 { at += 1 }
        let word = bytes[start..<at]
        if word.count == 1 {
            if word[start] | 0x20 == UInt8(ascii: "z"), time != nil { offset = offset ?? 0 }
            if word[start] == UInt8(ascii: "W"), numbers.count == 1, numbers[0].digits == 4 { week() }
            return
        }
        if let name = MonthNames.english(word) {
            month = name
        } else if DateWords.isEnglishWeekday(word) {
            return
        } else if let minutes = time == nil ? nil : TimeZones.minutes(word) {
            offset = offset ?? minutes
        } else if let half = DateWords.afternoon(word) {
            afternoon = half
        } else if let name = MonthNames.other(word) {
            month = name
        }
    }

    private func result() -> Timestamp? {
        if let moment = sinceEpoch() { return moment }
        guard let (year, month, day) = date() else { return nil }
        guard (1...9_999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        var (hour, minute, second) = time ?? (0, 0, 0)
        if numbers.count == 1, let number = numbers.first, number.digits == 14 {
            (hour, minute, second) = (number.value / 10_000 % 100, number.value / 100 % 100, number.value % 100)
        }
        if let afternoon, hour <= 12 { hour = hour % 12 + (afternoon ? 12 : 0) }
        // A time that no clock shows is not worth the day.
        if hour > 24 || minute > 59 || second > 61 { (hour, minute, second) = (0, 0, 0) }
        let moment = Timestamp(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        return moment.adding(seconds: Int64(-(offset ?? 0) * 60))
    }

    /// A lone number of seconds, or of milliseconds, since 1970; a fraction is dropped.
    private func sinceEpoch() -> Timestamp? {
        guard let first = numbers.first, month == nil, time == nil else { return nil }
        guard numbers.count == 1 || numbers.count == 2 && numbers[1].separator == UInt8(ascii: ".") else { return nil }
        switch first.digits {
        case 9...10: return Timestamp(seconds: Int64(first.value))
        case 12...13: return Timestamp(seconds: Int64(first.value / 1_000))
        default: return nil
        }
    }

    /// Year, month and day out of the numbers.
    private func date() -> (Int, Int, Int)? {
        guard let first = numbers.first else { return nil }
        if let month {
            if let index = numbers.firstIndex(where: { $0.digits >= 4 }) {
                let day = numbers.indices.first { $0 != index && numbers[$0].digits <= 2 }.map { numbers[$0].value }
                return (numbers[index].value, month, day ?? 1)
            }
            guard numbers.count >= 2 else { return nil }
            if first.value > 31 { return (DateReader.fullYear(first.value), month, numbers[1].value) }
            return (DateReader.fullYear(numbers[1].value), month, first.value)
        }
        switch first.digits {
        case 4:
            guard numbers.count > 1 else { return (first.value, 1, 1) }
            if isWeek {
                return DateReader.week(first.value, numbers[1].value, numbers.count > 2 ? numbers[2].value : 1)
            }
            if numbers[1].digits == 3 { return DateReader.ordinal(first.value, numbers[1].value) }
            let day = numbers.count > 2 ? numbers[2].value : 1
            // Some write the day before the month even here.
            if numbers[1].value > 12, day <= 12 { return (first.value, day, numbers[1].value) }
            return (first.value, numbers[1].value, day)
        case 7 where numbers.count == 1: return DateReader.ordinal(first.value / 1_000, first.value % 1_000)
        case 8: return (first.value / 10_000, first.value / 100 % 100, first.value % 100)
        case 14: return (first.value / 10_000_000_000, first.value / 100_000_000 % 100, first.value / 1_000_000 % 100)
        case 1...2: return short(first)
        default: return nil
        }
    }

    /// The two digits of a week and the one of a day that follow a `W`.
    private mutating func week() {
        let start = at
        let value = digits()
        let count = at - start
        guard count == 2 || count == 3 else { return }
        isWeek = true
        numbers.append(Number(value: count == 3 ? value / 10 : value, digits: 2, separator: UInt8(ascii: "W")))
        if count == 3 { numbers.append(Number(value: value % 10, digits: 1, separator: 0)) }
    }

    /// A day of a week: the first week of a year is the one with its fourth of January.
    private static func week(_ year: Int, _ week: Int, _ day: Int) -> (Int, Int, Int)? {
        guard (1...9_999).contains(year), (1...53).contains(week), (1...7).contains(day) else { return nil }
        let fourth = CalendarDate(year: year, month: 1, day: 4)
        let monday = fourth.dayNumber - (fourth.weekday - 1)
        let date = CalendarDate(dayNumber: monday + (week - 1) * 7 + day - 1)
        return (date.year, date.month, date.day)
    }

    /// A date that begins with one or two digits and has no month's name.
    private func short(_ first: Number) -> (Int, Int, Int)? {
        guard numbers.count >= 3 else { return nil }
        let (second, third) = (numbers[1], numbers[2])
        if third.digits == 4 || second.separator == UInt8(ascii: ".") {
            let year = third.digits == 4 ? third.value : DateReader.fullYear(third.value)
            // With dots or dashes the day is first, with strokes the month, unless that cannot be.
            let monthFirst = second.separator == UInt8(ascii: "/") ? first.value <= 12 : second.value > 12
            return monthFirst && second.value <= 31
                ? (year, first.value, second.value) : (year, second.value, first.value)
        }
        if second.separator == UInt8(ascii: "/") {
            return (DateReader.fullYear(third.value), first.value, second.value)
        }
        return (DateReader.fullYear(first.value), second.value, third.value)
    }

    private static func ordinal(_ year: Int, _ day: Int) -> (Int, Int, Int)? {
        guard (1...366).contains(day) else { return nil }
        let date = CalendarDate(dayNumber: CalendarDate(year: year, month: 1, day: 1).dayNumber + day - 1)
        return (date.year, date.month, date.day)
    }

    /// Two digits: 70…99 are of the last century.
    private static func fullYear(_ year: Int) -> Int { year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year }
}
