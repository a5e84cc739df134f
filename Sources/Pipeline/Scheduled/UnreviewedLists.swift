import Configuration
import Content
import Store

/// Lists that wait for a review which nobody has made by the time to send.
struct UnreviewedLists {
    let store: Store

    /// Where the school says so, they go out; never those that a class or dial holds anyway.
    func release(of edition: Edition, _ settings: ScheduleSettings) throws {
        guard settings.review != nil, settings.unreviewed == .send else { return }
        let reviewed = Set(try store.learners.classes().filter { $0.review }.map { $0.name })
        let waiting = try store.lists.lists(of: edition).map { $0.list }
            .filter { $0.state == .awaitingApproval && !$0.dial.needsApproval }
        let facts = try store.learners.facts(about: waiting.map { $0.learner })
        let free = waiting.map { $0.learner }.filter { id in
            !Learner(id: id, facts: facts[id] ?? []).classes.contains { reviewed.contains($0) }
        }
        try store.lists.setState(from: .awaitingApproval, to: .ready, edition: edition, learners: free)
    }
}
