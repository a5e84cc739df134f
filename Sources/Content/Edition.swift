/// What a list belongs to: `SCHEDULE@DATE`, the date in the schedule's zone, never an instant. One learner gets at most
/// one list of an edition, however often the program runs.
public struct Edition: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// The schedule's name; a run by hand is `manual`.
    public let schedule: String
    /// The local date.
    public let date: CalendarDate

    /// The name of the schedule of runs by hand.
    public static let manualSchedule = "manual"

    /// An edition by its parts.
    package init(schedule: String = Edition.manualSchedule, date: CalendarDate) {
        self.schedule = schedule
        self.date = date
    }

    /// Reads `SCHEDULE@DATE`, or a date alone for a run by hand; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard let last = parts.last, let date = CalendarDate(iso: last) else { return nil }
        switch parts.count {
        case 1: self.init(date: date)
        case 2 where Edition.isScheduleName(parts[0]): self.init(schedule: String(parts[0]), date: date)
        default: return nil
        }
    }

    /// Whether a text may name a schedule: 1 to 64 letters, digits, `-` and `_` of ASCII. It becomes part of paths.
    public static func isScheduleName(_ name: some StringProtocol) -> Bool {
        (1...64).contains(name.utf8.count)
            && name.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII
                    && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-"
                        || scalar == "_")
            }
    }

    /// `SCHEDULE@DATE`.
    public var description: String { "\(schedule)@\(date.iso)" }

    /// Orders by date, then by schedule.
    public static func < (left: Edition, right: Edition) -> Bool {
        (left.date, left.schedule) < (right.date, right.schedule)
    }

    /// Encodes as a plain string.
    public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }

    /// Decodes from a plain string.
    public init(from decoder: any Decoder) throws {
        let text = try String(from: decoder)
        guard let edition = Edition(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "expected SCHEDULE@YYYY-MM-DD, found '\(text)'")
            )
        }
        self = edition
    }
}
