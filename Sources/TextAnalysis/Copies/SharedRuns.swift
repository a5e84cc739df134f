/// The runs of words that two texts have in common, in the same order in both: the longest run first, then what is left and
/// right of it in the same way (Ratcliff and Metzener 1988).
struct SharedRuns: Sendable {
    /// A run: where it begins in each text, and its length in words.
    struct Run: Hashable, Sendable {
        var left: Int
        var right: Int
        var count: Int
    }

    /// The runs, in the order of the texts.
    let runs: [Run]
    /// How many words they hold together.
    let words: Int

    /// Shorter runs are met by chance.
    static let shortest = 3

    /// Finds the runs of two texts, given by the hashes of their words.
    init(_ left: [UInt64], _ right: [UInt64]) {
        var places: [UInt64: [Int]] = [:]
        for (index, word) in right.enumerated() { places[word, default: []].append(index) }
        var runs: [Run] = []
        var parts = [(left.indices, right.indices)]
        while let (leftPart, rightPart) = parts.popLast() {
            guard leftPart.count >= Self.shortest, rightPart.count >= Self.shortest,
                let run = Self.longest(left, leftPart, rightPart, places, right.count)
            else { continue }
            runs.append(run)
            parts.append((leftPart.lowerBound..<run.left, rightPart.lowerBound..<run.right))
            parts.append(
                (run.left + run.count..<leftPart.upperBound, run.right + run.count..<rightPart.upperBound))
        }
        self.runs = runs.sorted { $0.left < $1.left }
        words = runs.reduce(0) { $0 + $1.count }
    }

    /// The longest run inside two parts, the first one where there are several; nil where none is long enough.
    private static func longest(
        _ left: [UInt64], _ leftPart: Range<Int>, _ rightPart: Range<Int>, _ places: [UInt64: [Int]], _ count: Int
    ) -> Run? {
        var best = Run(left: 0, right: 0, count: shortest - 1)
        // How long the run is that ends at each word of the right text and the last word of the left.
        var lengths = [Int](repeating: 0, count: count + 1)
        var touched: [Int] = []
        for index in leftPart {
            var now: [(place: Int, length: Int)] = []
            for place in places[left[index]] ?? [] where rightPart.contains(place) {
                let length = lengths[place] + 1
                now.append((place, length))
                if length > best.count {
                    best = Run(left: index - length + 1, right: place - length + 1, count: length)
                }
            }
            for place in touched { lengths[place] = 0 }
            touched.removeAll(keepingCapacity: true)
            for (place, length) in now {
                lengths[place + 1] = length
                touched.append(place + 1)
            }
        }
        return best.count >= shortest ? best : nil
    }
}
