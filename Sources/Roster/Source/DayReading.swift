import Content

/// Reads days as programs of many countries write them. One that two people would read as two days is none.
struct DayReading: Sendable {
    /// What stands first, where that is known.
    var order: DayOrder?

    /// What a cell says.
    enum Outcome: Hashable {
        case nothing
        case day(CalendarDate)
        case twoDays
        case none
    }

    /// Reads a cell: `2026-09-01`, `2026-09-01T00:00:00Z`, `20260901`, `1/9/2026`, `01.09.2026`, `1 Sep 2026`.
    func read(_ text: String) -> Outcome {
        guard !text.isEmpty else { return .nothing }
        if let date = CalendarDate(iso: text) { return .day(date) }
        let head = text.split(maxSplits: 1, whereSeparator: { $0 == "T" || $0 == " " }).first.map(String.init) ?? text
        if head.utf8.count < text.utf8.count, text.utf8.contains(UInt8(ascii: ":")) { return read(head) }
        let parts = text.split { "-/. ,".contains($0) }.map(String.init)
        if parts.count == 1, text.utf8.count == 8, Int(text) != nil {
            return Self.day(Int(text.prefix(4)), Int(text.dropFirst(4).prefix(2)), Int(text.suffix(2)))
        }
        guard parts.count == 3 else { return .none }
        if let month = Self.month(parts[1]) { return Self.day(Self.year(parts[2]), month, Int(parts[0])) }
        if let month = Self.month(parts[0]) { return Self.day(Self.year(parts[2]), month, Int(parts[1])) }
        guard parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return .none }
        if parts[0].utf8.count == 4 { return Self.day(Int(parts[0]), Int(parts[1]), Int(parts[2])) }
        guard parts[2].utf8.count == 4 || (parts[2].utf8.count == 2 && order != nil), parts[0].utf8.count <= 2,
            parts[1].utf8.count <= 2
        else { return .none }
        let (first, second, year) = (Int(parts[0]), Int(parts[1]), Self.year(parts[2]))
        switch order {
        case .dayFirst: return Self.day(year, second, first)
        case .monthFirst: return Self.day(year, first, second)
        case nil: break
        }
        let readings = Set([Self.day(year, second, first), Self.day(year, first, second)]).subtracting([.none])
        return readings.count > 1 ? .twoDays : readings.first ?? .none
    }

    private static func day(_ year: Int?, _ month: Int?, _ day: Int?) -> Outcome {
        guard let year, let month, let day, (1900...2200).contains(year), (1...12).contains(month),
            (1...31).contains(day)
        else { return .none }
        let date = CalendarDate(year: year, month: month, day: day)
        return date.month == month && date.day == day ? .day(date) : .none
    }

    private static func year(_ text: String) -> Int? {
        Int(text).flatMap { text.utf8.count == 4 ? $0 : text.utf8.count == 2 && $0 >= 0 ? 2000 + $0 : nil }
    }

    /// The month of a name, in English.
    private static func month(_ text: String) -> Int? {
        let word = text.lowercased()
        guard word.utf8.count >= 3 else { return nil }
        return months.firstIndex { $0.hasPrefix(word) || (word == "sept" && $0 == "september") }.map { $0 + 1 }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
