import Configuration
import Content
import Pipeline
import Store

/// Repairs the lists of an edition before they go out: what a teacher takes out, asks for or exchanges is done at once, and the best of
/// the rest takes the place.
struct ListRepair {
    let school: School
    let store: Store
    let looked: LookedThrough

    /// In a school.
    init(_ open: SchoolAndStore) { (school, store, looked) = (open.school, open.store, open.looked) }

    /// One thing to do.
    struct Order {
        let verb: RepairVerb
        let item: ContentItem
        /// For whom, and who says it.
        let said: RuleBook.Said
    }

    /// Does all that is ordered with the lists of an edition, or nothing of it. `edition` nil: no list is open, so that what stands from
    /// now on is all that there is to do. `check` refuses what was asked for on other lists than these.
    func run(
        _ orders: [Order], edition: Edition?, check: (@Sendable (borrowing WriteScope) throws -> Void)? = nil,
        now: Timestamp
    ) throws -> RepairReport {
        guard let lock = try RunLock.take(in: school.folder.data, now: now) else {
            throw ListRefusal.anotherRunIsAtWork
        }
        var report = RepairReport(edition: edition)
        let rules = orders.map { order in
            TeacherRule(
                kind: order.verb.kind, scope: order.said.scope, target: .item(order.item.id), by: order.said.by,
                at: now, edition: order.verb == .swap ? edition : nil)
        }
        var lists: OpenLists?
        var concerned: Set<LearnerID> = []
        if let edition {
            let read = try OpenLists(
                of: edition, learners: try orders.flatMap { try $0.said.scope.readers(in: store) }, school: school,
                store: store)
            report.notes += read.findings.map { .finding($0) }
            let unread = try store.learners.rules().unread
            for order in orders { concerned.formUnion(try concerns(order, in: read, unread, &report)) }
            lists = read
        } else if let order = orders.first(where: { $0.verb == .swap }) {
            throw Self.nothingOpen(order)
        }
        let changed = try store.write { scope in
            try check?(scope)
            return try append(rules, now: now, in: scope)
        }
        report.done = zip(orders, changed).map {
            RepairReport.Done(
                verb: $0.verb, article: ArticleName($0.item), whom: $0.said.whom, isNew: $1.isNew,
                replaces: $1.replaces)
        }
        for order in orders where order.verb == .pin {
            let tooLong = try PinnedMinutes(school: school, store: store).tooLong(
                with: order.item, for: order.said.scope, now: now)
            if let tooLong { report.notes.append(.pinsTooLong(tooLong, for: order.said.whom)) }
        }
        if let edition, let lists {
            let old = lists.open.filter { concerned.contains($0.learner.id) }
            let asking = orders.filter { $0.verb == .pin }.map { $0.item.id }
            let outcome = try ListRemaking(school: school, store: store, looked: looked).remake(
                old, of: edition, asking: asking, now: now)
            report.notes += outcome.findings.map { .finding($0) }
            try report.tell(old, outcome.lists, store: store)
            report.notes += PreviewFiles(school: school, store: store).renew(old.map { $0.learner.id }, of: edition)
        }
        _ = consume lock
        return report
    }

    /// Whose lists an order changes. Throws where all that it could change are out already.
    private func concerns(
        _ order: Order, in lists: OpenLists, _ unread: [TeacherRules.Unread], _ report: inout RepairReport
    ) throws -> [LearnerID] {
        let own = lists.all.filter { $0.isMeant(by: order.said.scope) }
        let holding = own.filter { open in open.list.entries.contains { $0.item == order.item.id } }
        let meant = order.verb == .pin ? own : holding
        let out = meant.filter { $0.isOut }
        let open = meant.filter { open in !open.isOut && !unread.contains { $0.mayHold(for: open.learner) } }
        guard open.isEmpty else {
            if !out.isEmpty {
                report.notes.append(.isOut(lists.edition, of: out.map { Verbatim($0.learner.name) }))
            }
            return open.map { $0.learner.id }
        }
        if !out.isEmpty {
            throw ListRefusal.isSent(lists.edition, for: order.said.whom, order.verb, order.item.code)
        }
        if order.verb == .swap { throw Self.nothingOpen(order, in: lists.edition) }
        return []
    }

    private static func nothingOpen(_ order: Order, in edition: Edition? = nil) -> ListRefusal {
        .nothingOpen(ArticleName(order.item), of: edition, for: order.said.whom)
    }

    /// Appends rules, all or none, but for those that the last word about the same says already; gives which are new, and which
    /// take the place of another.
    private func append(
        _ rules: [TeacherRule], now: Timestamp, in scope: borrowing WriteScope
    ) throws -> [(isNew: Bool, replaces: Bool)] {
        let book = RuleBook(school: school, store: store)
        let changed = try rules.map { rule in
            let last = try store.learners.lastRule(like: rule)
            return (isNew: last.map { !$0.saysTheSame(as: rule) } ?? true, replaces: try book.replaces(rule, now: now))
        }
        try store.learners.append(zip(rules, changed).filter { $0.1.isNew }.map { $0.0 }, in: scope)
        return changed
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

extension ListRepair.Order {
    /// Whether it says the same for the same.
    func isSame(as other: Self) -> Bool {
        verb == other.verb && item.id == other.item.id && said.scope == other.said.scope
    }

    /// Whether one takes out what the other asks for.
    func contradicts(_ other: Self) -> Bool {
        item.id == other.item.id && said.scope == other.said.scope && (verb == .pin) != (other.verb == .pin)
    }
}

extension RepairVerb {
    /// The rule that it is.
    fileprivate var kind: TeacherRule.Kind {
        switch self {
        case .veto: .veto
        case .pin: .pin
        case .swap: .swap
        }
    }
}
