import Content
import Evaluation
import Pipeline
import Ranking
import ScorerKit
import Store

/// Slates from a school's own lists and says: for each learner the newest list of which they said "more" about an article
/// is left out. What was known before it was made is the profile, its articles and the best of those that found no place
/// are the candidates, and those they said "more" of are the wanted ones.
struct StoreSlates {
    let store: Store
    /// After so many days what was said counts half; nil: it does not fade.
    let halfLifeDays: Double?
    /// On what the school rests that learners are profiled: others are measured by nobody.
    let basis: LawfulBasis?

    func trials() throws -> [SlateTrial] {
        let items = try store.items.items().map { $0.item }
        let ids = Dictionary(items.map { ($0.code, $0.id) }, uniquingKeysWith: { first, _ in first })
        let levels = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var trials: [SlateTrial] = []
        for (learner, facts) in try store.learners.facts().known.sorted(by: { $0.key < $1.key })
        where Learner(id: learner, facts: facts).mayBeProfiled(on: basis) {
            let liked = Set(facts.filter { $0.kind == .more }.compactMap { $0.item })
            for stored in try store.lists.lists(for: learner, holding: liked) {
                let list = stored.list
                let entries = Set(list.entries.map { $0.item })
                let later = facts.filter { $0.at > list.made && $0.kind == .more }
                let wanted = Set(later.compactMap { $0.item }).intersection(entries)
                guard !wanted.isEmpty else { continue }
                let others = stored.record.runnersUp.compactMap { ids[$0.code] }.filter { !entries.contains($0) }
                let before = facts.filter { $0.at <= list.made }
                let record = Learner(id: learner, facts: before)
                // How well they read then, as the run that made the list believed.
                let given = try store.lists.given(to: [learner], beforeRun: stored.run)[learner] ?? GivenItems()
                let bands = ReaderBands(
                    facts: before, given: given, languages: record.languages, now: list.made
                ).bands { id in levels[id].flatMap { item in item.level.map { ($0, item.language) } } }
                let profile = InterestProfile(facts: before).faded(at: list.made, halfLifeDays: halfLifeDays)
                    .believing(bands, own: record.languages.first)
                trials.append(
                    SlateTrial(
                        slate: Slate(
                            learner: learner.rawValue, history: profile.taught.map { $0.item.rawValue },
                            interests: profile.wants.map { $0.phrase },
                            candidates: (list.entries.map { $0.item } + others).map { $0.rawValue },
                            relevant: wanted.sorted().map { $0.rawValue }),
                        view: LearnerView(
                            pseudonym: "L\(trials.count + 1)", grade: record.grade, languages: record.languages,
                            profile: profile)))
                break
            }
        }
        return trials
    }
}
