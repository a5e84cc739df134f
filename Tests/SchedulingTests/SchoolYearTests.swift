import Content
import Foundation
import Scheduling
import SchoolYears
import Store
import Testing
import TestSupport

/// A hundred pretended school years, and what must hold after each.
@Suite struct SchoolYearTests {
    @Test(arguments: 0..<100) func everyEditionIsDoneOnceOrToldWhyNot(_ seed: Int) throws {
        let report = try SchoolYear(seed: UInt64(seed)).run(MemoryLedger())
        #expect(report.wrongs.isEmpty, "\(report.wrongs.prefix(5))")
        #expect(report.count(.done) > 100)
        #expect(report.kills > 0)
    }

    @Test func aYearWithEveryTickIsTheSame() throws {
        let quick = try SchoolYear(seed: 3).run(MemoryLedger())
        let whole = try SchoolYear(seed: 3).run(MemoryLedger(), skippingIdle: false)
        #expect(quick.records == whole.records)
        #expect(whole.ticks > 40_000)
        #expect(quick.ticks < 6_000)
    }

    @Test func aYearInTheStoreIsTheSameAsInMemory() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gleaner-year-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try Store(path: folder.appendingPathComponent("gleaner.sqlite").path)
        let stored = try SchoolYear(seed: 7).run(StoredLedger(store))
        let memory = try SchoolYear(seed: 7).run(MemoryLedger())
        #expect(stored.wrongs.isEmpty, "\(stored.wrongs.prefix(5))")
        #expect(stored.records == memory.records)
        #expect(stored.ticks == memory.ticks)
    }
}
