import Foundation

/// How good an order of candidates is, by the definitions of the MIND news recommendation task. Higher is better.
public struct SlateMeasures: Hashable, Codable, Sendable {
    /// The share of pairs (wanted, not wanted) in the right order, 0…1; equal scores count half.
    public var auc: Double
    /// The mean of 1/rank over the wanted ones.
    public var mrr: Double
    /// Discounted gain of the first five places over the best possible, 0…1.
    public var ndcg5: Double
    /// The same of the first ten.
    public var ndcg10: Double
    /// The share of the wanted ones among the first fifty.
    public var recall50: Double

    enum CodingKeys: String, CodingKey {
        case auc, mrr
        case ndcg5 = "ndcg@5"
        case ndcg10 = "ndcg@10"
        case recall50 = "recall@50"
    }

    /// Measures by their values.
    package init(auc: Double, mrr: Double, ndcg5: Double, ndcg10: Double, recall50: Double) {
        self.auc = auc
        self.mrr = mrr
        self.ndcg5 = ndcg5
        self.ndcg10 = ndcg10
        self.recall50 = recall50
    }

    /// The measures of scores, with whether each candidate was wanted, in the order in which equal scores stand; at least
    /// one candidate of each kind.
    public init(scores: [Double], wanted: [Bool]) {
        let order = scores.indices.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
        let ranks = order.enumerated().filter { wanted[$0.element] }.map { $0.offset + 1 }
        auc = Self.auc(scores: scores, wanted: wanted)
        mrr = ranks.reduce(0.0) { $0 + 1 / Double($1) } / Double(ranks.count)
        ndcg5 = Self.gain(ranks, places: 5)
        ndcg10 = Self.gain(ranks, places: 10)
        recall50 = Double(ranks.count { $0 <= 50 }) / Double(ranks.count)
    }

    private static func gain(_ ranks: [Int], places: Int) -> Double {
        let ideal = (1...min(places, ranks.count)).reduce(0.0) { $0 + 1 / log2(Double($1 + 1)) }
        return ranks.filter { $0 <= places }.reduce(0.0) { $0 + 1 / log2(Double($1 + 1)) } / ideal
    }

    /// By the ranks of the wanted ones from the worst up, equal scores sharing the mean of their ranks.
    private static func auc(scores: [Double], wanted: [Bool]) -> Double {
        let order = scores.indices.sorted { scores[$0] < scores[$1] }
        var sum = 0.0
        var start = 0
        while start < order.count {
            var end = start
            while end < order.count, scores[order[end]] == scores[order[start]] { end += 1 }
            let rank = Double(start + 1 + end) / 2
            sum += rank * Double(order[start..<end].count { wanted[$0] })
            start = end
        }
        let good = Double(wanted.count { $0 })
        let bad = Double(wanted.count) - good
        return (sum - good * (good + 1) / 2) / (good * bad)
    }

    /// The measures by name, in the order in which they are shown.
    public var values: [(name: String, value: Double)] {
        [("auc", auc), ("mrr", mrr), ("ndcg@5", ndcg5), ("ndcg@10", ndcg10), ("recall@50", recall50)]
    }

    /// The mean of measures; nil of none.
    public static func mean(_ all: [SlateMeasures]) -> SlateMeasures? {
        guard !all.isEmpty else { return nil }
        func mean(_ part: KeyPath<SlateMeasures, Double>) -> Double {
            all.reduce(0) { $0 + $1[keyPath: part] } / Double(all.count)
        }
        return SlateMeasures(
            auc: mean(\.auc), mrr: mean(\.mrr), ndcg5: mean(\.ndcg5), ndcg10: mean(\.ndcg10),
            recall50: mean(\.recall50))
    }
}
