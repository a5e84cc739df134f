import Synchronization
import TextAnalysis
import Topics

extension BatchTopics {
    /// The items that may be about a topic that must never come though none of its words stands there (D-Day for *war*), ascending: as
    /// near to it in the space of meanings as its own articles are. Calibrated for this archive: of the items that are so near at least
    /// half have its words. Empty where there is no space, or too little to go by.
    package func near(_ phrase: String) -> [Int] {
        let name = phrase.lowercased()
        if let known = nearby.withLock({ $0[name] }) { return known }
        let items = nearUncached(phrase)
        nearby.withLock { $0[name] = items }
        return items
    }

    private func nearUncached(_ phrase: String) -> [Int] {
        let own = Set(kept(from: phrase))
        guard own.count >= Self.fewestOwn,
            let direction = phrases.meaning(of: Phrase(phrase), found: matches(of: phrase, languages: [])),
            let nearness = phrases.nearness(towards: direction)
        else { return [] }
        let order = nearness.indices.filter { nearness[$0] >= Self.leastNearness }
            .sorted { (nearness[$1], $0) < (nearness[$0], $1) }
        var (found, end) = (0, 0)
        for (place, item) in order.enumerated() {
            if own.contains(item) { found += 1 }
            if 2 * found >= place + 1 { end = place + 1 }
        }
        return order.prefix(end).filter { !own.contains($0) }.sorted()
    }

    /// From so many articles of its own on a topic's nearness can be calibrated.
    private static let fewestOwn = 8
    /// Chance hardly ever comes nearer.
    private static let leastNearness: Float = 0.35
}

extension BatchTopics {
    /// The items that have a topic's own words, or what it is called in their language, in whatever sense.
    package func holding(_ phrase: String) -> Set<Int> {
        var found = Set(phrases.matches(of: Phrase(phrase)).items)
        for number in families.numbers(of: phrase.lowercased()) {
            for (language, name) in (families.all[number].otherNames ?? [:]).sorted(by: { $0.key < $1.key }) {
                found.formUnion(phrases.matches(of: Phrase(name)).items.filter { items[$0].language == language })
            }
        }
        return found
    }
}
