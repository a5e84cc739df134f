/// An edition and a learner: the ordered result of the rank stage, with what decided each place.
public struct ReadingList: Hashable, Codable, Sendable {
    /// What may happen with a list.
    public enum State: String, Codable, Sendable, CaseIterable {
        /// It may go out.
        case ready
        /// It waits for the teacher's approval.
        case awaitingApproval
        /// A teacher holds it back, whatever else was said of it.
        case held
        /// It waited until its window ended and was not approved: recorded, never sent.
        case withheld
    }

    /// The edition it belongs to.
    public var edition: Edition
    /// Whom it is for.
    public var learner: LearnerID
    /// When it was made.
    public var made: Timestamp
    /// Whose say it is.
    public var dial: Dial
    /// Whether it may go out.
    public var state: State
    /// The items in their order.
    public var entries: [ListEntry]
    /// The names of scorers that abstained for every item of this learner: they did not speak.
    public var silentScorers: [String]
    /// The names of scorers that failed in this run, so that everybody's list was made without them; nil: none.
    public var missingScorers: [String]?
    /// What it answers to the learner's open wishes; nil: there is nothing to answer.
    public var answers: [WishAnswer]?

    /// A list by its parts.
    public init(
        edition: Edition, learner: LearnerID, made: Timestamp, dial: Dial, state: State, entries: [ListEntry],
        silentScorers: [String] = [], missingScorers: [String] = [], answers: [WishAnswer] = []
    ) {
        self.edition = edition
        self.learner = learner
        self.made = made
        self.dial = dial
        self.state = state
        self.entries = entries
        self.silentScorers = silentScorers
        // Nil and not empty, so that nothing is written in the lists of a sound run.
        self.missingScorers = missingScorers.isEmpty ? nil : missingScorers
        self.answers = answers.isEmpty ? nil : answers
    }
}

/// One place of a reading list.
public struct ListEntry: Hashable, Codable, Sendable {
    /// Whose place it is.
    public enum Side: String, Codable, Sendable {
        /// A teacher's must-have.
        case pin
        /// One of the teacher's places, filled by the teacher's scorers.
        case teacher
        /// One of the learner's places.
        case learner
        /// One of the learner's places, kept for what was asked for last: a wish shows in the very next list.
        case wish
        /// The one item that is a little harder than usual, on purpose.
        case stretch
    }

    /// The place, from 1.
    public var place: Int
    /// The item.
    public var item: ItemID
    /// The version of the item that was ranked.
    public var version: Int64
    /// Whose place it is.
    public var side: Side
    /// The blended score that the place was decided by: a weighted mean of standardised scores, 0 = average.
    public var blend: Double
    /// What each scorer gave, in the order of the scorers' names.
    public var scores: [ScorePart]
    /// Why it is here, the weightiest first; never empty.
    public var reasons: [Reason]
    /// How far it lay above what the learner reads well in its language, in grades, as both were known then; nil: nobody knew, or a list of an
    /// older version.
    public var gap: Double?

    /// A place by its parts.
    package init(
        place: Int, item: ItemID, version: Int64, side: Side, blend: Double, scores: [ScorePart], reasons: [Reason],
        gap: Double? = nil
    ) {
        self.gap = gap
        self.place = place
        self.item = item
        self.version = version
        self.side = side
        self.blend = blend
        self.scores = scores
        self.reasons = reasons
    }
}

/// What one scorer contributed to an item's place.
public struct ScorePart: Hashable, Codable, Sendable {
    /// The scorer's name.
    public var scorer: String
    /// Its number, 0…1; nil where it abstained.
    public var score: Double?
    /// The number standardised over the learner's candidates (mean 0, deviation 1); 0 where it abstained.
    public var standardised: Double
    /// Its weight with the dial's factor.
    public var weight: Double
    /// Weight × standardised, divided by the sum of the weights: the parts add up to the blend.
    public var contribution: Double

    /// A part by its numbers.
    package init(scorer: String, score: Double?, standardised: Double, weight: Double, contribution: Double) {
        self.scorer = scorer
        self.score = score
        self.standardised = standardised
        self.weight = weight
        self.contribution = contribution
    }
}

/// Why an item is in a list, computed from what decided its place.
public enum Reason: Hashable, Codable, Sendable {
    /// The teacher chose it; `assigned`: it is homework, so it is sent even against an opt-out.
    case pinned(by: String, assigned: Bool)
    /// A scorer lifted it most, by this evidence.
    case scored(scorer: String, evidence: Evidence)
    /// It is a little harder than usual on purpose.
    case stretch(item: Double, learner: Double)
    /// Nothing spoke for it more than for others: it was the best of what was left.
    case bestLeft
    /// There is a reason that may not be named where this is read.
    case unnamed
}
