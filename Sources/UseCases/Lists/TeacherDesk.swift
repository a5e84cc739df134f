import Configuration
import Content
import ContentDigest
import Pipeline
import Ranking
import Store
import TextAnalysis

/// What a teacher decides: approvals and holds here, pins and vetoes in `TeacherDesk+Rules.swift`.
public struct TeacherDesk: Sendable {
    let store: Store
    let school: School

    /// A desk over a school's store.
    public init(school: School, store: Store) {
        self.school = school
        self.store = store
    }

    /// Whom a rule is for, as a teacher names it.
    public enum Audience: Hashable, Sendable {
        /// A class by its name.
        case schoolClass(String)
        /// A learner by id or name.
        case learner(String)
    }

    /// Tells what waits for a class, and does with it what is asked.
    public func review(
        class name: String, approve: Bool, items approved: [String] = [], hold: [String] = [], lift: [String] = [],
        by: String?, now: Timestamp
    ) throws -> ClassReview {
        var snapshot: RankSnapshot?
        return try review(
            class: name, approve: approve, items: approved, hold: hold, lift: lift, only: nil, edition: nil,
            by: by, snapshot: &snapshot, now: now)
    }

    /// The same of one learner or edition alone, where one is named. `snapshot`: what ranking sees, made where it is needed, for many classes once.
    func review(
        class name: String, approve: Bool, items approved: [String], hold: [String], lift: [String], only: LearnerID?,
        edition: Edition?, by: String?, snapshot: inout RankSnapshot?, now: Timestamp
    ) throws -> ClassReview {
        let things = NamedThings(store: store)
        let name = try things.schoolClass(name)
        var review = ClassReview()
        let teacher = try Self.printable(by) ?? scope(.schoolClass(name)).teacher
        if approve, !approved.isEmpty {
            for code in approved {
                let item = try things.item(code)
                let rule = TeacherRule(
                    kind: .approve, scope: .schoolClass(name), target: .item(item.id), by: teacher,
                    readDigest: item.readDigest, at: now)
                if try appendIfNew(rule) { review.approvedItems += 1 }
            }
            // It was made before they were approved.
            snapshot = nil
        }
        let lists = try lists(of: name, by: teacher, now: now)
        let (held, lifted) = (try hold.map { try things.learner($0) }, try lift.map { try things.learner($0) })
        let members = try store.write { scope in
            for learner in held { try lists.hold(learner, into: &review, in: scope) }
            for learner in lifted { try lists.lift(learner, into: &review, in: scope) }
            return try lists.look(
                approve: approve && approved.isEmpty, only: only.map { [$0] }, edition: edition,
                into: &review, in: scope)
        }
        review.items = try waitingItems(members, snapshot: &snapshot, now: now)
        return review
    }

    /// The items that a learner of the class could get but for a teacher's approval, the newest first.
    private func waitingItems(
        _ members: [Learner], snapshot made: inout RankSnapshot?, now: Timestamp
    ) throws -> [ClassReview.WaitingItem] {
        let snapshot =
            try made ?? RankSnapshot(store: store, asOf: .all, settings: school.rankingSettings, now: now)
        made = snapshot
        let lines = StoredLines(store: store, marks: .all)
        var waiting: [ItemID: ClassReview.WaitingItem] = [:]
        for learner in members {
            guard let known = try lines.line(of: learner.id) else { continue }
            for (item, verdict) in snapshot.heldForReview(known) {
                waiting[item.id] = ClassReview.WaitingItem(item: item, because: verdict.because)
            }
        }
        return waiting.values.sorted {
            $0.item.published != $1.item.published ? $0.item.published > $1.item.published : $0.item.id < $1.item.id
        }
    }

    /// A teacher's name as it will be printed.
    private static func printable(_ by: String?) throws -> String? {
        guard let by else { return nil }
        let isPlain =
            !by.trimmed.isEmpty && by.count <= 100
            && !by.unicodeScalars.contains { $0.properties.generalCategory == .control }
        guard isPlain else { throw RequestError("--by is printed on pages: give a name of at most 100 characters.") }
        return by.trimmed
    }

    /// Approves and holds back some lists of a class, and tells nothing else.
    func decide(
        class name: String, approve: Set<LearnerID>, hold: [String], by: String?, now: Timestamp
    ) throws -> ClassReview {
        let teacher = try saying(.schoolClass(name), by: by).by
        let lists = try lists(of: name, by: teacher, now: now)
        let held = try hold.map { try NamedThings(store: store).learner($0) }
        var review = ClassReview()
        try store.write { scope in
            for learner in held { try lists.hold(learner, into: &review, in: scope) }
            if !approve.isEmpty { _ = try lists.look(approve: true, only: approve, into: &review, in: scope) }
        }
        return review
    }

    private func lists(of name: String, by teacher: String, now: Timestamp) throws -> ClassLists {
        let named = Dictionary(
            try store.learners.classes().map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        return ClassLists(
            store: store, name: name, classes: named, schedules: school.configuration.classesOfSchedules, by: teacher,
            now: now)
    }

    /// For whom a teacher says something, and who it is that says it, as it is printed.
    func saying(
        _ audience: Audience, by: String?
    ) throws -> (scope: TeacherRule.Scope, whom: String, by: String) {
        let (scope, whom, teacher) = try scope(audience)
        return (scope, whom, try Self.printable(by) ?? teacher)
    }

    private func scope(_ audience: Audience) throws -> (TeacherRule.Scope, whom: String, teacher: String) {
        let things = NamedThings(store: store)
        let classes = try store.learners.classes()
        func teacher(_ name: String?) -> String {
            classes.first { $0.name == name }?.printedTeachers ?? "your teacher"
        }
        switch audience {
        case .schoolClass(let name):
            let name = try things.schoolClass(name)
            return (.schoolClass(name), "class \(name)", teacher(name))
        case .learner(let name):
            let learner = try things.learner(name)
            return (.learner(learner.id), learner.name, teacher(learner.homeClass))
        }
    }

    /// Appends a rule unless the last word about its target says the same.
    func appendIfNew(_ rule: TeacherRule) throws -> Bool {
        try store.write { scope in try append(rule, in: scope) }
    }

    private func append(_ rule: TeacherRule, in scope: borrowing WriteScope) throws -> Bool {
        let last = try store.learners.lastRule(like: rule)
        if let last, last.saysTheSame(as: rule) { return false }
        try store.learners.append([rule], in: scope)
        return true
    }
}
