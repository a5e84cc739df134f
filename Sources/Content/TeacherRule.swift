/// A teacher's pin or veto: a must-have or a must-not, for a class or for one learner. Rules are appended like facts:
/// taking one back is another rule.
public struct TeacherRule: Hashable, Codable, Sendable {
    /// What the rule does.
    public enum Kind: String, Codable, Sendable {
        /// The item must be in every list until the pin is taken back.
        case pin
        /// Takes a pin back.
        case unpin
        /// The item, or every item on the topic, must not be in a list.
        case veto
        /// Takes a veto back.
        case unveto
        /// The teacher has read the item and lets it through the suitability gate; of a feed: its articles are not held for words.
        case approve
        /// Takes an approval back.
        case unapprove
        /// The item is taken out of the lists of one edition, and may come later.
        case swap
    }

    /// Whom a rule holds for.
    public enum Scope: Hashable, Codable, Sendable {
        /// Every learner of a class.
        case schoolClass(String)
        /// One learner.
        case learner(LearnerID)
    }

    /// What a rule is about.
    public enum Target: Hashable, Codable, Sendable {
        /// One item.
        case item(ItemID)
        /// A topic: a word or phrase, matched as whole words and stems.
        case topic(String)
        /// All that a feed brings, by its address.
        case feed(String)
    }

    /// The store's number of this rule; a later one has a larger number. 0 before it is stored.
    public var number: Int64
    /// What it does.
    public var kind: Kind
    /// Whom it holds for.
    public var scope: Scope
    /// What it is about.
    public var target: Target
    /// Who said it, as it is to be printed: `Ms Rivera`.
    public var by: String
    /// For an approval: the digest of the text that was read (``ContentItem/readDigest``); it holds for that text only.
    public var readDigest: String?
    /// For a pin: whether it is assigned work, which is sent even against an opt-out.
    public var assigned: Bool
    /// For a pin: whether everybody gets just this version of its story, however it fits.
    public var exact = false
    /// When it was said.
    public var at: Timestamp
    /// The date of the last edition that a pin or veto holds for; nil: until it is taken back.
    public var until: CalendarDate?
    /// For a swap: the one edition that it holds for.
    public var edition: Edition?

    /// A rule by its parts.
    package init(
        number: Int64 = 0, kind: Kind, scope: Scope, target: Target, by: String, assigned: Bool = false,
        readDigest: String? = nil, at: Timestamp, until: CalendarDate? = nil, edition: Edition? = nil
    ) {
        self.number = number
        self.kind = kind
        self.scope = scope
        self.target = target
        self.by = by
        self.assigned = assigned
        self.readDigest = readDigest
        self.at = at
        self.until = until
        self.edition = edition
    }

    /// Whether it holds for the lists of an edition; where none is named, only what holds for every one is asked.
    public func holds(in edition: Edition?) -> Bool {
        if kind == .swap { return edition != nil && self.edition == edition }
        guard let until, let edition else { return true }
        return edition.date <= until
    }
}
