import Configuration
import Content
import Foundation
import Scheduling
import Testing

/// `systemd-analyze calendar` reckons the same moments, but for times that a clock skips (it leaves them out, we take the first minute
/// after) or repeats.
@Suite struct SystemdCalendarTests {
    @Test(
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze"), "systemd is not installed"),
        arguments: [
            "Europe/Madrid", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Santiago",
            "Pacific/Auckland",
        ])
    func systemdAgrees(_ zone: String) throws {
        for (days, systemd, time) in [
            ("weekdays", "Mon..Fri", "06:30"), ("sunday", "Sun", "12:15"), ("saturday", "Sat", "20:45"),
        ] {
            let schedule = try Calendars.schedule("days: [\(days)], time: \(time), time-zone: \(zone)")
            let base = "2026-08-01 00:00:00 UTC"
            let (status, output) = try UnitTests.run(
                "/usr/bin/systemd-analyze",
                ["calendar", "\(systemd) *-*-* \(time):00 \(zone)", "--iterations=250", "--base-time=\(base)"])
            #expect(status == 0, "\(output)")
            let theirs = output.split(separator: "\n").compactMap { line -> String? in
                guard line.contains("UTC"),
                    line.contains("elapse") || line.contains("Iter.") || line.contains("(in UTC)")
                else { return nil }
                let words = line.split(separator: " ")
                guard let index = words.lastIndex(of: "UTC"), index >= 2 else { return nil }
                return "\(words[index - 2])T\(words[index - 1])Z"
            }
            let ours = schedule.next(250, after: Calendars.moment("2026-08-01T00:00:00Z")).map { $0.sends.iso }
            #expect(theirs == ours, "\(zone) \(days) \(time)")
        }
    }
}
