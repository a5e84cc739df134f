import Content
import Foundation
import Scheduling
import SchoolYears
import Store
import TestSupport

/// `schedule-years FIRST COUNT`: lives through pretended school years and prints what came of them; exit status 1 if a promise
/// was broken in one.
@main
struct ScheduleYears {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
        guard arguments.count == 2 else {
            print("Usage: schedule-years FIRST-SEED COUNT")
            exit(2)
        }
        var totals: [String: Int] = [:]
        var broken = 0
        for seed in arguments[0]..<arguments[0] + arguments[1] {
            let report = try SchoolYear(seed: seed).run(MemoryLedger())
            for record in report.records { totals[record.state.rawValue, default: 0] += 1 }
            totals["ticks", default: 0] += report.ticks
            totals["kills", default: 0] += report.kills
            if !report.wrongs.isEmpty {
                broken += 1
                print("year \(seed): \(report.wrongs.prefix(5).joined(separator: "; "))")
            }
        }
        let words = totals.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        print("\(arguments[1]) years: \(words.joined(separator: ", ")); \(broken) with a broken promise")
        exit(broken == 0 ? 0 : 1)
    }
}
