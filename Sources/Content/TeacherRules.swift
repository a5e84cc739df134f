/// Teachers' rules as they are stored. A row that is not understood may be a veto: whom it is for gets no list.
public struct TeacherRules: Sendable {
    /// A rule that is not understood.
    public struct Unread: Hashable, Sendable {
        /// Whom it is for.
        public let scope: TeacherRule.Scope
        /// Which row it is.
        public let problem: StoreError

        /// Whether it is for a learner or a class of theirs.
        public func mayHold(for learner: Learner) -> Bool {
            switch scope {
            case .schoolClass(let name): learner.classes.contains(name)
            case .learner(let id): learner.id == id
            }
        }

        /// What a person should know.
        public var finding: Finding {
            switch scope {
            case .schoolClass(let name):
                problem.finding(at: .schoolClass(name), "it may be a veto, so its learners get no list")
            case .learner(let id): problem.finding(at: .learner(id), "it may be a veto, so they get no list")
            }
        }
    }

    /// The rules that are understood, in the order in which they were stored, taken-back ones included.
    public private(set) var known: [TeacherRule] = []
    /// Those that are not.
    public private(set) var unread: [Unread] = []

    package init() {}

    /// The first rule that is not understood and may hold for a learner.
    public func unread(for learner: Learner) -> Unread? { unread.first { $0.mayHold(for: learner) } }

    /// Takes the next rule, or what is the matter with its row.
    package mutating func take(_ rule: Result<TeacherRule, StoreError>, for scope: TeacherRule.Scope) {
        switch rule {
        case .success(let rule): known.append(rule)
        case .failure(let problem): unread.append(Unread(scope: scope, problem: problem))
        }
    }
}
