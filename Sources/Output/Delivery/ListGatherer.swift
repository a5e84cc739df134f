import Content
import Store

/// Reads lists from the store with all that their pages and mails need, as it was when each was made.
struct ListGatherer {
    let store: Store

    /// The lists of an edition that may go out, by class and name of the learner.
    func readyLists(of edition: Edition) throws(StoreError) -> [GatheredList] {
        let lists = try store.lists.lists(of: edition).filter { $0.list.state == .ready }
        let items = try store.items.items(versions: Set(lists.flatMap { $0.list.entries.map { $0.version } }))
        var gathered: [GatheredList] = []
        // One edition may have been made by several runs (one was killed, a learner came later): each saw its own facts.
        for run in Set(lists.map { $0.run }).sorted() {
            let marks = try store.runs.run(run)?.marks ?? .all
            let facts = try store.learners.facts(asOf: marks)
            let classes = try store.learners.classes(asOf: marks)
            for stored in lists where stored.run == run {
                let known = facts[stored.list.learner] ?? []
                let learner = Learner(id: stored.list.learner, facts: known)
                gathered.append(
                    GatheredList(
                        list: stored.list, learner: learner, profile: InterestProfile(facts: known),
                        items: stored.list.entries.compactMap { items[$0.version] },
                        schoolClass: classes.first { $0.name == learner.classes.first }))
            }
        }
        return gathered.filter { $0.items.count == $0.list.entries.count }.sorted {
            ($0.learner.classes.first ?? "", $0.learner.name, $0.learner.id)
                < ($1.learner.classes.first ?? "", $1.learner.name, $1.learner.id)
        }
    }
}
