import Content

/// Days from a first to a last one, both included: a holiday, a term.
public struct DateSpan: Hashable, Sendable, CustomStringConvertible {
    /// The first day.
    public let first: CalendarDate
    /// The last day, not before the first.
    public let last: CalendarDate

    /// A span by its ends; nil where they are the wrong way round.
    public init?(first: CalendarDate, last: CalendarDate) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    /// Reads `2026-10-12` or `2026-12-23..2027-01-06` (also with `to`); nil for anything else.
    public init?(_ text: String) {
        let parts = text.replacing(" to ", with: "..").split(separator: "..", omittingEmptySubsequences: false)
        let dates = parts.compactMap { CalendarDate(iso: $0.trimming { $0 == " " }) }
        guard dates.count == parts.count, (1...2).contains(dates.count), let first = dates.first, let last = dates.last
        else { return nil }
        self.init(first: first, last: last)
    }

    /// Whether a day is one of them.
    public func contains(_ date: CalendarDate) -> Bool { first <= date && date <= last }

    /// As it is written.
    public var description: String { first == last ? first.iso : "\(first.iso)..\(last.iso)" }
}

extension StringProtocol {
    fileprivate func trimming(_ isBlank: (Character) -> Bool) -> SubSequence {
        let start = firstIndex { !isBlank($0) } ?? endIndex
        let end = lastIndex { !isBlank($0) }.map { index(after: $0) } ?? start
        return self[start..<end]
    }
}

/// Where free days or terms are named: in the configuration itself, or in an iCalendar file.
public struct CalendarSource: Hashable, Sendable {
    /// What it is.
    public enum Kind: Hashable, Sendable {
        /// Days.
        case span(DateSpan)
        /// A file, as the configuration writes its path.
        case file(String)
    }

    /// What it is.
    public var kind: Kind
    /// Its place in the configuration: `Config/gleaner.yaml:12:7`.
    public var place: String

    /// A source by its parts.
    package init(_ kind: Kind, place: String = "") {
        self.kind = kind
        self.place = place
    }
}
