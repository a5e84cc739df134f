import Content
import Evaluation
import ScorerKit

/// A slate with what is known of its learner.
struct SlateTrial {
    var slate: Slate
    var view: LearnerView

    init(slate: Slate, view: LearnerView) {
        self.slate = slate
        self.view = view
    }

    init(slate: Slate, facts: [Fact]) {
        self.slate = slate
        view = LearnerView(pseudonym: "L1", grade: 0, languages: [], profile: InterestProfile(facts: facts))
    }

    /// The candidates that a batch has, and which of them are wanted; nil where all are, or none is. Equal scores stand in
    /// the order of a list: the newer first, then by id.
    func candidates(in batch: ItemBatch) -> (items: [Int], isWanted: [Bool])? {
        let wanted = Set(slate.relevant)
        let items = slate.candidates.compactMap { batch.index(of: ItemID(rawValue: $0)) }.sorted {
            (batch.items[$1].published, $0) < (batch.items[$0].published, $1)
        }
        let isWanted = items.map { wanted.contains(batch.items[$0].id.rawValue) }
        return isWanted.contains(true) && isWanted.contains(false) ? (items, isWanted) : nil
    }

    /// What a learner with this history and these interests would have said.
    static func facts(of slate: Slate, at now: Timestamp) -> [Fact] {
        let learner = LearnerID(rawValue: slate.learner)
        let interests = slate.interests.map { $0.replacing(";", with: " ") }.joined(separator: ";")
        return [Fact(learner: learner, kind: .interests, value: interests, origin: .roster, at: now)]
            + slate.history.map { item in
                Fact(
                    learner: learner, kind: .more, value: "", item: ItemID(rawValue: item), origin: .learner, at: now)
            }
    }
}
