/// Which words keep company: for each pair of words of the same items, how much more often they meet than chance would
/// have it (positive pointwise mutual information), as rows of a sparse symmetric matrix.
struct WordCompany {
    /// The number of words.
    let count: Int
    private(set) var starts: [Int] = [0]
    private(set) var columns: [Int32] = []
    private(set) var values: [Float] = []

    /// The company of the words of vectors (each with its own numbers 0 ..< count). A meeting weighs what both words weigh
    /// in the item.
    init(_ vectors: [TermVector], count: Int) {
        self.count = count
        let postings = Postings(vectors, count: count)
        var sums = [Double](repeating: 0, count: count)
        for vector in vectors {
            let whole = vector.weights.reduce(0) { $0 + Double($1) }
            for (term, weight) in zip(vector.terms, vector.weights) {
                sums[Int(term)] += Double(weight) * (whole - Double(weight))
            }
        }
        let total = sums.reduce(0, +)
        var met = [Float](repeating: 0, count: count)
        for word in 0..<count {
            var others: [Int32] = []
            for slot in postings.range(of: Int32(word)) {
                let vector = vectors[Int(postings.items[slot])]
                let weight = postings.weights[slot]
                for (other, value) in zip(vector.terms, vector.weights) where other != word {
                    if met[Int(other)] == 0 { others.append(other) }
                    met[Int(other)] += weight * value
                }
            }
            others.sort()
            for other in others {
                let expected = sums[word] * sums[Int(other)]
                let ratio = expected > 0 ? Double(met[Int(other)]) * total / expected : 0
                met[Int(other)] = 0
                guard ratio > 1 else { continue }
                columns.append(other)
                values.append(Float(StableMath.log(ratio)))
            }
            starts.append(columns.count)
        }
    }

    /// The product with a dense matrix of `width` columns, written into `result`. Each row is one sum in the order of the
    /// columns, so that the number of threads does not show.
    func multiply(_ matrix: [Float], width: Int, into result: inout [Float]) {
        matrix.withUnsafeBufferPointer { matrix in
            result.withUnsafeMutableBufferPointer { result in
                guard let from = matrix.baseAddress, let to = result.baseAddress else { return }
                let rows = ParallelRows(from: from, to: to)
                ParallelRows.perform(count) { word in
                    let sum = rows.to + word * width
                    sum.update(repeating: 0, count: width)
                    for slot in starts[word]..<starts[word + 1] {
                        Dense.add(rows.from + Int(columns[slot]) * width, times: values[slot], to: sum, width)
                    }
                }
            }
        }
    }
}
