/// Teachers' rules by whom they hold for, so that what holds for one learner is found without a look at everybody's.
public struct RulesByScope: Sendable {
    private let rules: [TeacherRule.Scope: [(place: Int, rule: TeacherRule)]]

    /// Rules in the order in which they were stored.
    public init(_ rules: [TeacherRule]) {
        self.rules = Dictionary(grouping: rules.enumerated().map { ($0, $1) }, by: { $0.1.scope })
    }

    /// What teachers said that holds for a learner: of them, and of their classes that count for the list. `edition`: that of the list.
    public func standing(for learner: LearnerID, terms: ClassTerms, edition: Edition? = nil) -> StandingRules {
        let classes = terms.counting + [terms.home].compactMap { $0 }
        let scopes = Set(classes.map { TeacherRule.Scope.schoolClass($0) } + [.learner(learner)])
        let own = scopes.flatMap { rules[$0] ?? [] }.sorted { $0.place < $1.place }
        return StandingRules(own.map { $0.rule }, learner: learner, terms: terms, edition: edition)
    }
}
