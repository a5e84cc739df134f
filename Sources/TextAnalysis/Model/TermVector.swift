/// A sparse vector over stems, of length 1 (or empty): what a text is about.
public struct TermVector: Hashable, Sendable {
    /// The stems' numbers, ascending.
    public let terms: [Int32]
    /// The weight of each, in the same order.
    public let weights: [Float]

    /// The vector of the given weights, scaled to length 1; without those that are 0.
    public init(_ weighted: [(term: Int32, weight: Float)]) {
        var merged: [(term: Int32, weight: Float)] = []
        for entry in weighted.sorted(by: { $0.term < $1.term }) {
            if let last = merged.last, last.term == entry.term {
                merged[merged.count - 1].weight += entry.weight
            } else {
                merged.append(entry)
            }
        }
        merged.removeAll { $0.weight == 0 }
        let length = merged.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot()
        terms = length > 0 ? merged.map { $0.term } : []
        weights = length > 0 ? merged.map { $0.weight / length } : []
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
        var all: [(term: Int32, weight: Float)] = []
        for part in parts {
            for (term, weight) in zip(part.vector.terms, part.vector.weights) {
                all.append((term, weight * part.weight))
            }
        }
        return TermVector(all)
    }
}
