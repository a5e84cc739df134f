import Configuration
import Content
import Foundation
import JSON
import Pipeline
import Scheduling
import UseCases

extension ListComingEditions.Outcome: Told, ToldAsJSON {
    /// A line an edition.
    public var lines: [String] {
        editions.map { coming in
            coming.occurrence.line(by: coming.clock) + (coming.skipped.map { "  skipped: \($0)" } ?? "")
        }
    }

    /// Why there is none.
    public var talk: [String] { nothing.map { [$0.sentence] } ?? [] }

    private struct Line: Encodable {
        let edition: Edition
        let makes: Timestamp
        let sends: Timestamp
        let ends: Timestamp
        let skipped: Verbatim?
    }

    /// A line an edition.
    public func jsonLines() throws -> [String] {
        try editions.map {
            try JSONText.of(
                Line(
                    edition: $0.occurrence.edition, makes: $0.occurrence.makes, sends: $0.occurrence.sends,
                    ends: $0.occurrence.ends, skipped: $0.skipped))
        }
    }
}

extension Occurrence {
    /// An edition to come, one line: its date and weekday, and when its lists are made and sent.
    func line(by clock: LocalClock) -> String {
        let day = DayPattern.weekdays[edition.date.weekday - 1].capitalized.prefix(3)
        let sent = clock.text(at: sends)
        let made = makes == sends ? "" : ", made for review \(clock.text(at: makes))"
        return "\(edition)  \(day) \(sent) \(clock.identifier) (\(sends))\(made)"
    }
}
