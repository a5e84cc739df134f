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
        // Of everybody only the name is read.
        let names = try store.learners.latest(.name).filter { !$0.value.isEmpty }
        let ids = try store.learners.ids().sorted()
        let named = ids.filter { (names[$0] ?? $0.rawValue).lowercased() == name.lowercased() }
        if let only = named.first, named.count == 1, let learner = try known(only) { return learner }
        if named.count > 1 {
            let ids = named.map { $0.rawValue }.joined(separator: ", ")
            throw RequestError("'\(name)' is the name of \(named.count) learners: use one of the ids \(ids).")
        }
        let hint = NearestName.hint(for: name, among: ids.flatMap { [$0.rawValue, names[$0] ?? $0.rawValue] })
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
        var known = Set(try store.learners.classes().map { $0.name })
        if known.contains(name) { return name }
        known.formUnion(try store.learners.latest(.classes).values.flatMap { Fact.list($0) })
        if known.contains(name) { return name }
        let hint = NearestName.hint(for: name, among: known.sorted())
        throw RequestError("there is no class '\(name)'.\(hint) Known: \(known.sorted().joined(separator: ", ")).")
    }
}
