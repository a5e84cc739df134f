import Configuration
import Content
import Foundation
import Synchronization

/// The wall clock of a time zone: which moment a local date and time is, and which date a moment falls on.
///
/// Asking the system for an offset takes some microseconds, and a tick asks often: what it said for the start of a day is
/// kept. Nearly every day has one offset from end to end; only around a change the slow way is gone.
public final class LocalClock: Sendable {
    private let zone: TimeZone
    /// The offset at the start of a UTC day, by its day number.
    private let offsets = Mutex<[Int: Int64]>([:])

    /// The clock of a zone; nil where the system does not know it.
    public init?(zone identifier: String) {
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        self.zone = zone
    }

    /// The zone's name.
    public var identifier: String { zone.identifier }

    /// The moment of a time on a date.
    ///
    /// A time that the clock skips is the first minute after the gap; one that comes twice is its first coming. Nil for a date
    /// that the zone never had (Samoa had no 30 December 2011).
    public func moment(_ date: CalendarDate, _ time: ClockTime) -> Timestamp? {
        let wall = Int64(date.dayNumber) * 86_400 + Int64(time.minutes) * 60
        let around = (-1...2).map { offset(onDay: date.dayNumber + $0) }
        if Set(around).count == 1 { return Timestamp(seconds: wall - around[0]) }
        // Around a change: the offsets from the day before to the day after are all that can hold.
        let candidates = Set(around).union([offset(at: wall - 43_200), offset(at: wall), offset(at: wall + 43_200)])
        let fitting = candidates.filter { offset(at: wall - $0) == $0 }.map { wall - $0 }
        if let first = fitting.min() { return Timestamp(seconds: first) }
        guard let end = gapEnd(around: wall, candidates) else { return nil }
        let exists = localDate(at: end.adding(seconds: -1)) == date || localDate(at: end) == date
        return exists ? end : nil
    }

    /// The local date at a moment.
    public func localDate(at moment: Timestamp) -> CalendarDate {
        moment.adding(seconds: exactOffset(at: moment.seconds)).utcDate
    }

    /// The wall clock at a moment: `2026-09-07 06:30`.
    public func text(at moment: Timestamp) -> String {
        let local = moment.adding(seconds: exactOffset(at: moment.seconds)).iso
        return "\(local.prefix(10)) \(local.dropFirst(11).prefix(5))"
    }

    /// The moment at which the clock jumps over a wall time: between the largest and the smallest offset that might hold.
    private func gapEnd(around wall: Int64, _ offsets: Set<Int64>) -> Timestamp? {
        guard let smallest = offsets.min(), let largest = offsets.max() else { return nil }
        var before = wall - largest
        var after = wall - smallest
        let target = offset(at: after)
        guard offset(at: before) != target else { return nil }
        while after - before > 1 {
            let middle = before + (after - before) / 2
            if offset(at: middle) == target { after = middle } else { before = middle }
        }
        // Changes come on whole minutes, but for those of long ago.
        return Timestamp(seconds: (after + 59) / 60 * 60)
    }

    private func exactOffset(at seconds: Int64) -> Int64 {
        let day = Timestamp(seconds: seconds).utcDate.dayNumber
        let start = offset(onDay: day)
        return start == offset(onDay: day + 1) ? start : offset(at: seconds)
    }

    private func offset(onDay day: Int) -> Int64 {
        if let known = offsets.withLock({ $0[day] }) { return known }
        let found = offset(at: Int64(day) * 86_400)
        offsets.withLock { $0[day] = found }
        return found
    }

    private func offset(at seconds: Int64) -> Int64 {
        Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }
}
