import Configuration
import Content
import Files
import Foundation
import Ingestion
import Output
import Pipeline
import Roster
import ScorerKit
import Store

/// Looks a working folder over without changing anything: configuration, templates, scorers, feed list, roster.
public struct CheckFolder: UseCase {
    private let folder: WorkingFolder
    private let scorerTypes: [any Scorer.Type]

    /// Of a folder.
    package init(_ folder: WorkingFolder, scorerTypes: [any Scorer.Type]) {
        self.folder = folder
        self.scorerTypes = scorerTypes
    }

    /// All of it.
    public struct Request: Sendable {
        /// As it is now.
        package init() {}
    }

    /// What was found.
    public struct Outcome: Sendable {
        /// What is in order.
        public internal(set) var parts: [Part] = []
        /// What a person should know.
        public internal(set) var notes: [Note] = []

        /// Whether the folder can be used.
        public var isUsable: Bool {
            notes.allSatisfy {
                switch $0 {
                case .finding(let finding): finding.severity != .error
                case .secretsUnusable, .storeUnusable, .unreadableRoster: false
                case .shippedWords, .unreviewedFeeds, .noRoster, .noLawfulBasis: true
                }
            }
        }
    }

    /// A part that is in order.
    public enum Part: Hashable, Sendable {
        /// The configuration by its name, with so many scorers.
        case configuration(Verbatim, scorers: Int)
        /// A feed list of so many feeds.
        case feedList(feeds: Int)
        /// The store by its name.
        case store(Verbatim)
        /// A table of the roster by its name below `Config`, with so many rows.
        case roster(Verbatim, rows: Int)
    }

    /// What a person should know.
    public enum Note: Sendable {
        /// What the parts found of themselves.
        case finding(Finding)
        /// The secrets of closed feeds cannot be used; why, in the words of what reads them.
        case secretsUnusable(file: Verbatim, Verbatim)
        /// A file of words or reasons lacks some, by their names, which are taken from the file that ships.
        case shippedWords(file: Verbatim, [Verbatim])
        /// So many feeds have no audience; below which grade nothing of them comes by itself.
        case unreviewedFeeds(Int, belowGrade: Int)
        /// The configuration names no lawful basis.
        case noLawfulBasis
        /// The store cannot be used.
        case storeUnusable(file: Verbatim, any Error)
        /// A table of the roster is not there.
        case noRoster(Verbatim)
        /// A table of the roster cannot be read.
        case unreadableRoster(Verbatim, RegularFile.Problem)
    }

    /// Looks.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        var outcome = Outcome()
        let hasOneClick = configuration(&outcome)
        var hasPeople = false
        do {
            // An older version's is brought up to date by the first command that writes.
            let store = try folder.readStore()
            if let store {
                try schools(of: store, &outcome)
                hasPeople = try !store.learners.ids().isEmpty
            }
            if hasOneClick { try SchoolSecret.check(folder.data, store: store) }
            if FileManager.default.fileExists(atPath: folder.store) {
                outcome.parts.append(.store(Verbatim(folder.name(of: folder.store))))
            }
        } catch let error as SetupError {
            outcome.notes += error.findings.map { .finding($0) }
        } catch {
            outcome.notes.append(.storeUnusable(file: Verbatim(folder.name(of: folder.store)), error))
        }
        let region = (try? GleanerConfiguration(of: folder))?.school.region
        roster("learners.csv", isNeeded: !hasPeople, &outcome) { (bytes, name) throws(RosterError) in
            try LearnerRow.read(bytes, file: name, region: region)
        }
        roster("classes.csv", isNeeded: !hasPeople, &outcome) { (bytes, name) throws(RosterError) in
            try ClassRow.read(bytes, file: name)
        }
        return outcome
    }

    /// Opens the folder; gives whether its mails carry one-click addresses.
    private func configuration(_ outcome: inout Outcome) -> Bool {
        do throws(SetupError) {
            let school = try School(folder: folder, scorerTypes: scorerTypes)
            outcome.notes += school.allFindings.map { .finding($0) }
            outcome.parts.append(
                .configuration(Verbatim(folder.name(of: folder.configuration)), scorers: school.scorers.count))
            outcome.notes += school.renderers.borrowed.map {
                .shippedWords(file: Verbatim(folder.name(of: $0.file)), $0.keys.map { Verbatim($0) })
            }
            if school.lawfulBasis == nil { outcome.notes.append(.noLawfulBasis) }
            feeds(of: school, &outcome)
            return school.configuration.needsSecret
        } catch {
            outcome.notes += error.findings.map { .finding($0) }
            return false
        }
    }

    /// Who is of no school that the configuration of a district names, and which classes are of several.
    private func schools(of store: Store, _ outcome: inout Outcome) throws {
        guard let configuration = try? GleanerConfiguration(of: folder), configuration.isDistrict else { return }
        let names = configuration.schoolNames
        let others = try store.learners.countsOfSchools().filter { name, _ in name.map { !names.contains($0) } ?? true }
        if !others.isEmpty { outcome.notes.append(.finding(.learnersOfOtherSchools(others, known: names))) }
        for (name, schools) in try store.learners.classesOfSeveralSchools().sorted(by: { $0.key < $1.key }) {
            outcome.notes.append(.finding(.classOfSchools(name, schools)))
        }
    }

    private func feeds(of school: School, _ outcome: inout Outcome) {
        let plan = FeedPlan(sources: school.configuration.allFeeds, folder: folder, fetcher: school.fetcher)
        if let problem = school.feedSecrets.problem {
            outcome.notes.append(.secretsUnusable(file: Verbatim(FeedSecrets.file), Verbatim(problem)))
        }
        outcome.notes += plan.findings.map { .finding($0) }
        if plan.isComplete { outcome.parts.append(.feedList(feeds: plan.entries.count)) }
        let unreviewed = plan.entries.filter { $0.feed.audience == nil }.count
        if unreviewed > 0 {
            outcome.notes.append(.unreviewedFeeds(unreviewed, belowGrade: Feed.reviewedFromGrade))
        }
    }

    /// Reads a table of the school's own. It is not needed where people came another way.
    private func roster<Row>(
        _ name: String, isNeeded: Bool, _ outcome: inout Outcome,
        _ read: ([UInt8], String) throws(RosterError) -> RosterFile<Row>
    ) {
        let bytes: [UInt8]
        do throws(RegularFile.Problem) {
            bytes = try RegularFile.read(folder.resolve("Config/" + name), limit: GivenFile.largest)
        } catch {
            if error != .missing {
                outcome.notes.append(.unreadableRoster(Verbatim(name), error))
            } else if isNeeded {
                outcome.notes.append(.noRoster(Verbatim(name)))
            }
            return
        }
        do throws(RosterError) {
            let file = try read(bytes, name)
            outcome.notes += file.findings.map { .finding($0) }
            outcome.parts.append(.roster(Verbatim(name), rows: file.rows.count))
        } catch {
            outcome.notes.append(.finding(error.finding))
        }
    }
}
