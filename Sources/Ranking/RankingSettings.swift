import Content
import Safeguarding
import ScorerKit

/// What a school decides about ranking; see the `lists` section of `Config/gleaner.yaml`.
public struct RankingSettings: Hashable, Sendable {
    /// The largest number of items in a list, at least 1.
    public var places: Int
    /// The minutes of reading that a list may ask for, where the learner has none of their own.
    public var minutes: Int
    /// The largest number of items of one feed in a list.
    public var perFeed: Int
    /// The largest number of items about one topic of the learner's in a list.
    public var perTopic: Int
    /// The largest share of what a learner gets over four weeks from one feed, above 0, at most 1.
    public var feedShare = 0.3
    /// The same on one topic of theirs.
    public var topicShare = 0.5
    /// How strongly items that are alike push each other down, 0…1.
    public var diversity: Double
    /// How much harder than what a learner reads well an article may be.
    public var ceiling = LevelBound(1.2, 2, 3)
    /// How much easier than that an article may be.
    public var floor = LevelBound(1.5, 2.5, 3.5)
    /// Items older than so many days are not sent; nil: any age.
    public var maxAgeDays: Int?
    /// The dial, where neither the learner nor their class has one.
    public var dial: Dial
    /// Whether one item a list may be a little harder than usual.
    public var stretch: Bool
    /// The languages that learners read of whom none is known.
    public var languages: [String]
    /// Of a district: the languages of each of its schools, for its learners of whom none is known.
    public var schools: [SchoolName: [String]] = [:]
    /// After so many days what a learner said of topics and articles counts half; nil: it does not fade.
    public var halfLifeDays: Double?
    /// Words and phrases that hold an item for everybody until a teacher has read it.
    public var heldWords: [String]
    /// Words that hold an item from learners below a grade until then, by language.
    public var heldLists = HeldWordFinder.none
    /// The lowest grade that items about a topic are meant for, by topic.
    public var audiencesOfTopics: [String: Int] = [:]
    /// Which needs and strengths are skills and no topics.
    public var skills: SkillRule
    /// On what the school rests that learners are profiled.
    public var basis: LawfulBasis?
    /// The language of the pages of classes that have none of their own; nil: the first of ``languages``.
    public var pageLanguage: String?
    /// For which classes a page is made that is the same for all.
    public var classPages = ClassPages.needed

    /// Settings by their values.
    package init(
        places: Int = 6, minutes: Int = 30, perFeed: Int = 2, perTopic: Int = 3, diversity: Double = 0.3,
        maxAgeDays: Int? = 90, dial: Dial = .shared, stretch: Bool = true, languages: [String] = ["en"],
        halfLifeDays: Double? = nil, heldWords: [String] = [], skills: SkillRule = SkillRule()
    ) {
        self.places = places
        self.minutes = minutes
        self.perFeed = perFeed
        self.perTopic = perTopic
        self.diversity = diversity
        self.maxAgeDays = maxAgeDays
        self.dial = dial
        self.stretch = stretch
        self.languages = languages
        self.halfLifeDays = halfLifeDays
        self.heldWords = heldWords
        self.skills = skills
    }
}

/// A scorer that this run uses, with its weight.
public struct ActiveScorer: Sendable {
    /// What it says of itself.
    public var card: ScorerCard
    /// Its weight before the dial; 0: it is scored and recorded without effect.
    public var weight: Double
    /// Its options as JSON with sorted keys.
    public var options: String
    /// The scorer.
    public var scorer: any RunnableScorer

    /// A scorer with its weight.
    package init(card: ScorerCard, weight: Double, options: String, scorer: any RunnableScorer) {
        self.card = card
        self.weight = weight
        self.options = options
        self.scorer = scorer
    }

    /// A scorer written in Swift with its weight.
    public init(card: ScorerCard, weight: Double, options: String, scorer: any Scorer) {
        self.init(card: card, weight: weight, options: options, scorer: InProcessScorer(scorer))
    }
}
