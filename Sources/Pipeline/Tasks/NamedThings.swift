import Content
import Ranking
import Store

/// Finds what people name: a learner by id or name, an item by its printed code or address, a class.
struct NamedThings {
    let store: Store

    /// The learner of an id, or of a name that only one has.
    func learner(_ name: String) throws -> Learner {
        let facts = try store.learners.facts().readable
        if let known = facts[LearnerID(rawValue: name)] { return Learner(id: LearnerID(rawValue: name), facts: known) }
        let learners = facts.map { Learner(id: $0.key, facts: $0.value) }.sorted { $0.id < $1.id }
        let named = learners.filter { $0.name.lowercased() == name.lowercased() }
        if let only = named.first, named.count == 1 { return only }
        if named.count > 1 {
            let ids = named.map { $0.id.rawValue }.joined(separator: ", ")
            throw RequestError("'\(name)' is the name of \(named.count) learners: use one of the ids \(ids).")
        }
        let hint = NearestName.hint(for: name, among: learners.flatMap { [$0.id.rawValue, $0.name] })
        throw RequestError("there is no learner '\(name)'.\(hint) See 'gleaner learners list'.")
    }

    /// The item of a printed code or an address.
    func item(_ name: String) throws -> ContentItem {
        if let item = try store.items.item(named: name) { return item }
        throw RequestError(
            "there is no item '\(name)'. Use the code that is printed beside it or the article's address; "
                + "'gleaner ingest' reads new ones.")
    }

    /// The class of a name: one of `classes.csv`, or one that a learner is in.
    func schoolClass(_ name: String) throws -> String {
        let learners = try store.learners.facts().readable.map { Learner(id: $0.key, facts: $0.value) }
        let known = Set(try store.learners.classes().map { $0.name } + learners.flatMap { $0.classes })
        if known.contains(name) { return name }
        let hint = NearestName.hint(for: name, among: known.sorted())
        throw RequestError("there is no class '\(name)'.\(hint) Known: \(known.sorted().joined(separator: ", ")).")
    }
}
