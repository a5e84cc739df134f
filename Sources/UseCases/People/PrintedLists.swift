import Content
import Store

/// The lists that learners have on paper.
struct PrintedLists {
    let store: Store

    /// Refuses an edition that nobody has a list of.
    func check(_ edition: Edition?) throws {
        guard let edition, try store.lists.learners(of: edition).isEmpty else { return }
        throw PersonRefusal.noListOf(edition)
    }

    /// The list that a learner has: that of an edition, or of the newest that went out. Nil: none went out.
    func list(of learner: LearnerID, edition: Edition?) throws -> ReadingList? {
        let editions = try edition.map { [$0] } ?? store.lists.editions(of: learner)
        let printed = try editions.first { try store.outbox.isOut($0, to: learner) }
        return try printed.flatMap { try store.lists.newest(for: learner, edition: $0)?.list }
    }
}
