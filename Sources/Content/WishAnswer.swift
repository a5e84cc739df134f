/// What a list answers to one open wish of its learner.
public struct WishAnswer: Hashable, Codable, Sendable {
    /// The answers that there are; the true one is told.
    public enum Outcome: String, Codable, Sendable, CaseIterable {
        /// An article of the list is about it.
        case found
        /// There is one, and its turn comes in a later list.
        case later
        /// There are only articles that are too hard.
        case harder
        /// There is nothing yet.
        case nothing
        /// All that there is the learner has had.
        case had
        /// All places of this list are the teacher's.
        case teacherChooses
        /// Something stands against it that is not named here.
        case ask
    }

    /// The wish, as it was said.
    public var phrase: String
    /// Who said it: a guardian's wish is answered to guardians alone.
    public var origin: Fact.Origin
    /// The answer.
    public var outcome: Outcome
    /// The article that is about it, where one was found.
    public var item: ItemID?
    /// Whether it has waited so long that somebody should ask whether it still holds.
    public var isOld: Bool
    /// What the topic is called in other languages, by their tags; nil: nobody knows.
    public var names: [String: String]?

    /// An answer by its parts.
    package init(
        phrase: String, origin: Fact.Origin, outcome: Outcome, item: ItemID? = nil, isOld: Bool = false,
        names: [String: String]? = nil
    ) {
        self.phrase = phrase
        self.origin = origin
        self.outcome = outcome
        self.item = item
        self.isOld = isOld
        self.names = names
    }
}
