/// What holds for a learner of several classes: the one table of it.
///
/// | what | holds |
/// |---|---|
/// | classes that count for a list | the learner's that the schedule names; their vetoes and holds all hold |
/// | home class | the one that the roster marks, else the first that it names |
/// | page, teacher named | home |
/// | class page of who is not profiled | the first that counts |
/// | dial | the learner's own, else home's, else the school's |
/// | review | needed if any counting class asks; home's teachers release, else those of a class that asked |
/// | hold | anybody's stops a list; they or home lift it |
/// | pins | the union, home's first; any veto wins |
/// | approval of a held article | home's only |
/// | leaving a class | its pins, vetoes and holds end for that learner |
public struct ClassTerms: Hashable, Sendable {
    /// The home class; nil for a learner of no class.
    public let home: String?
    /// The classes that count for a list, the home class before the others.
    public let counting: [String]
    private let known: [String: SchoolClass]

    /// What holds for a learner. `classes`: the school's by their names. `named`: those that the list's schedule is for; nil: all.
    public init(of learner: Learner, classes: [String: SchoolClass], named: Set<String>? = nil) {
        home = learner.homeClass
        counting = learner.classes.filter { named?.contains($0) ?? true }
        known = Dictionary(
            learner.classes.compactMap { name in classes[name].map { (name, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// Whether the schedule is for the learner at all. A schedule for everybody is also for those in no class.
    public func concerns(_ named: Set<String>?) -> Bool { named == nil || !counting.isEmpty }

    /// The dial that holds, where the learner has one of their own or not.
    public func dial(own: Dial?, school: Dial) -> Dial { own ?? home.flatMap { known[$0]?.dial } ?? school }

    /// The counting classes that want to see a list before it goes out.
    public var asking: [String] { counting.filter { known[$0]?.review == true } }

    /// Whether a class's teachers may release a list that waits.
    public func mayRelease(_ name: String) -> Bool {
        if name == home { return true }
        let isTaught = home.flatMap { known[$0] }.map { !$0.teachers.isEmpty || !$0.isUnderstood } ?? false
        return !isTaught && asking.contains(name)
    }

    /// Whether a class's teachers may hold a list: it has to do with them.
    public func mayHold(_ name: String) -> Bool { name == home || counting.contains(name) }

    /// Whether a class's teachers may take back that another held a list.
    public func mayLift(_ name: String, holdOf holder: String) -> Bool { name == holder || name == home }

    /// The holds that still stand: one of a class that the learner has left has ended.
    public func standing(_ holds: Set<String>) -> Set<String> { holds.filter { mayHold($0) } }
}
