import Configuration
import Content
import Pipeline
import Roster
import Store

/// What was understood of the rows of a table that a teacher has written verbs into.
struct ReviewPlan {
    private let open: SchoolAndStore
    private let actor: Actor
    /// What is done with articles.
    private(set) var orders: [ListRepair.Order] = []
    /// Whose lists are held back, by class.
    private(set) var hold: [String: Set<LearnerID>] = [:]
    /// Whose lists are approved, by class.
    private(set) var approve: [String: Set<LearnerID>] = [:]
    /// What cannot be done.
    var faults: [ReviewTableFault]

    /// Nothing yet.
    init(_ open: SchoolAndStore, by actor: Actor, faults: [ReviewTableFault]) {
        (self.open, self.actor, self.faults) = (open, actor, faults)
    }

    /// Takes in a row, or why it cannot be done.
    mutating func take(_ row: ReviewRow, _ lists: OpenLists) throws {
        if let fault = try fault(taking: row, lists) { faults.append(.row(line: row.line, fault)) }
    }

    /// Takes in a row; gives why it cannot be done.
    private mutating func fault(taking row: ReviewRow, _ lists: OpenLists) throws -> ReviewRowFault? {
        guard let verb = row.verb else { return nil }
        guard let open = lists.all.first(where: { $0.learner.id == row.learner }) else {
            return .noList(row.learner, lists.edition)
        }
        let learner = Verbatim(open.learner.name)
        guard !open.isOut else { return .isSent(of: learner) }
        let name = row.schoolClass
        guard name.isEmpty ? open.learner.homeClass == nil : open.terms.mayHold(name) else {
            return .isNotInClass(learner, schoolClass: Verbatim(name))
        }
        switch verb {
        case .hold, .approve: return decide(verb == .hold, row, open)
        case .veto, .vetoClass, .pin, .swap: return try order(verb, row, open)
        }
    }

    /// Takes in that a list is held back or approved.
    private mutating func decide(_ isHold: Bool, _ row: ReviewRow, _ open: OpenLists.Open) -> ReviewRowFault? {
        let name = row.schoolClass
        guard !name.isEmpty else { return .nobodyHolds }
        guard isHold || open.list.state == .ready || open.terms.mayRelease(name) else {
            return .isApproved(by: open.terms.home.map { Verbatim($0) }, notBy: Verbatim(name))
        }
        guard isHold || open.list.state != .held else { return .isHeld }
        let other = isHold ? approve[name] : hold[name]
        guard other?.contains(row.learner) != true else { return .oppositeOfList(of: Verbatim(open.learner.name)) }
        if isHold {
            hold[name, default: []].insert(row.learner)
        } else {
            approve[name, default: []].insert(row.learner)
        }
        return nil
    }

    /// Takes in what is done with an article.
    private mutating func order(
        _ verb: ReviewRow.Verb, _ row: ReviewRow, _ list: OpenLists.Open
    ) throws -> ReviewRowFault? {
        guard let item = try open.store.items.item(named: row.code.rawValue) else {
            return .noArticle(Verbatim(String(row.code.rawValue.prefix(40))))
        }
        let learner = Verbatim(list.learner.name)
        guard verb == .pin || list.list.entries.contains(where: { $0.item == item.id }) else {
            return .isNotInList(ArticleName(item), of: learner)
        }
        guard verb != .vetoClass || !row.schoolClass.isEmpty else { return .isInNoClass(learner) }
        let audience: RuleAudience =
            verb == .vetoClass ? .schoolClass(row.schoolClass) : .learner(row.learner.rawValue)
        let said = try RuleBook(school: open.school, store: open.store).said(for: audience, by: actor)
        let order = ListRepair.Order(
            verb: verb == .pin ? .pin : verb == .swap ? .swap : .veto, item: item, said: said)
        if orders.contains(where: { $0.contradicts(order) }) { return .oppositeOfArticle(ArticleName(item)) }
        // Said in the row of each who has it, it is said once.
        if !orders.contains(where: { $0.isSame(as: order) }) { orders.append(order) }
        return nil
    }
}
