import Configuration
import Content
import Pipeline
import Store

/// The lists of an edition that can still be changed: nobody has them yet, and they may still go out.
struct OpenLists {
    /// One of them, with what its teachers may do with it.
    struct Open {
        /// Whose it is.
        let learner: Learner
        /// The list.
        let list: ReadingList
        /// The run that made it.
        let run: Int64
        /// What holds for the learner among their classes.
        let terms: ClassTerms
        /// Whether it is out, or may be.
        let isOut: Bool
    }

    /// The edition.
    let edition: Edition
    /// The lists of those who may have one, those that are out among them, by learner's id.
    let all: [Open]
    /// What could not be read.
    let findings: [Finding]

    /// Those that are not out.
    var open: [Open] { all.filter { !$0.isOut } }

    /// Reads the lists of some learners.
    init(
        of edition: Edition, learners: [LearnerID], school: School, store: Store
    ) throws(StoreError) {
        let ids = Array(Set(learners)).sorted()
        let facts = try store.learners.facts(about: ids)
        let read = try store.lists.lists(of: edition, learners: ids)
        let served = try store.outbox.learnersServed(in: edition)
        let classes = Dictionary(
            try store.learners.classes().map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let named = school.configuration.classesOfSchedules[edition.schedule]
        let basis = school.lawfulBasis
        self.edition = edition
        findings = read.findings
        all = ids.compactMap { id in
            guard let known = facts.known[id], let stored = read.lists[id], stored.list.state != .withheld else {
                return nil
            }
            let learner = Learner(id: id, facts: known)
            guard learner.enrolled, learner.mayBeProfiled(on: basis) else { return nil }
            return Open(
                learner: learner, list: stored.list, run: stored.run,
                terms: ClassTerms(of: learner, classes: classes, named: named), isOut: served.contains(id))
        }
    }

    /// The edition that is open now for some learners: the latest with a list of theirs that has not gone out; nil where there is
    /// none.
    static func latest(of learners: [LearnerID], school: School, store: Store) throws(StoreError) -> Edition? {
        try latestLists(of: learners, school: school, store: store)?.edition
    }

    /// The lists of that edition.
    static func latestLists(
        of learners: [LearnerID], school: School, store: Store
    ) throws(StoreError) -> OpenLists? {
        var candidates = Set(try store.lists.editions(in: .awaitingApproval) + store.lists.editions(in: .held))
        // Of the many that went out long ago the latest are asked alone: what is older and did not go out waits for 'deliver'.
        candidates.formUnion(try store.lists.editions(in: .ready).suffix(mostAsked))
        for edition in candidates.sorted().reversed() {
            // Whose lists are out stands in indices. The lists themselves are read where one may be open.
            let unserved = try store.lists.learners(of: edition).subtracting(store.outbox.learnersServed(in: edition))
            guard !unserved.isDisjoint(with: learners) else { continue }
            let lists = try OpenLists(of: edition, learners: learners, school: school, store: store)
            if !lists.open.isEmpty { return lists }
        }
        return nil
    }

    /// How many of the editions whose lists may go out are looked at.
    private static let mostAsked = 5
}
