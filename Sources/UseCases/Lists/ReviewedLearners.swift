import Content
import Store

/// Whose lists are looked at.
struct ReviewedLearners {
    let store: Store

    /// A class with its learners and the reader of its page each, or one learner with their class. `named`: a class; `learner`: one alone.
    func groups(class named: String?, learner: String?) throws -> [(class: String?, members: [LearnerID])] {
        let things = NamedThings(store: store)
        if let only = try learner.map({ try things.learner($0) }) {
            return [(try named.map { try things.schoolClass($0) } ?? only.homeClass, [only.id])]
        }
        if let name = try named.map({ try things.schoolClass($0) }) {
            return [(name, try members(of: name))]
        }
        let classes = try store.learners.classNames().map { (class: String?.some($0), try members(of: $0)) }
        let inClasses = Set(classes.flatMap { $0.1 })
        let others = try store.learners.ids().filter { !inClasses.contains($0) }.sorted()
        return (classes + [(nil, others)]).filter { !$0.1.isEmpty }.map { ($0.0, $0.1) }
    }

    /// Whose lists are a class's; nobody's where nobody is in it.
    func members(of name: String) throws -> [LearnerID] {
        let learners = try store.learners.ids(inClass: name)
        return try learners.isEmpty ? [] : learners + store.lists.readers(ofClass: name)
    }
}
