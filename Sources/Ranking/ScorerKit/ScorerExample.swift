import Content

/// A learner and two articles, of which a scorer gives one the higher score: what it does in a nutshell, for people who read
/// about it and for its first test. Everybody in an example is made up.
public struct ScorerExample: Sendable {
    /// A learner, by what was said of them.
    public struct Learner: Sendable {
        /// The school grade, 0…13.
        public var grade: Int
        /// The level they read well at, as a school grade; nil: their grade's.
        public var level: Double?
        /// What they are interested in, good at and working on.
        public var interests, strengths, needs: [String]
        /// Articles of which they said "more".
        public var liked: [Article]

        /// A learner by their parts.
        public init(
            grade: Int = 6, level: Double? = nil, interests: [String] = [], strengths: [String] = [],
            needs: [String] = [], liked: [Article] = []
        ) {
            self.grade = grade
            self.level = level
            self.interests = interests
            self.strengths = strengths
            self.needs = needs
            self.liked = liked
        }
    }

    /// An article in a line or two.
    public struct Article: Sendable {
        /// Its title.
        public var title: String
        /// Its text.
        public var text: String
        /// Its level as a school grade; nil: not known.
        public var level: Double?
        /// Its age in days.
        public var ageInDays: Double
        /// How many minutes it takes to read.
        public var minutes: Int

        /// An article by its parts.
        public init(
            _ title: String, text: String = "", level: Double? = nil, ageInDays: Double = 1, minutes: Int = 2
        ) {
            self.title = title
            self.text = text
            self.level = level
            self.ageInDays = ageInDays
            self.minutes = minutes
        }
    }

    /// The learner.
    public var learner: Learner
    /// The article with the higher score.
    public var better: Article
    /// The other.
    public var worse: Article
    /// Why, in a few words.
    public var because: String

    /// An example by its parts.
    public init(_ learner: Learner, better: Article, worse: Article, because: String) {
        self.learner = learner
        self.better = better
        self.worse = worse
        self.because = because
    }

    /// What a scorer that was prepared for ``batch`` has to answer: these learners, and of each the numbers of the better
    /// and the worse article there.
    public var question: (batch: ItemBatch, learner: LearnerView, better: Int, worse: Int) {
        let now = Timestamp(year: 2026, month: 9, day: 7)
        let articles = [better, worse] + learner.liked
        let items = articles.enumerated().map { number, article in
            let published = now.adding(seconds: -Int64(article.ageInDays * 86_400))
            return ContentItem(
                id: ItemID(rawValue: "\(number)"), code: ItemCode(rawValue: "\(number)"), version: Int64(number),
                feed: "https://example.org/\(number)", feedTitle: "Example", url: nil, title: article.title,
                summary: "", text: article.text, language: "en", published: published, firstSeen: published, words: 100,
                minutes: article.minutes, level: article.level)
        }
        let id = LearnerID(rawValue: "example")
        func fact(_ kind: Fact.Kind, _ value: String, item: ItemID? = nil) -> Fact {
            Fact(learner: id, kind: kind, value: value, item: item, origin: item == nil ? .roster : .learner, at: now)
        }
        let facts =
            [fact(.grade, "\(learner.grade)"), fact(.level, learner.level.map { "\($0)" } ?? "")]
            + [(Fact.Kind.interests, learner.interests), (.strengths, learner.strengths), (.needs, learner.needs)].map {
                fact($0, $1.joined(separator: ";"))
            } + items.dropFirst(2).map { fact(.more, $0.title, item: $0.id) }
        let view = LearnerView(
            pseudonym: "L1", grade: learner.grade, languages: ["en"], profile: InterestProfile(facts: facts))
        return (ItemBatch(items, now: now), view, 0, 1)
    }
}

extension Scorer {
    /// The two scores that a scorer gives an example: the better article's, and the worse one's; NaN where it abstains.
    public func scores(of example: ScorerExample) -> (better: Float, worse: Float) {
        let (batch, learner, better, worse) = example.question
        var block = ScoreBlock(learners: 1, items: batch.count)
        prepare(batch).fill(&block, for: [learner])
        return (block[0, better], block[0, worse])
    }
}
