/// A sparse vector over stems, of length 1 (or empty): what a text is about.
public struct TermVector: Hashable, Sendable {
    /// The stems' numbers, ascending.
    public let terms: [Int32]
    /// The weight of each, in the same order.
    public let weights: [Float]

    /// The vector of the given weights, scaled to length 1; without those that are 0.
    public init(_ weighted: [(term: Int32, weight: Float)]) {
        self = TermVector(merging: weighted).unit
    }

    /// The sum of the given weights, as it is; without those that are 0.
    private init(merging weighted: [(term: Int32, weight: Float)]) {
        var terms: [Int32] = []
        var weights: [Float] = []
        for entry in weighted.sorted(by: { $0.term < $1.term }) {
            if terms.last == entry.term {
                weights[weights.count - 1] += entry.weight
            } else {
                terms.append(entry.term)
                weights.append(entry.weight)
            }
        }
        let kept = weights.indices.filter { weights[$0] != 0 }
        self.terms = kept.map { terms[$0] }
        self.weights = kept.map { weights[$0] }
    }

    /// The vector of weights as they are, terms ascending.
    init(ascending terms: [Int32], weights: [Float]) {
        self.terms = terms
        self.weights = weights
    }

    /// Its length: 1, but for one whose weights were taken as they are.
    var length: Float { weights.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot() }

    /// The same scaled to length 1; empty if its length is 0.
    var unit: TermVector {
        let length = length
        guard length > 0 else { return TermVector(ascending: [], weights: []) }
        return TermVector(ascending: terms, weights: weights.map { $0 / length })
    }

    /// Whether it says nothing.
    public var isEmpty: Bool { terms.isEmpty }

    /// The cosine of the angle to another vector, −1…1; 0 if either is empty.
    public func cosine(to other: TermVector) -> Float {
        var sum: Float = 0
        var i = 0
        var j = 0
        while i < terms.count, j < other.terms.count {
            if terms[i] == other.terms[j] {
                sum += weights[i] * other.weights[j]
                i += 1
                j += 1
            } else if terms[i] < other.terms[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return sum
    }

    /// The sum of vectors, each times its weight, scaled to length 1.
    public static func sum(_ parts: some Sequence<(vector: TermVector, weight: Float)>) -> TermVector {
        plainSum(parts).unit
    }

    /// The sum of vectors, each times its weight.
    static func plainSum(_ parts: some Sequence<(vector: TermVector, weight: Float)>) -> TermVector {
        var all: [(term: Int32, weight: Float)] = []
        for part in parts {
            for (term, weight) in zip(part.vector.terms, part.vector.weights) {
                all.append((term, weight * part.weight))
            }
        }
        return TermVector(merging: all)
    }
}
