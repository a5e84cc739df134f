import Configuration
import Content
import Pipeline
import Store

/// Takes down what teachers say of articles and topics: pins, vetoes, approvals.
struct RuleBook {
    let school: School
    let store: Store

    /// For whom a teacher says something, and who it is that says it, as it is printed.
    struct Said {
        let scope: TeacherRule.Scope
        let whom: Whom
        let by: String
    }

    /// For whom something is said, and by whom: by the class's or the learner's teacher where nobody is named.
    func said(for audience: RuleAudience, by actor: Actor) throws -> Said {
        let (scope, whom, home) = try found(audience)
        return Said(scope: scope, whom: whom, by: try Self.printable(actor.name) ?? teacher(of: home))
    }

    private func found(_ audience: RuleAudience) throws -> (TeacherRule.Scope, Whom, home: String?) {
        let things = NamedThings(store: store)
        switch audience {
        case .schoolClass(let name):
            let name = try things.schoolClass(name)
            return (.schoolClass(name), .schoolClass(Verbatim(name)), name)
        case .learner(let name):
            let learner = try things.reader(name)
            return (.learner(learner.id), .learner(Verbatim(learner.name)), learner.homeClass)
        }
    }

    /// A class's teachers as they are printed. What is printed where it has none is kept with each rule, as names are.
    func teacher(of name: String?) throws(StoreError) -> String {
        try store.learners.classes().first { $0.name == name }?.printedTeachers ?? "your teacher"
    }

    /// A teacher's name as it will be printed; nil where none was given.
    static func printable(_ name: Verbatim?) throws(ListRefusal) -> String? {
        guard let by = name?.text else { return nil }
        let isPlain =
            !by.trimmed.isEmpty && by.count <= 100
            && !by.unicodeScalars.contains { $0.properties.generalCategory == .control }
        guard isPlain else { throw .nameCannotBePrinted }
        return by.trimmed
    }

    /// A date that is still to come, or today.
    func ending(_ until: CalendarDate?, now: Timestamp) throws(ListRefusal) -> CalendarDate? {
        let today = school.localDate(at: now)
        guard let until, until < today else { return until }
        throw .endIsPast(until, today: today)
    }

    /// Appends a rule unless the last word about its target says the same; gives whether it is new.
    func append(_ rule: TeacherRule) throws -> Bool { try store.write { scope in try append(rule, in: scope) } }

    /// The same where it is this change's turn already.
    func append(_ rule: TeacherRule, in scope: borrowing WriteScope) throws -> Bool {
        let last = try store.learners.lastRule(like: rule)
        if let last, last.saysTheSame(as: rule) { return false }
        try store.learners.append([rule], in: scope)
        return true
    }

    /// Whether a rule takes the place of another that stands, of the same kind about the same for the same.
    func replaces(_ rule: TeacherRule, now: Timestamp) throws(StoreError) -> Bool {
        guard let last = try store.learners.lastRule(like: rule) else { return false }
        let isOver = last.until.map { $0 < school.localDate(at: now) } ?? false
        return last.kind == rule.kind && !isOver && !last.saysTheSame(as: rule)
    }

    /// Takes a pin or a veto back. Refuses to take back what does not stand, and names what does: a rule that somebody thinks gone
    /// must not go on unseen.
    func takeBack(_ rule: TeacherRule, _ subject: RuleSubject, for whom: Whom, now: Timestamp) throws -> Bool {
        try store.write { scope in try takeBack(rule, subject, for: whom, now: now, in: scope) }
    }

    /// The same where it is this change's turn already.
    func takeBack(
        _ rule: TeacherRule, _ subject: RuleSubject, for whom: Whom, now: Timestamp, in scope: borrowing WriteScope
    ) throws -> Bool {
        let family = rule.kind.family
        let standing = try StandingRules(school: school, store: store).rules(of: family, class: nil, now: now)
        // A row that is not understood may be the one.
        if standing.unread.isEmpty,
            !standing.rules.contains(where: { $0.rule.scope == rule.scope && $0.isAbout(rule.target) })
        {
            throw ListRefusal.nothingStands(
                subject, of: family, for: whom,
                elsewhere: standing.rules.filter { $0.isAbout(rule.target) }.map { $0.whom },
                own: standing.rules.filter { $0.rule.scope == rule.scope }.map { $0.subject })
        }
        return try append(rule, in: scope)
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
