import Configuration
import Content
import ContentDigest
import Pipeline
import Ranking
import Store

/// Tells what waits for one class's teacher, and approves, holds back or lets go on what is asked.
public struct ReviewClass: UseCase {
    private let school: School
    private let store: Store
    /// Refuses what was asked for on other lists than these; nil: nobody looked before.
    private let check: (@Sendable (borrowing WriteScope) throws -> Void)?

    /// In a school.
    package init(_ open: SchoolAndStore) { self.init(open, check: nil) }

    init(_ open: SchoolAndStore, check: (@Sendable (borrowing WriteScope) throws -> Void)?) {
        (school, store, self.check) = (open.school, open.store, check)
    }

    /// What a teacher of a class asks for.
    public struct Request: Sendable {
        /// The class.
        public var schoolClass: String
        /// Whether what waits may go out.
        public var approves: Bool
        /// The articles that are approved, in place of lists.
        public var items: [String]
        /// Learners whose lists are held back.
        public var hold: [String]
        /// Learners whose lists are held back no more.
        public var lift: [String]

        /// What is asked of a class.
        package init(
            _ schoolClass: String, approves: Bool = false, items: [String] = [], hold: [String] = [],
            lift: [String] = []
        ) {
            (self.schoolClass, self.approves, self.items) = (schoolClass, approves, items)
            (self.hold, self.lift) = (hold, lift)
        }
    }

    /// What waits, and what was done.
    public typealias Outcome = ClassReview

    /// Does it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> ClassReview {
        var snapshot: RankSnapshot?
        return try review(request, only: nil, edition: nil, by: actor, looking: true, snapshot: &snapshot, now: now)
    }

    /// The same of one learner or edition alone, where one is named. `snapshot`: what ranking sees, made where it is needed, for many classes once. `looking`:
    /// whether the articles that wait are looked for.
    func review(
        _ request: Request, only: LearnerID?, edition: Edition?, by actor: Actor, looking: Bool,
        snapshot: inout RankSnapshot?, now: Timestamp
    ) throws -> ClassReview {
        let things = NamedThings(store: store)
        let name = try things.schoolClass(request.schoolClass)
        var review = ClassReview(name)
        let book = RuleBook(school: school, store: store)
        let teacher = try RuleBook.printable(actor.name) ?? book.teacher(of: name)
        let approvals = try (request.approves ? request.items : []).map { code in
            let item = try things.item(code)
            return TeacherRule(
                kind: .approve, scope: .schoolClass(name), target: .item(item.id), by: teacher,
                readDigest: item.readDigest, at: now)
        }
        // It was made before they were approved.
        if !approvals.isEmpty { snapshot = nil }
        let lists = try lists(of: name, by: teacher, now: now)
        let held = try request.hold.map { try things.reader($0, of: name) }
        let lifted = try request.lift.map { try things.reader($0, of: name) }
        let members = try store.write { scope in
            try check?(scope)
            for rule in approvals where try book.append(rule, in: scope) { review.approvedItems += 1 }
            for learner in held { try lists.hold(learner, into: &review, in: scope) }
            for learner in lifted { try lists.lift(learner, into: &review, in: scope) }
            return try lists.look(
                approve: request.approves && request.items.isEmpty, only: only.map { [$0] }, edition: edition,
                into: &review, in: scope)
        }
        if looking { review.items = try waitingItems(members, snapshot: &snapshot, now: now) }
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
                waiting[item.id] = ClassReview.WaitingItem(item: item, verdict: verdict)
            }
        }
        return waiting.values.sorted {
            $0.item.published != $1.item.published ? $0.item.published > $1.item.published : $0.item.id < $1.item.id
        }
    }

    /// Approves and holds back some lists of a class, and tells nothing else.
    func decide(
        class name: String, approve: Set<LearnerID>, hold: Set<LearnerID>, by actor: Actor, now: Timestamp
    ) throws -> ClassReview {
        let said = try RuleBook(school: school, store: store).said(for: .schoolClass(name), by: actor)
        let lists = try lists(of: name, by: said.by, now: now)
        let held = try hold.sorted().map { try NamedThings(store: store).reader($0.rawValue) }
        var review = ClassReview(name)
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
            store: store, name: name, classes: named, schedules: school.configuration.classesOfSchedules,
            basis: school.lawfulBasis, by: teacher, now: now)
    }
}
