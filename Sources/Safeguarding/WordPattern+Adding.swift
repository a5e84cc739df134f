extension WordPattern.Choice {
    var isEmpty: Bool { words.isEmpty && phrases.isEmpty }

    mutating func add(_ other: WordPattern.Choice) {
        words.add(other.words)
        for phrase in other.phrases { add(phrase) }
    }

    /// Adds a group as it is.
    mutating func add(group: WordPattern.Choice) {
        words.groups.append(group.words)
        for phrase in group.phrases { add(phrase) }
    }

    /// Adds a word or a phrase.
    mutating func add(_ phrase: [WordPattern.WordFamilies]) {
        if phrase.count == 1 {
            words.add(phrase[0])
        } else if !phrase.isEmpty {
            // The longest first: what is written out is meant before a part of it.
            let place = phrases.firstIndex { $0.count < phrase.count } ?? phrases.endIndex
            phrases.insert(phrase, at: place)
        }
    }
}

extension WordPattern.WordFamilies {
    var isEmpty: Bool { plain.isEmpty && beginnings.isEmpty && groups.isEmpty }

    mutating func add(_ other: WordPattern.WordFamilies) {
        groups += other.groups
        plain.formUnion(other.plain)
        stems.formUnion(other.stems)
        beginnings += other.beginnings
    }
}
