import Content
import Files
import Pipeline
import Roster

/// Takes a table back that a teacher has written verbs into: all of it is done, or nothing.
public struct ImportReviewTable: UseCase {
    private let open: SchoolAndStore

    /// In a school.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// The largest table that is read, in bytes.
    private static let largest = 50_000_000

    /// Which table.
    public struct Request: Sendable {
        /// Its path.
        public var path: String
        /// Its name as it was typed.
        public var name: String
        /// The edition whose lists it is about; nil: the latest that is open.
        public var edition: Edition?

        /// A table, and the edition.
        package init(path: String, named name: String, edition: Edition? = nil) {
            (self.path, self.name, self.edition) = (path, name, edition)
        }
    }

    /// What was done.
    public typealias Outcome = ReviewLists.Outcome

    /// Does what the table says. Throws with each line that cannot be done.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> ReviewLists.Outcome {
        let name = Verbatim(request.name)
        let bytes: [UInt8]
        do throws(RegularFile.Problem) {
            bytes = try RegularFile.read(request.path, limit: Self.largest)
        } catch {
            throw ListRefusal.tableUnreadable(name, error)
        }
        let read = try ReviewRow.read(bytes, file: request.name)
        let rows = read.rows.filter { $0.verb != nil }
        let learners = Array(Set(rows.map { $0.learner })).sorted()
        let edition = try request.edition ?? OpenLists.latest(of: learners, school: open.school, store: open.store)
        var plan = ReviewPlan(open, by: actor, faults: read.errors.map { .unreadable($0) })
        if let edition {
            let lists = try OpenLists(of: edition, learners: learners, school: open.school, store: open.store)
            for row in rows { try plan.take(row, lists) }
        } else {
            plan.faults += rows.map { .row(line: $0.line, .nothingOpen($0.learner)) }
        }
        guard plan.faults.isEmpty else { throw ListRefusal.tableFaults(name, plan.faults) }
        guard !rows.isEmpty else { throw ListRefusal.tableSaysNothing(name) }
        var outcome = try act(plan, edition: edition, by: actor, now: now)
        outcome.repair?.notes += read.findings.map { .finding($0) }
        return outcome
    }

    private func act(
        _ plan: ReviewPlan, edition: Edition?, by actor: Actor, now: Timestamp
    ) throws -> ReviewLists.Outcome {
        var outcome = ReviewLists.Outcome(open.school)
        var report = RepairReport(edition: edition)
        if !plan.orders.isEmpty {
            report = try ListRepair(open).run(
                plan.orders, edition: edition, now: now)
        }
        outcome.repair = report
        for name in Set(plan.hold.keys).union(plan.approve.keys).sorted() {
            let review = try ReviewClass(open).decide(
                class: name, approve: plan.approve[name] ?? [], hold: plan.hold[name] ?? [], by: actor, now: now)
            outcome.parts.append(.init(review: review, sheet: ReviewSheet(schoolClass: Verbatim(name))))
        }
        return outcome
    }
}
