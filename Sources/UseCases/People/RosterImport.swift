import Content
import Files
import Foundation
import Pipeline
import Reports
import Roster
import Safeguarding
import Store

/// Imports `learners.csv` and `classes.csv`: what changed is appended.
public struct RosterImport: Sendable {
    /// What an import came to, or would come to.
    public struct Report: Sendable {
        /// What changes, one line each, with a summary as the last line.
        public var lines: [String]
        /// The same in numbers, in a line or two.
        public var summary: [String]
        /// What was left out or repaired.
        public var findings: [Finding]
        /// How many facts and classes were (or would be) appended.
        public var appended: Int
        /// What it newly says must never come, with the languages of the learners.
        var newlyBarred: [(phrase: String, languages: [String])] = []
    }

    private let hearing: Hearing
    /// Whose lexicons tell what a topic means; nil: nobody's.
    private let school: School?
    private var store: Store { hearing.store }
    private var screen: WishScreen { hearing.screen }

    /// An import into a school's store.
    public init(school: School, store: Store) { self.init(Hearing(school: school, store: store), school: school) }

    /// An import that listens so.
    init(_ hearing: Hearing, school: School? = nil) {
        self.hearing = hearing
        self.school = school
    }

    /// Reads the files and appends what changed; with `dryRun` only tells it. A file of classes that is not there is
    /// passed over, unless it was named.
    public func run(
        learners: String, classes: String?, full: Bool, confirmed: Bool, dryRun: Bool, now: Timestamp
    ) throws -> Report {
        let result = Result {
            try store.write { scope in
                try change(
                    learners: learners, classes: classes, full: full, confirmed: confirmed, dryRun: dryRun, now: now,
                    in: scope)
            }
        }
        // A file that is refused has been heard all the same.
        let told = dryRun ? [] : try hearing.notify(now: now)
        var report = try result.get()
        report.findings += told
        if !dryRun, let school {
            report.findings += try TopicResolving(school: school, store: store).catchUp(now: now)
            let told = try TopicTold.lines(report.newlyBarred, school: school, store: store)
            report.lines += told
            report.summary += told
        }
        return report
    }

    private func change(
        learners: String, classes: String?, full: Bool, confirmed: Bool, dryRun: Bool, now: Timestamp,
        in scope: borrowing WriteScope
    ) throws -> Report {
        let name = (learners as NSString).lastPathComponent
        let held = try hearing.held()
        let read = try LearnerRow.read(
            try GivenFile.bytes(of: learners), file: name, isHeld: held.isHeld)
        let file = read.withoutSkills(SkillRule(school?.skills ?? []))
        if !dryRun { try held.keep(file.held, of: name, origin: .roster, at: now, in: scope) }
        let known = try store.learners.facts()
        // What is added to a learner of whom a row is not understood counts when it is again.
        let plan = try RosterPlan(
            file: file, current: known.readable, now: now, full: full, confirmed: confirmed || dryRun)
        var report = Report(
            lines: [], summary: [], findings: file.findings + plan.findings + known.findings,
            appended: plan.facts.count)
        report.newlyBarred = Self.newlyBarred(plan.facts, known: known.readable)
        var changedClasses: [SchoolClass] = []
        if let classes {
            let file = try ClassRow.read(
                try GivenFile.bytes(of: classes), file: (classes as NSString).lastPathComponent)
            let plan = ClassPlan(file: file, current: try store.learners.classes())
            report.findings += file.findings
            report.lines += plan.lines
            report.appended += plan.classes.count
            changedClasses = plan.classes
        }
        let classCount = RunText.count(changedClasses.count, "class", plural: "classes")
        report.summary = (changedClasses.isEmpty ? [] : ["\(classCount) new or changed"]) + [plan.summary]
        report.lines += plan.lines
        // What must never come and may not be shown stands in no line of the plan.
        let texts = file.held.map { $0.text }
        report.lines = report.lines.map { screen.shown($0, leavingOut: texts) }
        report.findings = report.findings.map { screen.shown($0, leavingOut: texts) }
        if !dryRun {
            try store.learners.append(changedClasses, at: now, in: scope)
            try store.learners.append(plan.facts, in: scope)
        }
        return report
    }

    /// What facts newly say must never come, with the languages of whom they are about.
    private static func newlyBarred(
        _ facts: [Fact], known: [LearnerID: [Fact]]
    ) -> [(phrase: String, languages: [String])] {
        let languages = Dictionary(
            facts.filter { $0.kind == .language }.map { ($0.learner, $0.values) }, uniquingKeysWith: { $1 })
        return facts.filter { $0.kind == .avoid && !$0.value.isEmpty }.flatMap { fact in
            let before = known[fact.learner] ?? []
            let barred = Set(InterestProfile(facts: before).avoids.map { $0.phrase.lowercased() })
            let read = languages[fact.learner] ?? Learner(id: fact.learner, facts: before).languages
            return fact.values.filter { !barred.contains($0.lowercased()) }.map { ($0, read) }
        }
    }
}
