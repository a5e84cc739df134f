/// How much the names that two texts share tell: the fewer texts have a name, the more; of two texts of one feed a name that their feed often
/// has tells little.
struct StoryNames {
    /// The names of a text, and the words that begin its sentences.
    typealias Named = (sure: [String], first: Set<String>)

    private let named: [Int: Named]
    private let feeds: [Int32]
    private let found: [String: Int]
    private let foundInFeed: [Int32: [String: Int]]
    private let counts: [Int32: Int]

    init(_ named: [Int: Named], feeds: [Int32]) {
        var (found, inFeed, counts): ([String: Int], [Int32: [String: Int]], [Int32: Int]) = ([:], [:], [:])
        for (item, names) in named {
            counts[feeds[item], default: 0] += 1
            for name in names.sure {
                found[name, default: 0] += 1
                inFeed[feeds[item], default: [:]][name, default: 0] += 1
            }
        }
        self.named = named
        self.feeds = feeds
        self.found = found
        foundInFeed = inFeed
        self.counts = counts
    }

    /// Whether two texts share enough names to tell of one event.
    func tellsSame(_ one: Int, _ other: Int) -> Bool {
        guard let (sure, first) = named[one], let (theirs, theirFirst) = named[other] else { return false }
        // A word that begins a sentence in one is a name where it is one in the other.
        let left = sure + theirs.filter { first.contains($0) }
        let right = theirs + sure.filter { theirFirst.contains($0) }
        let names = Set(right)
        let shared = left.filter { names.contains($0) }
        guard shared.count >= StoryFinder.fewestNames else { return false }
        let feed = feeds[one] == feeds[other] ? feeds[one] : nil
        let weight = weight(shared, feed)
        let least = min(self.weight(left, feed), self.weight(right, feed))
        return weight > 0 && weight >= (feed == nil ? StoryFinder.names : StoryFinder.namesOfFeed) * least
    }

    private func weight(_ names: [String], _ feed: Int32?) -> Double {
        let total = Double(named.count + 1)
        guard let feed, let inFeed = foundInFeed[feed] else {
            return names.reduce(0.0) { $0 + StableMath.log(total / Double(found[$1] ?? 1)) }
        }
        let count = Double(counts[feed] ?? 1) + StoryWords.beside
        return names.reduce(0.0) { sum, name in
            sum
                + min(
                    StableMath.log(total / Double(found[name] ?? 1)), StableMath.log(count / Double(inFeed[name] ?? 1)))
        }
    }
}
