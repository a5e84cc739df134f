import Content

/// What readers' answers say of how hard articles are: a text that a class finds too hard is harder than it measures.
public struct ArticleHearing {
    private var heard: [ItemID: [LevelEvidence]] = [:]

    /// The deviation of a level that was measured of a text, in grades.
    static let measured = 2.0

    /// Nothing was heard yet.
    package init() {}

    /// Takes in what a learner answered, at their level.
    mutating func take(
        _ answers: LevelAnswers, of bands: [String: ReadingBand], languages: [String], language: (ItemID) -> String?
    ) {
        guard let own = languages.first else { return }
        for answer in answers.answers {
            guard let band = bands[language(answer.item) ?? own] ?? bands[own] else { continue }
            heard[answer.item, default: []].append(
                LevelEvidence(
                    level: band.level, answer: answer.answer,
                    weight: answer.answer == .fits ? LevelAnswers.silence : 1))
        }
    }

    /// The levels of the articles of which anything was heard and whose level was measured.
    func levels(measured: (ItemID) -> Double?) -> [ItemID: Double] {
        var levels: [ItemID: Double] = [:]
        for (item, evidence) in heard {
            guard let level = measured(item) else { continue }
            var belief = LevelBelief(about: level, deviation: Self.measured)
            for one in evidence { belief.take(one, by: .ofArticle) }
            levels[item] = (belief.moments.mean * 10).rounded() / 10
        }
        return levels
    }
}
