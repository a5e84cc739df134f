import Content
import Store

/// Finds what people name: a learner by id or name, an item by its printed code or address, a class.
struct NamedThings {
    let store: Store

    /// The learner of an id, or of a name that only one has.
    func learner(_ name: String) throws -> Learner {
        let id = LearnerID(rawValue: name)
        if id.classRead == nil, let known = try known(id) { return known }
        let named = try store.learners.ids(named: name)
        if let only = named.first, named.count == 1, let learner = try known(only) { return learner }
        if named.count > 1 {
            throw NamingRefusal.severalLearners(Verbatim(name), ids: named)
        }
        let all = try store.learners.allNames()
        let nearest = NearestName.of(name, among: all.flatMap { [$0.id.rawValue, $0.name] })
        throw NamingRefusal.noLearner(Verbatim(name), nearest: nearest.map { Verbatim($0) })
    }

    /// Whose list it is that a teacher names: a learner's, or where it is the class's own name, or the id of its page's reader, the page
    /// of the class.
    func reader(_ name: String, of schoolClass: String? = nil) throws -> Learner {
        let id = LearnerID(rawValue: name)
        let page = id.classRead ?? (name == schoolClass ? name : nil)
        if id.classRead != nil, let page { _ = try self.schoolClass(page) }
        if let page, let reader = try known(.reader(ofClass: page)) { return reader }
        return try learner(name)
    }

    /// What can be read of a learner; nil where nothing is known of them.
    private func known(_ id: LearnerID) throws -> Learner? {
        let facts = try store.learners.facts(about: [id]).readable[id] ?? []
        return facts.isEmpty ? nil : Learner(id: id, facts: facts)
    }

    /// The item of a printed code or an address.
    func item(_ name: String) throws -> ContentItem {
        if let item = try store.items.item(named: name) { return item }
        throw NamingRefusal.noItem(Verbatim(name))
    }

    /// The class of a name: one of `classes.csv`, or one that a learner is in.
    func schoolClass(_ name: String) throws -> String {
        if try store.learners.hasClass(name) { return name }
        let known = try store.learners.classNames()
        throw NamingRefusal.noClass(
            Verbatim(name), nearest: NearestName.of(name, among: known).map { Verbatim($0) },
            known: known.map { Verbatim($0) })
    }

    /// The languages of classes that have one of their own, by name; the others have the school's.
    func languagesOfClasses() throws -> [String: String] {
        Dictionary(
            try store.learners.classes().compactMap { one in one.language.map { (one.name, $0) } },
            uniquingKeysWith: { $1 })
    }

    /// The school of a name, however it is cased, as learners have it.
    static func school(_ name: String, among schools: [String]) throws -> SchoolName {
        let known = Set(schools.compactMap { SchoolName($0) }).sorted().map(\.text)
        if let wanted = SchoolName(name),
            let found = known.compactMap({ SchoolName($0) }).first(where: { $0 == wanted })
        {
            return found
        }
        throw NamingRefusal.noSchool(
            Verbatim(name), nearest: NearestName.of(name, among: known).map { Verbatim($0) },
            known: known.map { Verbatim($0) })
    }
}

/// What somebody named is not there, or is not one alone.
public enum NamingRefusal: Error, Hashable, Sendable {
    /// No learner has the name or id; the nearest one that there is.
    case noLearner(Verbatim, nearest: Verbatim?)
    /// Several learners have the name.
    case severalLearners(Verbatim, ids: [LearnerID])
    /// No article has the code or address.
    case noItem(Verbatim)
    /// No class has the name.
    case noClass(Verbatim, nearest: Verbatim?, known: [Verbatim])
    /// No learner's school has the name.
    case noSchool(Verbatim, nearest: Verbatim?, known: [Verbatim])
}
