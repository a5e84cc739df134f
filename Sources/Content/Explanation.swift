/// Why an item is in a learner's list, or why it is not.
public struct Explanation: Hashable, Sendable {
    /// What became of the item.
    public enum Outcome: Hashable, Sendable {
        /// It has this place.
        case placed(ListEntry)
        /// This gate removed it.
        case removed(GateVerdict)
        /// It passed the gates and found no place.
        case stopped(Stop)
    }

    /// The evidence of a scorer for the item.
    public struct Part: Hashable, Sendable {
        /// The numbers.
        public var score: ScorePart
        /// What the number rests on; nil where the scorer abstained.
        public var evidence: Evidence?
        /// Whose say the scorer is.
        public var say: Say

        /// A part by its values.
        public init(score: ScorePart, evidence: Evidence?, say: Say) {
            self.score = score
            self.evidence = evidence
            self.say = say
        }
    }

    /// The item.
    public var item: ContentItem
    /// What became of it.
    public var outcome: Outcome
    /// What each scorer gave, in the order of their names; empty where a gate removed the item.
    public var parts: [Part]
    /// The blended score; nil where a gate removed the item.
    public var blend: Double?
    /// Its rank among the candidates by blend, from 1; nil where a gate removed the item.
    public var rank: Int?
    /// How many items passed the gates.
    public var candidates: Int

    /// An explanation by its parts.
    package init(
        item: ContentItem, outcome: Outcome, parts: [Part] = [], blend: Double? = nil, rank: Int? = nil, candidates: Int
    ) {
        self.item = item
        self.outcome = outcome
        self.parts = parts
        self.blend = blend
        self.rank = rank
        self.candidates = candidates
    }
}

/// Why an item that passed the gates has no place.
public enum Stop: Hashable, Sendable {
    /// The list already has as many items of its feed as the school allows.
    case feedFull(feed: String, limit: Int)
    /// The feed has given its share of what the learner got over four weeks; how many articles that is.
    case feedShare(feed: String, limit: Int)
    /// So many articles on that topic came over four weeks.
    case topicShare(topic: String, limit: Int)
    /// Its feed is meant for younger learners, up to that grade; others come first.
    case outgrown(highest: Int)
    /// It has a word of what must not come, in a sense of its own; others come first.
    case otherSense(topic: String)
    /// It takes more minutes than the list had left.
    case tooLong(minutes: Int, budget: Int)
    /// The list already has as many items on that topic as the school allows.
    case topicFull(topic: String, limit: Int)
    /// It is harder or easier than what the learner reads well; the bounds, as school grades.
    case outOfReach(level: Double, range: ClosedRange<Double>)
    /// Nobody knows how hard it is, and the list holds one such article, or may hold none.
    case unknownLevel
    /// It takes more than half of the list's minutes.
    case takesTooMuch(minutes: Int, budget: Int)
    /// The list has another telling or version of it.
    case sameStory(title: String)
    /// Newer articles came first.
    case older(days: Int)
    /// Others came first; its rank among the candidates (from 1), and how many there were.
    case notReached(rank: Int, of: Int)
    /// At this dial only pins are sent.
    case pinsOnly
}
