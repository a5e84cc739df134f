import Content
import ContentDigest
import Store

/// Reads lists from the store, some at a time, with all that their pages and mails need, as it was when each was made.
struct ListGatherer {
    let store: Store
    let edition: Edition
    /// Whether what there is for each learner is read too.
    var readsSupply = false

    /// What was read before and may be needed again.
    private var items: [Int64: ContentItem] = [:]
    private var licenses: [Int64: String] = [:]
    private var textBytes = 0
    private var marks: [Int64: StoreMarks] = [:]
    private var classes: [Int64: [String: SchoolClass]] = [:]
    private var names: [LearnerID: String]?
    private var called: [String: CalledNames] = [:]

    /// The most bytes of articles' texts that are kept from one block to the next.
    private static let most = 32_000_000

    init(store: Store, edition: Edition) {
        self.store = store
        self.edition = edition
    }

    /// Some lists, by what may become of them.
    struct Gathered {
        /// Those that may go out, in the order of the keys.
        var ready: [GatheredList] = []
        /// Those that may no longer, because the learner has left the roster or taken consent back, or all of it was opted
        /// out of or vetoed, since.
        var withdrawn: [LearnerID] = []
        /// Why others stay: something that is stored of them is not understood.
        var held: Set<Finding> = []
    }

    /// Gathers the lists of some keys. `anyState`: also lists that wait.
    mutating func gather(
        _ keys: [ListKey], look: LastLook, anyState: Bool = false
    ) throws(StoreError) -> Gathered {
        let learners = keys.map { $0.learner }
        let stored = try store.lists.lists(of: edition, learners: learners)
        let lists = stored.lists
        let current = try store.learners.facts(about: learners)
        var result = Gathered(held: Set(stored.findings + current.findings))
        var known: [Int64: [LearnerID: [Fact]]] = [:]
        for run in Set(keys.map { $0.run }).sorted() {
            // One edition may have been made by several runs (one was killed, a learner came later): each saw its own facts.
            let seen = try marks(of: run)
            // Facts are only ever appended: what the run saw is the beginning of what is there now.
            let own = keys.filter { $0.run == run }.map { key in
                (key.learner, (current.known[key.learner] ?? []).filter { $0.number <= seen.facts })
            }
            known[run] = Dictionary(own, uniquingKeysWith: { $1 })
            let versions = lists.values.filter { $0.run == run }.flatMap { $0.list.entries.map { $0.version } }
            try read(Set(versions), feedsAsOf: seen)
        }
        let supplies = readsSupply ? try store.supply.supplies(of: learners) : [:]
        for key in keys {
            guard let stored = lists[key.learner], anyState || stored.list.state == .ready else { continue }
            guard let now = current.known[key.learner], let then = known[key.run]?[key.learner] else { continue }
            guard let addressee = look.addressee(key.learner, now) else {
                result.withdrawn.append(key.learner)
                continue
            }
            if let approved = stored.approved, approved != stored.list.contentDigest {
                result.held.insert(.listIsNotTheApprovedOne(of: key.learner, edition))
            } else if let rule = look.unreadRule(for: addressee) {
                result.held.insert(rule)
            } else if var list = try gathered(stored, addressee: addressee, current: now, then: then, look: look) {
                list.supply = supplies[key.learner] ?? []
                result.ready.append(list)
            } else {
                result.withdrawn.append(key.learner)
            }
        }
        return result
    }

    private mutating func gathered(
        _ stored: ListOfRun, addressee: Learner, current: [Fact], then: [Fact], look: LastLook
    ) throws(StoreError) -> GatheredList? {
        let id = stored.list.learner
        var list = stored.list
        let there = list.entries.compactMap { entry in items[entry.version].map { (entry: entry, item: $0) } }
        let allowed = look.allowed(there, for: addressee, profile: InterestProfile(facts: current))
        guard !allowed.isEmpty else { return nil }
        list.entries = allowed.map { $0.entry }
        list.answers = Self.answers(list, now: InterestProfile(facts: current))
        let learner = Learner(id: id, facts: then)
        let known = try schoolClasses(of: stored.run)
        let schoolClass = learner.homeClass.flatMap { known[$0] }
        return GatheredList(
            list: list, learner: learner, addressee: addressee, profile: InterestProfile(facts: then),
            items: allowed.map { $0.item }, licenses: allowed.map { licenses[$0.entry.version] },
            schoolClass: schoolClass,
            calledName: id.classRead == nil ? try calledNames(in: learner.homeClass).name(of: learner.name) : nil)
    }

    /// What the learners of a class are called there.
    private mutating func calledNames(in name: String?) throws(StoreError) -> CalledNames {
        guard let name else { return CalledNames([]) }
        if let known = called[name] { return known }
        let names = try allNames()
        let made = CalledNames(try store.learners.ids(inClass: name).compactMap { names[$0] })
        called[name] = made
        return made
    }

    private mutating func allNames() throws(StoreError) -> [LearnerID: String] {
        if let names { return names }
        let read = Dictionary(try store.learners.allNames().map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
        names = read
        return read
    }

    /// What a list answers to wishes that still stand: it may have waited for days. What was found and is taken out since is something
    /// to ask about.
    private static func answers(_ list: ReadingList, now profile: InterestProfile) -> [WishAnswer]? {
        let standing = Set(profile.wants.filter { $0.asked }.map { $0.phrase.lowercased() })
        let answers = (list.answers ?? []).filter { standing.contains($0.phrase.lowercased()) }.map { answer in
            var answer = answer
            if answer.outcome == .found, !list.entries.contains(where: { $0.item == answer.item }) {
                answer.outcome = .ask
                answer.item = nil
            }
            return answer
        }
        return answers.isEmpty ? nil : answers
    }

    /// Reads the articles that are not known. When too much is known, all of it is forgotten before: then what this block
    /// needs is read again.
    private mutating func read(_ versions: Set<Int64>, feedsAsOf marks: StoreMarks) throws(StoreError) {
        if textBytes > ListGatherer.most, !versions.isSubset(of: items.keys) {
            items.removeAll()
            licenses.removeAll()
            textBytes = 0
        }
        let missing = versions.subtracting(items.keys)
        guard !missing.isEmpty else { return }
        let found = try store.items.items(versions: missing, feedsAsOf: marks)
        items.merge(found) { $1 }
        licenses.merge(try store.items.licenses(versions: missing)) { $1 }
        textBytes += found.values.reduce(0) { $0 + $1.text.utf8.count }
    }

    private mutating func marks(of run: Int64) throws(StoreError) -> StoreMarks {
        if let known = marks[run] { return known }
        let read = try store.runs.run(run)?.marks ?? .all
        marks[run] = read
        return read
    }

    private mutating func schoolClasses(of run: Int64) throws(StoreError) -> [String: SchoolClass] {
        if let known = classes[run] { return known }
        let all = try store.learners.classes(asOf: try marks(of: run))
        let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        classes[run] = byName
        return byName
    }
}
