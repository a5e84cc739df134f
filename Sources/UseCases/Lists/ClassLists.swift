import Content
import ContentDigest
import Pipeline
import Store

/// The lists of a class's learners that are not out yet: what its teachers may do with them (``ClassTerms``). What is known of the
/// other learners, and their lists, is not read.
struct ClassLists {
    let store: Store
    let name: String
    let classes: [String: SchoolClass]
    let schedules: [String: Set<String>]
    /// On what the school rests that learners are profiled.
    let basis: LawfulBasis?
    let by: String
    let now: Timestamp

    /// Tells the lists that wait or are held, or approves those that may be; gives the class's members who get lists, and the reader of its page. `only`: some of them alone; `edition`: one edition alone.
    func look(
        approve: Bool, only: Set<LearnerID>? = nil, edition: Edition? = nil, into review: inout ClassReview,
        in scope: borrowing WriteScope
    ) throws(StoreError) -> [Learner] {
        let facts = try store.learners.facts(
            about: store.learners.ids(inClass: name) + store.lists.readers(ofClass: name))
        review.findings += facts.unread.sorted { $0.key < $1.key }.flatMap { id, unread in
            Learner(id: id, facts: unread.facts).classes.contains(name) ? facts.findings(about: id) : []
        }
        let members = facts.known.filter { !$0.value.isEmpty }.map { Learner(id: $0.key, facts: $0.value) }
            .filter { $0.enrolled && $0.mayBeProfiled(on: basis) && $0.classes.contains(name) }
            .filter { only?.contains($0.id) ?? true }.sorted { $0.id < $1.id }
        let editions = try Set(store.lists.editions(in: .awaitingApproval) + store.lists.editions(in: .held)).sorted()
            .filter { edition == nil || $0 == edition }
        for edition in editions {
            let read = try store.lists.lists(of: edition, learners: members.map { $0.id })
            review.findings += read.findings
            let waiting = members.compactMap { learner -> (learner: Learner, list: ReadingList)? in
                guard let list = read.lists[learner.id]?.list, [.awaitingApproval, .held].contains(list.state),
                    terms(of: learner, in: edition).mayHold(name)
                else { return nil }
                return (learner, list)
            }
            try look(waiting, of: edition, approve: approve, into: &review, in: scope)
        }
        return members
    }

    private func look(
        _ waiting: [(learner: Learner, list: ReadingList)], of edition: Edition, approve: Bool,
        into review: inout ClassReview, in scope: borrowing WriteScope
    ) throws(StoreError) {
        var changes: [ListRepository.Change] = []
        for (learner, list) in waiting {
            let terms = terms(of: learner, in: edition)
            if approve, list.state == .awaitingApproval, terms.mayRelease(name) {
                changes.append(change(.approve, list, to: .ready))
            } else if !approve || list.state == .awaitingApproval {
                var told = try self.told(list, of: learner)
                if list.state == .held {
                    let made = try store.lists.decisions(on: edition, of: learner.id)
                    told.heldBy = terms.standing(made.holds).sorted().map { Verbatim($0) }
                } else if !terms.mayRelease(name) {
                    told.releasedBy = terms.home.map { Verbatim($0) }
                }
                review.lists.append(told)
            }
        }
        guard !changes.isEmpty else { return }
        // Noted before and after, so that neither a kill nor a tick in between loses it.
        try store.schedules.noteApproval(of: edition, in: scope)
        review.approvedLists += try store.lists.keep(changes, in: scope)
        try store.schedules.noteApproval(of: edition, in: scope)
    }

    /// Holds a learner's lists back that are not out yet.
    func hold(_ learner: Learner, into review: inout ClassReview, in scope: borrowing WriteScope) throws {
        var changes: [ListRepository.Change] = []
        for list in try lists(of: learner, into: &review) {
            guard list.state != .withheld, terms(of: learner, in: list.edition).mayHold(name),
                try !store.outbox.isOut(list.edition, to: learner.id)
            else { continue }
            let made = try store.lists.decisions(on: list.edition, of: learner.id)
            if list.state == .held, made.holds.contains(name) { continue }
            changes.append(change(.hold, list, to: .held))
        }
        guard try store.lists.keep(changes, in: scope) > 0 else {
            throw ListRefusal.nothingToHold(of: Verbatim(learner.name), by: Verbatim(name))
        }
        review.held.append(learner)
    }

    /// Lets a learner's lists go on as far as this class may.
    func lift(_ learner: Learner, into review: inout ClassReview, in scope: borrowing WriteScope) throws {
        var changes: [ListRepository.Change] = []
        for list in try lists(of: learner, into: &review) where list.state == .held {
            let terms = terms(of: learner, in: list.edition)
            var made = try store.lists.decisions(on: list.edition, of: learner.id)
            // The home class may let go whatever is held, also where nobody is left who could.
            guard name == terms.home || made.holds.contains(name) else { continue }
            let lifting = decision(name == terms.home ? .liftAll : .lift, list)
            made.append(lifting)
            let stays = !terms.standing(made.holds).isEmpty
            let goesOn = made.stateBeforeHold ?? .awaitingApproval
            changes.append(
                .init(lifting, on: list.edition, of: learner.id, from: .held, to: stays ? .held : goesOn))
            if !stays, goesOn == .ready { try store.schedules.noteApproval(of: list.edition, in: scope) }
        }
        guard try store.lists.keep(changes, in: scope) > 0 else {
            throw ListRefusal.nothingToLift(of: Verbatim(learner.name), by: Verbatim(name))
        }
        review.lifted.append(learner)
    }

    /// A learner's lists that are understood, the newest first: one that is not keeps back none of the others.
    private func lists(of learner: Learner, into review: inout ClassReview) throws(StoreError) -> [ReadingList] {
        var lists: [ReadingList] = []
        for edition in try store.lists.editions(of: learner.id) {
            let read = try store.lists.lists(of: edition, learners: [learner.id])
            review.findings += read.findings
            if let list = read.lists[learner.id]?.list { lists.append(list) }
        }
        return lists
    }

    private func change(
        _ kind: ListDecision.Kind, _ list: ReadingList, to state: ReadingList.State
    ) -> ListRepository.Change {
        .init(decision(kind, list), on: list.edition, of: list.learner, from: list.state, to: state)
    }

    private func decision(_ kind: ListDecision.Kind, _ list: ReadingList) -> ListDecision {
        ListDecision(kind: kind, schoolClass: name, by: by, digest: list.contentDigest, was: list.state, at: now)
    }

    private func terms(of learner: Learner, in edition: Edition) -> ClassTerms {
        ClassTerms(of: learner, classes: classes, named: schedules[edition.schedule])
    }

    private func told(_ list: ReadingList, of learner: Learner) throws(StoreError) -> ClassReview.WaitingList {
        let items = try store.items.items(versions: Set(list.entries.map { $0.version }))
        return ClassReview.WaitingList(
            learner: learner, edition: list.edition,
            articles: list.entries.compactMap { items[$0.version].map { ArticleName($0) } })
    }
}
