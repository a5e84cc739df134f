import Content

/// What ranking knows of one learner at one moment: their facts and what they were given. With a ``RankSnapshot`` it decides their
/// list, and nothing else does.
public struct LearnerLine: Sendable {
    /// Their record.
    public let learner: Learner
    /// All that was said of them, in the order in which it was stored.
    public let facts: [Fact]
    /// What they were given before.
    let given: GivenItems
    /// A name for this run only.
    let pseudonym: String

    /// Their list of this edition as it is: what stays in it when it is repaired or explained. Nil: it is made anew.
    public var keeping: ReadingList?

    /// What is said of the learner and not understood, so that it counts as the stricter reading.
    var findings: [Finding] {
        Learner.misunderstood(in: facts).map { .factNotUnderstood(of: learner.id, $0) }
    }

    /// A learner by what was said and given.
    package init(_ id: LearnerID, facts: [Fact], given: GivenItems = GivenItems(), pseudonym: String = "L1") {
        learner = Learner(id: id, facts: facts)
        self.facts = facts
        self.given = given
        self.pseudonym = pseudonym
    }
}
