import Content
import ScorerKit

extension RankSnapshot {
    /// How well a learner reads each of their languages.
    public func bands(of known: LearnerLine) -> [String: ReadingBand] {
        ReaderBands(
            facts: known.facts, given: known.given, languages: languages(of: known.learner), now: batch.now
        ).bands { item in
            guard let index = batch.index(of: item), !batch.levels[index].isNaN else { return nil }
            return (batch.levels[index], batch.items[index].language)
        }
    }

    /// Takes in what learners said of how hard articles are.
    public func hear(_ lines: [LearnerLine], into hearing: inout ArticleHearing) {
        for known in lines where known.learner.mayBeProfiled(on: settings.basis) {
            let answers = LevelAnswers(facts: known.facts, given: known.given)
            guard answers.speaksOfLevels else { continue }
            hearing.take(answers, of: bands(of: known), languages: languages(of: known.learner)) { item in
                batch.index(of: item).flatMap { batch.items[$0].language }
            }
        }
    }

    /// The levels of the articles of which learners said anything.
    public func levels(by hearing: ArticleHearing) -> [ItemID: Double] {
        hearing.levels { item in batch.index(of: item).flatMap { batch.items[$0].level } }
    }

    /// The same with levels as readers find them.
    public func hearing(_ levels: [ItemID: Double]) -> RankSnapshot {
        var snapshot = self
        snapshot.batch = batch.hearing(levels)
        return snapshot
    }
}
