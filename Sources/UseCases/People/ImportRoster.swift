import Configuration
import Content
import Foundation
import Pipeline
import Roster
import Safeguarding
import Store

/// Imports people: `learners.csv` and `classes.csv`, another program's export, OneRoster. What changed is appended.
public struct ImportRoster: UseCase {
    private let hearing: Hearing
    /// Whose lexicons tell what a topic means; nil: nobody's.
    private let school: School?
    private var store: Store { hearing.store }

    /// Into a school's store.
    package init(_ open: SchoolAndStore) {
        self.init(Hearing(school: open.school, store: open.store), school: open.school)
    }

    /// An import that listens so.
    init(_ hearing: Hearing, school: School? = nil) {
        self.hearing = hearing
        self.school = school
    }

    /// Which files, and how they are taken.
    public struct Request: Sendable {
        /// A file of classes.
        public enum Classes: Sendable {
            /// The school's own, where it has one.
            case own
            /// None.
            case none
            /// The one at a path.
            case file(String)
        }

        /// The path of the learners: our own table, an export, a folder or zip of OneRoster. Nil: the school's own file.
        public var learners: String?
        /// The path of the map by which an export is read.
        public var map: String?
        /// The classes.
        public var classes: Classes
        /// Whether the file is the whole roster: learners who are missing from it leave.
        public var full: Bool
        /// Whether it was confirmed that many of a school leave or change.
        public var confirmed: Bool
        /// Whether only what would change is told.
        public var dryRun: Bool
        /// Whether what could not be read makes the import count as done in parts alone.
        public var strict: Bool
        /// Whether each finding is told by itself, however many are alike.
        public var details: Bool

        /// Files by their paths.
        package init(
            learners: String? = nil, map: String? = nil, classes: Classes = .own, full: Bool = false,
            confirmed: Bool = false,
            dryRun: Bool = false, strict: Bool = false, details: Bool = false
        ) {
            self.details = details
            self.learners = learners
            self.map = map
            self.classes = classes
            self.full = full
            self.confirmed = confirmed
            self.dryRun = dryRun
            self.strict = strict
        }
    }

    /// What an import came to, or would come to.
    public struct Outcome: Sendable {
        /// What changes.
        public var changes: RosterChanges
        /// What newly must never come, and what each keeps back; nothing where it is only told what would change.
        public var barred = BarredTopics()
        /// What was left out or repaired, each by itself.
        public var found: [Finding]
        /// Whether each is told by itself, however many are alike.
        public var tellsEach: Bool
        /// How many facts and classes were (or would be) appended.
        public var appended: Int
        /// Whether nothing was appended: it is only told what would change.
        public var isDryRun: Bool
        /// Whether what could not be read makes the import count as done in parts alone.
        public var isStrict: Bool
    }

    /// Reads the files and appends what changed. A file of classes that is not there is passed over, unless it was named.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        var newlyBarred: [BarredTopics.Said] = []
        let result = Result {
            try store.write { scope in try change(request, &newlyBarred, now: now, in: scope) }
        }
        // A file that is refused has been heard all the same.
        let told = request.dryRun ? [] : try hearing.notify(now: now)
        var outcome = try result.get()
        outcome.found += told
        if !request.dryRun, let school {
            outcome.found += try TopicResolving(school: school, store: store).catchUp(now: now)
            outcome.barred = try BarredTopics(newlyBarred, school: school, store: store)
        }
        return outcome
    }

    private func change(
        _ request: Request, _ newlyBarred: inout [BarredTopics.Said], now: Timestamp, in scope: borrowing WriteScope
    ) throws -> Outcome {
        let path = request.learners ?? school?.folder.resolve(Self.ownLearners) ?? Self.ownLearners
        let held = try hearing.held()
        let read = try RosterReading(school: school, store: store).read(
            path, map: request.map, full: request.full, now: now, isHeld: held.isHeld)
        let name = read.snapshot.name
        if !request.dryRun { try held.keep(read.held, of: name, origin: .roster, at: now, in: scope) }
        let known = try store.learners.facts()
        // What is added to a learner of whom a row is not understood counts when it is again.
        let plan = RosterPlan(read.snapshot, current: known.readable, now: now, confirmed: request.confirmed)
        newlyBarred = Self.newlyBarred(plan.facts, known: known.readable)
        let classes = try self.classes(request.classes, of: read.snapshot, plan)
        // What must never come and may not be shown stands in nothing that is told.
        let texts = read.held.map { $0.text }
        let findings = read.snapshot.findings + plan.findings + known.findings + (classes?.findings ?? [])
        let outcome = Outcome(
            changes: RosterChanges(plan, classes?.plan, tellsValues: request.dryRun) {
                hearing.screen.shown($0, leavingOut: texts)
            },
            found: findings.map { hearing.screen.shown($0, leavingOut: texts) }, tellsEach: request.details,
            appended: plan.facts.count + (classes?.plan.classes.count ?? 0), isDryRun: request.dryRun,
            isStrict: request.strict)
        if !request.dryRun {
            try store.learners.append(classes?.plan.classes ?? [], at: now, in: scope)
            try store.learners.append(plan.facts, in: scope)
            if let oneRoster = read.oneRoster {
                let waiting = plan.waiting
                let earlier = waiting.isEmpty ? [] : try store.rosterLinks.all()
                try store.rosterLinks.replace(with: oneRoster.links(keeping: waiting, from: earlier), in: scope)
            }
        }
        return outcome
    }

    /// What a file of classes changes, or what the roster itself says of its classes; nil where there is neither.
    private func classes(
        _ classes: Request.Classes, of snapshot: PeopleSnapshot, _ plan: RosterPlan
    ) throws -> (plan: ClassPlan, findings: [Finding])? {
        let named: String? =
            switch classes {
            case .own: snapshot.form == .table ? school?.classesFile : nil
            case .none: nil
            case .file(let path): path
            }
        if let path = named {
            let file = try ClassRow.read(try GivenFile.bytes(of: path), file: (path as NSString).lastPathComponent)
            return (ClassPlan(file: file, current: try store.learners.classes()), file.findings)
        }
        guard !snapshot.classes.isEmpty else { return nil }
        // A class all of whose learners wait, waits with them.
        let waiting = Set(plan.held.map(\.school))
        var moving: Set<String> = []
        for row in snapshot.learners where !waiting.contains(row.values[.school].flatMap { SchoolName($0) }) {
            moving.formUnion(Fact.list(row.values[.classes] ?? ""))
        }
        let isHeld = { (name: String) in !waiting.isEmpty && !moving.contains(name) }
        return (ClassPlan(snapshot, current: try store.learners.classes(), isHeld: isHeld), [])
    }

    /// Where a school has its learners.
    private static let ownLearners = "Config/learners.csv"

    /// What facts newly say must never come, with the languages of whom they are about.
    private static func newlyBarred(_ facts: [Fact], known: [LearnerID: [Fact]]) -> [BarredTopics.Said] {
        let languages = Dictionary(
            facts.filter { $0.kind == .language }.map { ($0.learner, $0.values) }, uniquingKeysWith: { $1 })
        return facts.filter { $0.kind == .avoid && !$0.value.isEmpty }.flatMap { fact in
            let before = known[fact.learner] ?? []
            let barred = Set(InterestProfile(facts: before).avoids.map { $0.phrase.lowercased() })
            let read = languages[fact.learner] ?? Learner(id: fact.learner, facts: before).languages
            return fact.values.filter { !barred.contains($0.lowercased()) }.map {
                BarredTopics.Said(phrase: $0, languages: read)
            }
        }
    }
}

extension School {
    /// The school's file of classes; nil where it has none.
    var classesFile: String? {
        let path = folder.resolve("Config/classes.csv")
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }
}
