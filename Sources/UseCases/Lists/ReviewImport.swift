import Configuration
import Content
import Files
import Pipeline
import Roster
import Store

/// Takes a table back that a teacher has written verbs into: all of it is done, or nothing.
public struct ReviewImport: Sendable {
    let school: School
    let store: Store

    /// An import into a school's store.
    public init(school: School, store: Store) {
        self.school = school
        self.store = store
    }

    /// The largest table that is read, in bytes.
    private static let largest = 50_000_000

    /// What was understood of the rows with a verb.
    private struct Plan {
        var orders: [ListRepair.Order] = []
        /// Whose lists are held back, or approved, by class.
        var hold: [String: Set<LearnerID>] = [:]
        var approve: [String: Set<LearnerID>] = [:]
        var errors: [Finding] = []
    }

    /// Does what a table says with the lists of an edition (the latest that is open, where none is named). Throws ``RequestError``
    /// with each line that cannot be done.
    /// `name`: the file as it was typed.
    public func run(
        file path: String, named name: String, edition: Edition?, by: String?, now: Timestamp
    ) throws -> ReviewDesk.Answer {
        let bytes: [UInt8]
        do throws(RegularFile.Problem) {
            bytes = try RegularFile.read(path, limit: Self.largest)
        } catch {
            throw RequestError("could not read \(name): \(error).")
        }
        let read = try ReviewRow.read(bytes, file: name)
        let rows = read.rows.filter { $0.verb != nil }
        let learners = Array(Set(rows.map { $0.learner })).sorted()
        let edition = try edition ?? OpenLists.latest(of: learners, school: school, store: store)
        var plan = Plan(errors: read.errors)
        if let edition {
            let lists = try OpenLists(of: edition, learners: learners, school: school, store: store)
            for row in rows { try take(row, lists, file: name, by: by, into: &plan) }
        } else {
            plan.errors += rows.map { Self.error($0, name, "no list of '\($0.learner)' is open any more.") }
        }
        guard plan.errors.isEmpty else { throw Self.refusal(plan.errors, name) }
        guard !rows.isEmpty else { throw RequestError("no line of \(name) has a verb, so there is nothing to do.") }
        var answer = try act(plan, edition: edition, by: by, now: now)
        answer.repair?.findings += read.findings
        return answer
    }

    private func take(
        _ row: ReviewRow, _ lists: OpenLists, file: String, by: String?, into plan: inout Plan
    ) throws {
        func refuse(_ problem: String) { plan.errors.append(Self.error(row, file, problem)) }
        guard let verb = row.verb else { return }
        guard let open = lists.all.first(where: { $0.learner.id == row.learner }) else {
            return refuse("'\(row.learner)' has no list of \(lists.edition).")
        }
        guard !open.isOut else {
            return refuse("the list of \(open.learner.name) is sent already and cannot be changed.")
        }
        let name = row.schoolClass
        guard name.isEmpty ? open.learner.homeClass == nil : open.terms.mayHold(name) else {
            return refuse("\(open.learner.name) is not in class '\(name)'.")
        }
        let desk = TeacherDesk(school: school, store: store)
        if verb == .hold || verb == .approve {
            guard !name.isEmpty else { return refuse("a list of a learner in no class is held by nobody.") }
            let isMine = verb == .hold || open.list.state == .ready || open.terms.mayRelease(name)
            guard isMine else { return refuse("class \(open.terms.home ?? "") approves it, not \(name).") }
            guard verb == .hold || open.list.state != .held else {
                return refuse("the list is held back; lift it first with 'gleaner review --lift'.")
            }
            let other = verb == .hold ? plan.approve[name] : plan.hold[name]
            guard other?.contains(row.learner) != true else {
                return refuse("another line says the opposite of the list of \(open.learner.name).")
            }
            if verb == .hold {
                plan.hold[name, default: []].insert(row.learner)
            } else {
                plan.approve[name, default: []].insert(row.learner)
            }
            return
        }
        guard let item = try store.items.item(named: row.code.rawValue) else {
            return refuse("there is no article '\(row.code.rawValue.prefix(40))'.")
        }
        let isThere = open.list.entries.contains { $0.item == item.id }
        guard isThere || verb == .pin else {
            return refuse("“\(item.title)” is not in the list of \(open.learner.name) any more.")
        }
        guard verb != .vetoClass || !name.isEmpty else { return refuse("\(open.learner.name) is in no class.") }
        let audience: TeacherDesk.Audience =
            verb == .vetoClass ? .schoolClass(name) : .learner(row.learner.rawValue)
        let said = try desk.saying(audience, by: by)
        let does: ListRepair.Verb = verb == .pin ? .pin : verb == .swap ? .swap : .veto
        let order = ListRepair.Order(verb: does, item: item, scope: said.scope, by: said.by, whom: said.whom)
        if plan.orders.contains(where: { $0.contradicts(order) }) {
            return refuse("another line says the opposite of “\(item.title)”.")
        }
        // Said in the row of each who has it, it is said once.
        if !plan.orders.contains(where: { $0.isSame(as: order) }) { plan.orders.append(order) }
    }

    private func act(_ plan: Plan, edition: Edition?, by: String?, now: Timestamp) throws -> ReviewDesk.Answer {
        var answer = ReviewDesk.Answer()
        var report = RepairReport(edition: edition)
        if !plan.orders.isEmpty {
            report = try ListRepair(school: school, store: store).run(plan.orders, edition: edition, now: now)
        }
        answer.repair = report
        let desk = TeacherDesk(school: school, store: store)
        for name in Set(plan.hold.keys).union(plan.approve.keys).sorted() {
            let (hold, approve) = (plan.hold[name] ?? [], plan.approve[name] ?? [])
            let review = try desk.decide(
                class: name, approve: approve, hold: hold.sorted().map { $0.rawValue }, by: by, now: now)
            answer.parts.append((review, ReviewSheet(schoolClass: name)))
        }
        return answer
    }

    private static func error(_ row: ReviewRow, _ file: String, _ problem: String) -> Finding {
        Finding(.error, at: .file(file, line: row.line, column: nil), problem)
    }

    private static func refusal(_ errors: [Finding], _ path: String) -> SetupError {
        let shown = errors.prefix(20).map { Finding(.error, at: $0.site, $0.problem, remedy: $0.remedy) }
        let more = errors.count > shown.count ? ", and \(errors.count - shown.count) more" : ""
        let end = Finding(.error, at: .file(path, line: nil, column: nil), "nothing was done\(more).")
        return SetupError(findings: shown + [end])
    }
}

extension ListRepair.Order {
    /// Whether it says the same for the same.
    func isSame(as other: Self) -> Bool { verb == other.verb && item.id == other.item.id && scope == other.scope }

    /// Whether one takes out what the other asks for.
    func contradicts(_ other: Self) -> Bool {
        item.id == other.item.id && scope == other.scope && (verb == .pin) != (other.verb == .pin)
    }
}
