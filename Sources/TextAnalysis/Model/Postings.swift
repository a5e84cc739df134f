/// An inverted index: for each number, the items that hold it, ascending, with a weight each. Two flat columns, so that an
/// archive of 100,000 items stays small.
struct Postings: Sendable {
    private let starts: [Int32]
    let items: [Int32]
    let weights: [Float]

    /// The index of rows of (number, weight), each number at most once a row, numbers below `count`.
    init(_ rows: [TermVector], count: Int) {
        var starts = [Int32](repeating: 0, count: count + 1)
        for row in rows { for term in row.terms { starts[Int(term) + 1] += 1 } }
        for number in 0..<count { starts[number + 1] += starts[number] }
        var next = starts
        var items = [Int32](repeating: 0, count: Int(starts[count]))
        var weights = [Float](repeating: 0, count: items.count)
        for (item, row) in rows.enumerated() {
            for (place, term) in row.terms.enumerated() {
                let slot = Int(next[Int(term)])
                items[slot] = Int32(item)
                weights[slot] = row.weights[place]
                next[Int(term)] += 1
            }
        }
        self.starts = starts
        self.items = items
        self.weights = weights
    }

    /// Where a number's items stand in the columns.
    func range(of number: Int32) -> Range<Int> { Int(starts[Int(number)])..<Int(starts[Int(number) + 1]) }
}
