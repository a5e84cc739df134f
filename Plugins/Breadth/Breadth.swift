import ScorerKit
import Synchronization
import TextAnalysis

/// Articles unlike those that the learner keeps choosing, so that a reader of one thing meets others: many learners at once,
/// by a product of two matrices. It abstains for learners who have liked little yet, and for articles without text.
public struct Breadth: Scorer {
    /// When it begins to speak.
    public struct Options: ScorerOptions {
        /// So many articles must have been liked; at least 1.
        public var fewestLiked = 3
        /// The defaults.
        public init() {}
    }

    /// Name, version, summary and whose say it is.
    public static let card = ScorerCard(
        name: "Breadth", version: "1.0", summary: "Articles unlike those the learner keeps choosing.", say: .teacher)

    /// Something else for once.
    public static let examples = [
        ScorerExample(
            .init(
                liked: ["Cup", "League", "Final"].map { .init("\($0) football", text: "A football goal in the match.") }
            ),
            better: .init("Whales sing", text: "Whales sing in the deep sea."),
            worse: .init("Another match", text: "A goal decides the football match."),
            because: "three articles about football were liked before")
    ]

    private let options: Options

    /// A scorer that wants at least one liked article.
    public init(options: Options) throws(OptionsError) {
        guard options.fewestLiked >= 1 else {
            throw OptionsError(option: "fewestLiked", problem: "expected a whole number of at least 1")
        }
        self.options = options
    }

    /// Gives each article a place: its words' weights, each added or subtracted in one of 256 directions that the word itself
    /// decides (feature hashing, Weinberger and others 2009), scaled to length 1.
    public func prepare(_ batch: ItemBatch) -> any PreparedScorer {
        PreparedBreadth(fewest: options.fewestLiked, batch: batch)
    }
}

private final class PreparedBreadth: PreparedMatrixScorer {
    let fewest: Int
    let batch: ItemBatch
    /// Made when the first learner who has liked enough is met: in a large archive the matrix weighs.
    private let made = Mutex<HashedPlaces?>(nil)

    init(fewest: Int, batch: ItemBatch) {
        self.fewest = fewest
        self.batch = batch
    }

    private var places: HashedPlaces {
        made.withLock { made in
            let places = made ?? HashedPlaces(batch.text)
            made = places
            return places
        }
    }

    func fill(_ block: inout ScoreBlock, for learners: [LearnerView]) {
        let speaking = learners.indices.filter { liked(learners[$0]).count >= fewest }
        guard !speaking.isEmpty else { return }
        let places = places
        let rows = speaking.flatMap { places.mean(of: liked(learners[$0])) }
        var nearness = [Float](repeating: 0, count: speaking.count * batch.count)
        var span = nearness.mutableSpan
        DenseProduct.multiply(rows: rows, columns: places.values, depth: HashedPlaces.depth, into: &span)
        let hasWords = batch.text.hasWords
        for (place, learner) in speaking.enumerated() {
            block.withRow(learner) { row in
                for item in row.indices where hasWords[item] {
                    row[item] = min(1, max(0, 1 - nearness[place * row.count + item]))
                }
            }
        }
    }

    func evidence(for item: Int, learner: LearnerView) -> Evidence? {
        guard liked(learner).count >= fewest, batch.text.hasWords[item] else { return nil }
        let nearness = places.nearness(of: item, to: places.mean(of: liked(learner)))
        return .measure(name: "variety", value: Double(min(1, max(0, 1 - nearness))))
    }

    private func liked(_ learner: LearnerView) -> [Int] {
        learner.profile.taught.filter { $0.strength > 0 }.compactMap { batch.index(of: $0.item) }
    }
}
