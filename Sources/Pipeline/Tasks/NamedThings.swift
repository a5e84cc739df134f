import Content
import Ranking
import Store

/// Finds what people name: a learner by id or name, an item by its printed code or address, a class.
struct NamedThings {
    let store: Store

    /// The learner of an id, or of a name that only one has.
    func learner(_ name: String) throws -> Learner {
        let id = LearnerID(rawValue: name)
        if let known = try known(id) { return known }
        let named = try store.learners.ids(named: name)
        if let only = named.first, named.count == 1, let learner = try known(only) { return learner }
        if named.count > 1 {
            let ids = named.map { $0.rawValue }.joined(separator: ", ")
            throw RequestError("'\(name)' is the name of \(named.count) learners: use one of the ids \(ids).")
        }
        let all = try store.learners.allNames()
        let hint = NearestName.hint(for: name, among: all.flatMap { [$0.id.rawValue, $0.name] })
        throw RequestError("there is no learner '\(name)'.\(hint) See 'gleaner learners list'.")
    }

    /// What can be read of a learner; nil where nothing is known of them.
    private func known(_ id: LearnerID) throws -> Learner? {
        let facts = try store.learners.facts(about: [id]).readable[id] ?? []
        return facts.isEmpty ? nil : Learner(id: id, facts: facts)
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
        if try store.learners.hasClass(name) { return name }
        let known = try store.learners.classNames()
        let hint = NearestName.hint(for: name, among: known)
        throw RequestError("there is no class '\(name)'.\(hint) Known: \(known.joined(separator: ", ")).")
    }
}
