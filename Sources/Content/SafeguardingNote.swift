/// What a learner wrote that a grown-up should know today. Until somebody has cleared it, it is neither looked for nor shown.
public struct SafeguardingNote: Hashable, Codable, Sendable {
    /// Why it was noticed.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// It tells that somebody may need help.
        case distress
        /// It has a word in it that the school holds articles for.
        case held
    }

    /// What became of it.
    public enum State: String, Codable, Sendable, CaseIterable {
        /// Nobody has said yet that they read it.
        case open
        /// Somebody looks after it. What was written stays hidden.
        case taken
        /// Somebody has read it and it means nothing of the kind: it counts as it was said.
        case cleared
    }

    /// The store's number of it; 0 before it is stored.
    public var number: Int64
    /// Who wrote it, or whom it is about.
    public var learner: LearnerID
    /// Why it was noticed.
    public var kind: Kind
    /// What was written.
    public var text: String
    /// The words that it was noticed by, as they stand in the text.
    public var words: [String]
    /// What it counts as once it is cleared: a wish, or a part of a list of the roster; nil: nothing.
    public var wish: Fact.Kind?
    /// Who handed it in.
    public var origin: Fact.Origin
    /// When.
    public var at: Timestamp
    /// What became of it.
    public var state: State
    /// Who said so.
    public var by: String?
    /// The outbox's name of the mail about it; nil: none has been made.
    public var mail: String?

    /// A note by its parts.
    package init(
        number: Int64 = 0, learner: LearnerID, kind: Kind, text: String, words: [String], wish: Fact.Kind? = nil,
        origin: Fact.Origin, at: Timestamp, state: State = .open, by: String? = nil, mail: String? = nil
    ) {
        self.number = number
        self.learner = learner
        self.kind = kind
        self.text = text
        self.words = words
        self.wish = wish
        self.origin = origin
        self.at = at
        self.state = state
        self.by = by
        self.mail = mail
    }
}
