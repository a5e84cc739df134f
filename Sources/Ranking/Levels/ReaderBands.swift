import Content
import TextAnalysis

/// How well a learner reads each of their languages: what the school stated, and what they said of articles since.
public struct ReaderBands {
    private let facts: [Fact]
    private let answers: LevelAnswers
    private let languages: [String]
    private let now: Timestamp

    /// The deviation of a level that was stated lately, in grades.
    static let stated = 1.0
    /// Where nothing but the grade is known: so much do the readers of a class differ.
    static let unstated = 2.0
    /// A level of more than so many days widens by a grade a year.
    static let freshDays = 180.0
    /// What is said of articles in one language counts so much for another.
    static let otherLanguage = 0.3

    /// The bands by what was said and given; `languages`: what the learner reads, their own first.
    public init(facts: [Fact], given: GivenItems, languages: [String], now: Timestamp) {
        self.init(facts: facts, answers: LevelAnswers(facts: facts, given: given), languages: languages, now: now)
    }

    init(facts: [Fact], answers: LevelAnswers, languages: [String], now: Timestamp) {
        self.facts = facts
        self.answers = answers
        self.languages = languages
        self.now = now
    }

    /// The bands by language; `level` gives the level and language of an article, nil where it is not known.
    public func bands(level: (ItemID) -> (level: Double, language: String?)?) -> [String: ReadingBand] {
        let prior = prior
        var bands: [String: ReadingBand] = [:]
        for (place, language) in languages.enumerated() where bands[language] == nil {
            var band = prior
            if place > 0 { band.deviation = max(band.deviation, Self.unstated) }
            bands[language] = prior.origin == .fixed ? band : after(band, in: language, level: level)
        }
        return bands
    }

    private func after(
        _ prior: ReadingBand, in language: String, level: (ItemID) -> (level: Double, language: String?)?
    ) -> ReadingBand {
        var belief = LevelBelief(about: prior.level, deviation: prior.deviation)
        var band = prior
        for answer in answers.answers {
            guard let article = level(answer.item) else { continue }
            let age = max(0, now.days(since: answer.at)) / LevelAnswers.halfLifeDays
            let weight =
                StableMath.exp(-0.693_147_180_559_945_3 * age) * (answer.answer == .fits ? LevelAnswers.silence : 1)
                * (article.language ?? language == language ? 1 : Self.otherLanguage)
            belief.take(
                LevelEvidence(level: article.level, answer: answer.answer, weight: weight), by: .ofReader)
            if answer.answer != .fits {
                band.answers += 1
                band.at = max(band.at, answer.at)
            }
        }
        let moments = belief.moments
        band.level = (moments.mean * 10).rounded() / 10
        band.deviation = (moments.deviation * 10).rounded() / 10
        return band
    }

    /// What is believed before any answer.
    private var prior: ReadingBand {
        var latest: [Fact.Kind: Fact] = [:]
        for fact in facts where [.level, .levelDate, .levelLock, .grade].contains(fact.kind) {
            latest[fact.kind] = fact
        }
        let first = facts.first?.at ?? now
        guard let fact = latest[.level], let level = Double(fact.value), level.isFinite else {
            let grade = latest[.grade].flatMap { Double($0.value) } ?? 0
            return ReadingBand(
                level: grade, deviation: Self.unstated, origin: .grade, at: latest[.grade]?.at ?? first)
        }
        let at = latest[.levelDate].flatMap { Timestamp(iso: $0.value + "T00:00:00Z") } ?? fact.at
        let days = max(0, now.days(since: at))
        let isFixed = latest[.levelLock].map { $0.value != "no" && !$0.value.isEmpty } ?? false
        return ReadingBand(
            level: min(16, max(0, level)),
            deviation: min(Self.unstated, Self.stated + max(0, days - Self.freshDays) / 365),
            origin: isFixed ? .fixed : .stated, at: at)
    }
}
