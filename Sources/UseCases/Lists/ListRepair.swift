import Configuration
import Content
import Pipeline
import Store

/// Repairs the lists of an edition before they go out: what a teacher takes out, asks for or exchanges is done at once, and the best of
/// the rest takes the place.
struct ListRepair {
    let school: School
    let store: Store

    /// What a teacher does with an article.
    enum Verb: String, CaseIterable, Sendable {
        case veto, pin, swap

        var kind: TeacherRule.Kind {
            switch self {
            case .veto: .veto
            case .pin: .pin
            case .swap: .swap
            }
        }
    }

    /// One thing to do.
    struct Order {
        let verb: Verb
        let item: ContentItem
        let scope: TeacherRule.Scope
        /// Who says it, as it is printed.
        let by: String
        /// Whom it is for, for people: `class 5A`.
        let whom: String
    }

    /// Does all that is ordered with the lists of an edition, or nothing of it. `edition` nil: no list is open, so that what stands from
    /// now on is all that there is to do.
    func run(_ orders: [Order], edition: Edition?, now: Timestamp) throws -> RepairReport {
        guard let lock = try RunLock.take(in: school.folder.data, now: now) else {
            throw RequestError("another run is at work; do it again when it is done. Nothing was changed.")
        }
        var report = RepairReport(edition: edition)
        let rules = orders.map { order in
            TeacherRule(
                kind: order.verb.kind, scope: order.scope, target: .item(order.item.id), by: order.by, at: now,
                edition: order.verb == .swap ? edition : nil)
        }
        var lists: OpenLists?
        var concerned: Set<LearnerID> = []
        if let edition {
            let read = try OpenLists(
                of: edition, learners: try orders.flatMap { try $0.scope.members(in: store) }, school: school,
                store: store)
            report.findings += read.findings
            let unread = try store.learners.rules().unread
            for order in orders { concerned.formUnion(try concerns(order, in: read, unread, &report)) }
            lists = read
        } else if let order = orders.first(where: { $0.verb == .swap }) {
            throw RequestError(Self.nothingOpen(order))
        }
        let changed = try store.write { scope in try append(rules, in: scope) }
        report.done = zip(orders, changed).map {
            RepairReport.Done(verb: $0.verb, code: $0.item.code, title: $0.item.title, whom: $0.whom, isNew: $1)
        }
        for order in orders where order.verb == .pin {
            let told = try PinnedMinutes(school: school, store: store).line(of: order.item, for: order.scope, now: now)
            if let told { report.findings.append(Finding(.note, at: order.whom, told)) }
        }
        if let edition, let lists {
            let old = lists.open.filter { concerned.contains($0.learner.id) }
            let asking = orders.filter { $0.verb == .pin }.map { $0.item.id }
            let outcome = try ListRemaking(school: school, store: store).remake(
                old, of: edition, asking: asking, now: now)
            report.findings += outcome.findings
            try report.tell(old, outcome.lists, store: store)
            report.findings += Previewing(school: school, store: store).renew(old.map { $0.learner }, of: edition)
        }
        _ = consume lock
        return report
    }

    /// Whose lists an order changes. Throws where all that it could change are out already.
    private func concerns(
        _ order: Order, in lists: OpenLists, _ unread: [TeacherRules.Unread], _ report: inout RepairReport
    ) throws -> [LearnerID] {
        let own = lists.all.filter { $0.isMeant(by: order.scope) }
        let holding = own.filter { open in open.list.entries.contains { $0.item == order.item.id } }
        let meant = order.verb == .pin ? own : holding
        let out = meant.filter { $0.isOut }
        let open = meant.filter { open in !open.isOut && !unread.contains { $0.mayHold(for: open.learner) } }
        guard open.isEmpty else {
            if !out.isEmpty {
                let names = out.map { $0.learner.name }.joined(separator: ", ")
                let told = Finding(
                    .warning, at: .edition(lists.edition),
                    "the list of \(names) is out already and cannot be changed any more.")
                if !report.findings.contains(told) { report.findings.append(told) }
            }
            return open.map { $0.learner.id }
        }
        if !out.isEmpty {
            let command =
                order.verb == .swap ? "" : " For lists to come: 'gleaner \(order.verb.rawValue) \(order.item.code)'."
            throw RequestError(
                "the lists of \(lists.edition) for \(order.whom) are sent already and cannot be changed.\(command) "
                    + "Nothing was changed.")
        }
        if order.verb == .swap { throw RequestError(Self.nothingOpen(order, in: lists.edition)) }
        return []
    }

    private static func nothingOpen(_ order: Order, in edition: Edition? = nil) -> String {
        let which = edition.map { " of \($0)" } ?? ""
        return
            "no list\(which) for \(order.whom) that has not gone out holds “\(order.item.title)” (\(order.item.code)). "
            + "'gleaner review' shows what they hold. Nothing was changed."
    }

    /// Appends rules, all or none, but for those that the last word about the same says already; gives which are new.
    private func append(_ rules: [TeacherRule], in scope: borrowing WriteScope) throws -> [Bool] {
        let isNew = try rules.map { rule in
            let last = try store.learners.lastRule(like: rule)
            return last.map { !$0.saysTheSame(as: rule) } ?? true
        }
        try store.learners.append(zip(rules, isNew).filter { $0.1 }.map { $0.0 }, in: scope)
        return isNew
    }
}

extension OpenLists.Open {
    /// Whether what is said for a class or a learner holds for this list.
    func isMeant(by scope: TeacherRule.Scope) -> Bool {
        switch scope {
        case .schoolClass(let name): terms.counting.contains(name)
        case .learner(let id): learner.id == id
        }
    }
}

extension TeacherRule {
    /// Whether it says the same of the same as another, whenever it was said.
    func saysTheSame(as other: TeacherRule) -> Bool {
        kind == other.kind && scope == other.scope && target == other.target && by == other.by
            && assigned == other.assigned && readDigest == other.readDigest && until == other.until
            && edition == other.edition && exact == other.exact
    }
}
