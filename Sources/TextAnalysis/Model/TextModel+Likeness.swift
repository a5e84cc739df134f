extension TextModel {
    /// How like each item is to the weighted sum of some items, by their words: the cosine after what all items have in
    /// common is subtracted from that sum, −1…1. It walks over the inverted index of the sum's words, not pair by pair.
    public func likeness(to parts: [(item: Int, weight: Float)]) -> [Float] {
        let sum = TermVector.plainSum(parts.map { (vectors[$0.item], $0.weight) })
        var whole: Float = 0
        for part in parts where !vectors[part.item].isEmpty { whole += part.weight }
        var squares: Float = 0
        var shared: Float = 0
        for (term, weight) in zip(sum.terms, sum.weights) {
            squares += weight * weight
            shared += weight * mean[Int(term)]
        }
        squares += whole * whole * meanSquares - 2 * whole * shared
        var row = commonness.map { -whole * $0 }
        guard squares > 1e-9 else { return [Float](repeating: 0, count: count) }
        for (term, weight) in zip(sum.terms, sum.weights) {
            for slot in postings.range(of: term) { row[Int(postings.items[slot])] += weight * postings.weights[slot] }
        }
        let length = squares.squareRoot()
        return row.map { $0 / length }
    }

    /// The items that hold one of some forms, by their numbers in the table; nil: one of them is a stop word, which is not indexed, so that
    /// every item may hold it.
    public func items(holding forms: [Int32]) -> Set<Int>? {
        var items: Set<Int> = []
        for form in forms {
            if table.forms[Int(form)].isStop { return nil }
            for item in postings.items[postings.range(of: table.wordOfForm[Int(form)])] { items.insert(Int(item)) }
        }
        return items
    }

    /// The items that are most about a phrase, at most so many, the best first: those that hold it; where none does,
    /// those that hold most of its words.
    func best(for phrase: Phrase, found: PhraseMatches, count: Int) -> [Int] {
        var scored: [(item: Int, score: Float)]
        if found.items.isEmpty {
            var scores: [Int: Float] = [:]
            for forms in wantedForms(phrase) {
                let words = Set(forms.map { table.wordOfForm[Int($0)] }).sorted()
                let total = words.reduce(0) { $0 + postings.range(of: $1).count }
                let rarity = TextModel.rarity(found: total, items: self.count)
                for word in words {
                    for slot in postings.range(of: word) {
                        scores[Int(postings.items[slot]), default: 0] += rarity * postings.weights[slot]
                    }
                }
            }
            scored = scores.map { ($0.key, $0.value) }
        } else {
            scored = zip(found.items, found.counts).map { item, count in
                (item, (1 + Float(StableMath.log(Double(count)))) / norms[item])
            }
        }
        scored.sort { ($1.score, $0.item) < ($0.score, $1.item) }
        return scored.prefix(count).map { $0.item }
    }

    /// The words of an item, in lower case as it spells them, that bring it nearest to a direction of the space; at most
    /// so many, the strongest first.
    public func tellingWords(of item: Int, towards direction: [Float], count: Int) -> [String] {
        guard let places, direction.count == places.space.dimensions else { return [] }
        var scored: [(word: Int32, score: Float)] = []
        for (term, weight) in zip(vectors[item].terms, vectors[item].weights) {
            let row = places.rowOfWord[Int(term)]
            guard row >= 0 else { continue }
            let score = weight * Dense.dot(places.space.direction(of: Int(row)), direction)
            if score > 0 { scored.append((term, score)) }
        }
        scored.sort { ($1.score, $0.word) < ($0.score, $1.word) }
        return scored.prefix(count).compactMap { entry in
            rows[item].forms.first { $0 >= 0 && table.wordOfForm[Int($0)] == entry.word }
                .map { table.forms[Int($0)].spelling }
        }
    }

    /// The direction of a phrase in the space of meanings, of length 1: that of its words, and that of the twenty items
    /// that are most about it (pseudo-relevance feedback, Rocchio 1971), half each. nil where neither has a place.
    func meaning(of phrase: Phrase, found: PhraseMatches) -> [Float]? {
        guard let places else { return nil }
        let space = places.space
        var words = [Float](repeating: 0, count: space.dimensions)
        for forms in wantedForms(phrase) {
            let numbers = Set(forms.map { table.wordOfForm[Int($0)] }).sorted().filter {
                places.rowOfWord[Int($0)] >= 0
            }
            let held = numbers.map { Float(postings.range(of: $0).count) }
            let all = held.reduce(0, +)
            guard all > 0 else { continue }
            let rarity = TextModel.rarity(found: Int(all), items: count)
            for (number, share) in zip(numbers, held) {
                Dense.add(
                    space.directions, row: Int(places.rowOfWord[Int(number)]), of: space.dimensions,
                    times: rarity * share / all, to: &words)
            }
        }
        var company = [Float](repeating: 0, count: space.dimensions)
        for item in best(for: phrase, found: found, count: 20) {
            Dense.add(places.values, row: item, of: space.dimensions, times: 1, to: &company)
        }
        let sum = zip(Dense.unit(words), Dense.unit(company)).map { $0 + $1 }
        return sum.contains { $0 != 0 } ? Dense.unit(sum) : nil
    }
}
