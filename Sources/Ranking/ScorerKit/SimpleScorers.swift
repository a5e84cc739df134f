import Content

/// A scorer for which all learners are alike: it says what one item is worth to anybody.
public protocol AnybodyScorer: Scorer {
    /// The score of an item, 0…1, or nil to abstain.
    func score(_ item: ItemView) -> Double?
    /// What that number rests on.
    func evidence(for item: ItemView) -> Evidence
}

/// A scorer that says what one item is worth to one learner, without preparing.
public protocol PairScorer: Scorer {
    /// The score of an item for a learner, 0…1, or nil to abstain.
    func score(_ item: ItemView, for learner: LearnerView) -> Double?
    /// What that number rests on.
    func evidence(for item: ItemView, learner: LearnerView) -> Evidence
}

extension AnybodyScorer {
    /// Scores every item once; each learner gets a copy of that row.
    public func prepare(_ batch: ItemBatch) -> any PreparedScorer {
        let row = batch.indices.map { index in score(batch[index]).map { Float($0) } ?? .nan }
        return PreparedAnybody(scorer: self, batch: batch, row: row)
    }
}

extension PairScorer {
    /// Scores item by item when a learner's row is filled.
    public func prepare(_ batch: ItemBatch) -> any PreparedScorer { PreparedPairs(scorer: self, batch: batch) }
}

private struct PreparedAnybody<Wrapped: AnybodyScorer>: PreparedScorer {
    let scorer: Wrapped
    let batch: ItemBatch
    let row: [Float]

    func fill(_ row: inout MutableSpan<Float>, for learner: LearnerView) {
        for item in row.indices { row[item] = self.row[item] }
    }

    func evidence(for item: Int, learner: LearnerView) -> Evidence? {
        row[item].isNaN ? nil : scorer.evidence(for: batch[item])
    }
}

private struct PreparedPairs<Wrapped: PairScorer>: PreparedScorer {
    let scorer: Wrapped
    let batch: ItemBatch

    func fill(_ row: inout MutableSpan<Float>, for learner: LearnerView) {
        for index in batch.indices {
            if let score = scorer.score(batch[index], for: learner) { row[index] = Float(score) }
        }
    }

    func evidence(for item: Int, learner: LearnerView) -> Evidence? {
        let view = batch[item]
        return scorer.score(view, for: learner) == nil ? nil : scorer.evidence(for: view, learner: learner)
    }
}
