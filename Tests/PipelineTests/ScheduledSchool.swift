import Configuration
import Content
import Foundation
import Phrases
import Pipeline
import Scheduling
import ShippedScorers
import Store
import UseCases

/// A generated school with schedules.
struct ScheduledSchool {
    let generated: GeneratedSchool

    /// Makes the folder; `schedules` are lines below that key, `more` whole sections.
    init(_ schedules: String, more: String = "", learners: Int = 9, seed: UInt64) throws {
        generated = try GeneratedSchool(feeds: 3, learners: learners, seed: seed)
        let path = generated.root.appendingPathComponent("Config/gleaner.yaml")
        let text = try String(contentsOf: path, encoding: .utf8)
        try generated.write("\(text)\nschedules:\n  \(schedules)\n\(more)\n", to: "Config/gleaner.yaml")
    }

    func remove() { generated.remove() }

    /// The program in this folder.
    var program: Program { Program(folder: generated.root) }

    /// Reads the roster.
    func importRoster(now: String) throws { try program.run("learners", "import", "--now", now) }

    func calendar() throws -> SchoolCalendar { try SchoolCalendar(folder: WorkingFolder(root: generated.root.path)) }

    func store() throws -> Store { try Store(path: WorkingFolder(root: generated.root.path).store) }

    /// One tick.
    @discardableResult
    func tick(_ now: String) throws -> DueRun.Outcome {
        try DueRun(calendar: try calendar(), scorerTypes: Shipped.scorers, words: RunPhrases()).run(
            now: Timestamp(iso: now) ?? Timestamp(seconds: 0))
    }

    /// What the ledger says of an edition.
    func record(_ edition: String) throws -> EditionRecord? {
        try Edition(edition).flatMap { try store().schedules.edition($0) }
    }

    /// The names of the mails of all editions, in their order.
    var mails: [String] {
        generated.files(below: "Outbox").keys.filter { $0.hasSuffix(".eml") && !$0.contains("operator-") }.sorted()
    }
}

extension ScheduledSchool {
    /// What everybody was given, and in which edition.
    func given() throws -> [LearnerID: [ItemID: Edition]] {
        let store = try store()
        return try store.lists.given(to: store.learners.ids()).mapValues { $0.items }
    }
}
