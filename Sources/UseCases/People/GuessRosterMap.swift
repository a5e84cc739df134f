import Configuration
import Content
import Foundation
import Pipeline
import Roster

/// Writes a map for another program's export, guessed from its headings and first rows, for a person to look through.
public struct GuessRosterMap: UseCase {
    private let school: School

    /// In a school.
    package init(_ school: School) { self.school = school }

    /// Of which export.
    public struct Request: Sendable {
        /// The path of the export.
        public var export: String
        /// The path of the map that is written; nil: the school's own, `Config/roster-map.yaml`.
        public var map: String?
        /// Whether nothing is written: it is only shown.
        public var dryRun: Bool

        /// A guess at an export.
        package init(export: String, map: String? = nil, dryRun: Bool = false) {
            self.export = export
            self.map = map
            self.dryRun = dryRun
        }
    }

    /// What was guessed.
    public struct Outcome: Sendable {
        /// The path of the map; nil: nothing was written.
        public var written: Verbatim?
        /// The path of the export.
        public var export: Verbatim
        /// The map as a file.
        public var map: Verbatim
        /// The first learners as they would be read; empty where the map says too little.
        public var learners: [Learner]
        /// Whether the map says enough to read a learner.
        public var isEnough: Bool
        /// The columns that are not read.
        public var notRead: [Verbatim]
        /// The columns that look like a consent: a person must say of what.
        public var consents: [Verbatim]
        /// The cells that have no meaning yet, by what they should mean.
        public var unexplained: [(meaning: RosterMap.Meaning, cells: [Verbatim])]
        /// What could not be read of the first rows.
        public var findings: [Finding]
    }

    /// Guesses, and writes the map where there is none yet.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let given = try RosterFiles(path: request.export)
        let source = RosterSource(given.files)
        let file: RosterSourceFile
        switch source.kind {
        case .own: throw RosterRefusal.needsNoMap(Verbatim(request.export))
        case .oneRoster: throw RosterRefusal.needsNoMap(Verbatim(request.export))
        case .several:
            throw RosterRefusal.severalTables(Verbatim(request.export), source.files.map { Verbatim($0.path) })
        case .nothing: throw RosterRefusal.noTable(Verbatim(request.export))
        case .export: file = source.files[0]
        }
        let guess = try RosterMapGuess(
            file, today: school.localDate(at: now), region: school.configuration.school.region)
        let path = request.map ?? school.folder.resolve(Self.ownMap)
        if !request.dryRun {
            if FileManager.default.fileExists(atPath: path) { throw RosterRefusal.mapIsThere(Verbatim(path)) }
            try GivenFile.write(Array(guess.yaml.utf8), to: path)
        }
        let facts = guess.sample.map { RosterPlan($0, current: [:], now: now).facts } ?? []
        let learners = Dictionary(grouping: facts, by: \.learner).map { Learner(id: $0.key, facts: $0.value) }
        return Outcome(
            written: request.dryRun ? nil : Verbatim(path), export: Verbatim(request.export),
            map: Verbatim(guess.yaml), learners: learners.sorted { $0.id < $1.id }, isEnough: guess.sample != nil,
            notRead: guess.notRead.map { Verbatim($0) }, consents: guess.consents.map { Verbatim($0) },
            unexplained: RosterMap.Meaning.allCases.compactMap { meaning in
                guess.unexplained[meaning].map { (meaning, $0.map { Verbatim($0) }) }
            }, findings: guess.sample?.findings ?? [])
    }

    /// Where a school has its map.
    private static let ownMap = "Config/roster-map.yaml"
}
