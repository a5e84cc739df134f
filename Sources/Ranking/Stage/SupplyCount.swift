import Content
import ScorerKit

/// Counts what is left for a learner beside a list, by the languages that they read.
struct SupplyCount {
    let snapshot: RankSnapshot
    let view: LearnerView
    let verdicts: [Gate?]
    let levels: LevelReach
    let minutes: Int
    /// The learner's grade at school: what is meant for younger ones does not count.
    let grade: Int
    /// The items of their newest list.
    let listed: Set<Int>

    /// The weeks over which what came is averaged, at the most.
    private static let weeks = 4.0

    /// The supply by language, the learner's own first.
    func supplies(of learner: LearnerID) -> [LearnerSupply] {
        let weeks = min(Self.weeks, max(1, snapshot.columns.daysSeen / 7))
        let topics = view.profile.wants.sorted { ($1.strength, $0.phrase) < ($0.strength, $1.phrase) }
        return view.languages.map { language in
            let count = count(language)
            return LearnerSupply(
                learner: learner, language: language, levels: levels.range(at: view.level(in: language)),
                fitting: count.fitting, weekly: (Double(count.arrived) / weeks * 10).rounded() / 10,
                places: snapshot.settings.places,
                listed: listed.count { snapshot.batch.items[$0].language == language }, listedInAll: listed.count,
                quietDays: count.quiet.map { Int($0) }, topics: topics.prefix(3).map { $0.phrase })
        }
    }

    private func count(_ language: String) -> (fitting: Int, arrived: Int, quiet: Double?) {
        let batch = snapshot.batch
        var (fitting, arrived) = (0, 0)
        var quiet: Double?
        var stories: Set<Int32> = []
        let (columns, told) = (snapshot.columns, snapshot.rules.stories)
        guard let number = columns.languages.firstIndex(of: language).map({ Int32($0) }) else { return (0, 0, nil) }
        for item in batch.indices where columns.languageNumbers[item] == number {
            let verdict = verdicts[item]
            guard verdict == nil || verdict == .givenBefore || verdict == .copy else { continue }
            guard snapshot.rules.highestGrades[item] >= grade else { continue }
            let age = batch.ages[item]
            quiet = min(quiet ?? age, age)
            let cost = columns.cost(item, budget: minutes)
            guard levels.contains(item), 2 * cost <= minutes + 1 else { continue }
            if told[item] >= 0, !stories.insert(told[item]).inserted { continue }
            if age <= 7 * Self.weeks { arrived += 1 }
            if verdict == nil, !listed.contains(item) { fitting += 1 }
        }
        return (fitting, arrived, quiet)
    }
}

extension LearnerRanking {
    /// What is left for the learner after this list; nothing for one who wants none, or whose teacher pins all.
    public var supply: [LearnerSupply] {
        guard snapshot.isCounted(learner, at: dial) else { return [] }
        return SupplyCount(
            snapshot: snapshot, view: view, verdicts: verdicts, levels: composer.levels, minutes: minutes,
            grade: learner.grade, listed: Set(composition.picks.map { $0.item })
        ).supplies(of: learner.id)
    }
}

extension RankSnapshot {
    /// What is left for a learner after the list with these items. No scorer is asked.
    public func supply(of known: LearnerLine, listed: [ItemID]) -> [LearnerSupply] {
        let learner = known.learner
        let dial = classTerms(of: learner).dial(own: learner.dial, school: settings.dial)
        guard isCounted(learner, at: dial) else { return [] }
        let languages = languages(of: learner)
        let profile = InterestProfile(facts: known.facts).believing(bands(of: known), own: languages.first)
        let view = LearnerView(
            pseudonym: known.pseudonym, grade: learner.grade, languages: languages, profile: profile)
        let gates = LearnerGates(self, learner: learner, profile: profile, given: known.given.items)
        return SupplyCount(
            snapshot: self, view: view, verdicts: gates.verdicts, levels: LevelReach(view, snapshot: self),
            minutes: learner.minutes ?? settings.minutes, grade: learner.grade,
            listed: Set(listed.compactMap { batch.index(of: $0) })
        ).supplies(of: learner.id)
    }
}

extension RankSnapshot {
    /// Whether it is reckoned what is left for a learner: they get a list of their own, and not their teacher alone chooses.
    fileprivate func isCounted(_ learner: Learner, at dial: Dial) -> Bool {
        learner.id.classRead == nil && learner.mayBeProfiled(on: settings.basis) && dial != .teacherOnly
    }
}
