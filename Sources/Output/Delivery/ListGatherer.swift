import Content
import Store

/// Reads lists from the store with all that their pages and mails need, as it was when each was made.
struct ListGatherer {
    let store: Store

    /// The lists of an edition that may go out, by class and name of the learner; and those that may no longer, because
    /// the learner has left the roster or taken consent back, or all of it was opted out of or vetoed, since.
    func readyLists(of edition: Edition) throws(StoreError) -> (ready: [GatheredList], withdrawn: [LearnerID]) {
        let lists = try store.lists.lists(of: edition).filter { $0.list.state == .ready }
        let look = try LastLook(store: store)
        var gathered: [GatheredList] = []
        var withdrawn: [LearnerID] = []
        // One edition may have been made by several runs (one was killed, a learner came later): each saw its own facts.
        for run in Set(lists.map { $0.run }).sorted() {
            let marks = try store.runs.run(run)?.marks ?? .all
            let facts = try store.learners.facts(asOf: marks)
            let classes = try store.learners.classes(asOf: marks)
            let made = lists.filter { $0.run == run }
            let versions = Set(made.flatMap { $0.list.entries.map { $0.version } })
            let items = try store.items.items(versions: versions, feedsAsOf: marks)
            for stored in made {
                let id = stored.list.learner
                guard let addressee = look.addressee(id) else {
                    withdrawn.append(id)
                    continue
                }
                let known = facts[id] ?? []
                let learner = Learner(id: id, facts: known)
                var list = stored.list
                let there = list.entries.compactMap { entry in items[entry.version].map { (entry: entry, item: $0) } }
                let allowed = look.allowed(there, for: addressee)
                list.entries = allowed.map { $0.entry }
                guard !list.entries.isEmpty else {
                    withdrawn.append(id)
                    continue
                }
                gathered.append(
                    GatheredList(
                        list: list, learner: learner, addressee: addressee,
                        profile: InterestProfile(facts: known),
                        items: allowed.map { $0.item },
                        schoolClass: classes.first { $0.name == learner.classes.first }))
            }
        }
        let ordered = gathered.sorted {
            ($0.learner.classes.first ?? "", $0.learner.name, $0.learner.id)
                < ($1.learner.classes.first ?? "", $1.learner.name, $1.learner.id)
        }
        return (ordered, withdrawn)
    }
}
