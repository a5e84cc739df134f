import TextAnalysis

/// Looks for the held words of one list in article after article. It remembers the words it has seen: most words of a thousand
/// articles are the same few.
struct HeldWordScan {
    private let table: HeldWordTable
    private let stemmer: Stemmer
    private var kinds: [String: Int32] = [:]
    /// For each kind of word a bit a family: whether it belongs to it.
    private var families: [UInt64]
    /// How many numbers hold the bits of one kind.
    private let stride: Int
    /// The patterns that each kind of word leads to.
    private var ledTo: [[Int]] = [[]]
    /// For each kind of word a bit a subject: whether a word of it may begin there.
    private var subjectsOf: [UInt64] = [0]
    private var text = ScannedText()
    private var taken: Set<Int> = []
    /// Where what counts in the whole article stands in it, by rule and condition, as far as it was asked for.
    private var everywhere: [Int: [Int]] = [:]

    /// Words are near each other within so many, where several have to be.
    static let near = 40
    /// More places of a condition than any match has words.
    private static let mostPlaces = 200

    init(_ table: HeldWordTable) {
        self.table = table
        stemmer = Stemmer(language: table.language)
        stride = (table.count + 63) / 64
        families = Array(repeating: 0, count: stride)
    }

    /// What an article is held for, by rules that hold below `least` or a higher grade.
    mutating func sightings(in parts: [String], atLeast least: Int = 1) -> [HeldVerdict.Sighting] {
        let candidates = read(parts)
        if candidates.isEmpty { return [] }
        var signs: [WeakSigns.Sign] = []
        var counts: [Int: [(part: Int, found: WeakSigns.Sign)]] = [:]
        for candidate in candidates {
            let (number, sentence) = (candidate >> Self.sentenceBits, candidate & (1 << Self.sentenceBits - 1))
            if number < table.idioms {
                takeIdiom(number, in: sentence)
            } else if let words = firstMatch(of: number, in: sentence) {
                let pattern = table.patterns[number]
                let rule = table.rules[pattern.rule]
                let one = WeakSigns.Sign(words: words, rule, number: pattern.rule)
                if rule.least > 1 {
                    counts[pattern.rule, default: []].append((pattern.part, one))
                } else {
                    signs.append(one)
                }
            }
        }
        for rule in counts.keys.sorted() {
            for one in Self.together(counts[rule] ?? [], least: table.rules[rule].least)
            where meetsConditions(of: rule, one.words) { signs.append(one) }
        }
        let counting =
            signs.contains(where: \.isWeak) ? WeakSigns.counting(signs, in: text, subjects: subjects()) : signs
        return HeldVerdict.sightings(of: counting.filter { $0.below >= least }, in: text)
    }

    /// Where the words of the list's subjects stand.
    private func subjects() -> [WeakSigns.Subject] {
        var subjects = table.subjects.map { WeakSigns.Subject(places: [], least: $0.least) }
        for index in text.words.indices {
            var left = subjectsOf[Int(text.words[index].kind)]
            while left != 0 {
                let number = left.trailingZeroBitCount
                left &= left - 1
                if isMet(table.subjects[number].step, at: index, before: text.words.count) {
                    subjects[number].places.append(index)
                }
            }
        }
        return subjects
    }

    /// So many bits of a candidate are its sentence's number. What lies behind sentences of that number is the last one's.
    private static let sentenceBits = 24

    /// Reads the parts; the patterns that may match, each with the sentence, in the order of the patterns.
    private mutating func read(_ parts: [String]) -> [Int] {
        text = ScannedText()
        taken = []
        everywhere = [:]
        for part in parts where !part.isEmpty { add(part) }
        var candidates: [Int] = []
        var sentence = 0
        for (number, word) in text.words.enumerated() {
            if word.kind == 0 { continue }
            while sentence + 1 < text.sentences.count, text.sentences[sentence + 1] <= number { sentence += 1 }
            for pattern in ledTo[Int(word.kind)] { candidates.append(pattern << Self.sentenceBits | sentence) }
        }
        candidates.sort()
        var last = -1
        return candidates.filter { candidate in
            defer { last = candidate }
            return candidate != last
        }
    }

    private mutating func add(_ part: String) {
        var read = ScannedText()
        swap(&read, &text)
        read.add(part) { kind(of: $0) }
        swap(&read, &text)
    }

    /// The number of a word; the families of a new one are looked up.
    private mutating func kind(of word: Substring) -> Int32 {
        let word = String(word)
        if let known = kinds[word] { return known }
        let families = table.families(of: word, by: stemmer)
        var kind: Int32 = 0
        if !families.isEmpty {
            kind = Int32(ledTo.count)
            var bits = [UInt64](repeating: 0, count: stride)
            for family in families { bits[family >> 6] |= 1 << UInt64(family & 63) }
            self.families += bits
            subjectsOf.append(table.subjectsOf(families))
            ledTo.append(Set(families.flatMap { table.ledTo[$0] }).sorted())
        }
        kinds[word] = kind
        return kind
    }

    // MARK: Matching

    private mutating func firstMatch(of number: Int, in sentence: Int) -> ClosedRange<Int>? {
        let range = text.range(ofSentence: sentence)
        let begins = table.begins[number]
        let rule = table.patterns[number].rule
        for start in range where stands(begins, at: start) {
            guard let words = words(of: number, at: start, before: range.upperBound) else { continue }
            if table.rules[rule].least > 1 || meetsConditions(of: rule, words) { return words }
        }
        return nil
    }

    /// The words of a match that begins at a word; nil: there is none.
    private mutating func words(of number: Int, at start: Int, before end: Int) -> ClosedRange<Int>? {
        match(table.patterns[number].steps, 0, at: start, before: end).map { start...($0 - 1) }
    }

    /// Takes the words of a way of speaking, wherever it stands in a sentence.
    private mutating func takeIdiom(_ number: Int, in sentence: Int) {
        let range = text.range(ofSentence: sentence)
        let begins = table.begins[number]
        for start in range where stands(begins, at: start) {
            guard let words = words(of: number, at: start, before: range.upperBound) else { continue }
            if meetsConditions(of: table.patterns[number].rule, words) { taken.formUnion(words) }
        }
    }

    /// Where a match that begins at a word ends, behind its last word; nil: there is none.
    private func match(_ steps: [HeldWordTable.Step], _ step: Int, at index: Int, before end: Int) -> Int? {
        guard step < steps.count else { return index }
        switch steps[step] {
        case .gap(let most):
            for skipped in 0...most where index + skipped < end {
                if let found = match(steps, step + 1, at: index + skipped, before: end) { return found }
            }
            return nil
        case .oneOf(let words, let phrases, let beginnings):
            guard index < end, stands(beginnings, at: index) else { return nil }
            for phrase in phrases where stands(phrase, at: index, before: end) {
                if let found = match(steps, step + 1, at: index + phrase.count, before: end) { return found }
            }
            guard stands(words, at: index) else { return nil }
            return match(steps, step + 1, at: index + 1, before: end)
        }
    }

    private func stands(_ phrase: [Int], at index: Int, before end: Int) -> Bool {
        guard index + phrase.count <= end else { return false }
        for offset in phrase.indices where !stands(phrase[offset], at: index + offset) { return false }
        return true
    }

    /// Whether a word belongs to a family, and to no way of speaking.
    private func stands(_ family: Int, at index: Int) -> Bool {
        let kind = Int(text.words[index].kind)
        guard kind > 0, families[kind * stride + family >> 6] >> UInt64(family & 63) & 1 == 1 else { return false }
        return taken.isEmpty || !taken.contains(index)
    }

    // MARK: What stands by

    private mutating func meetsConditions(of rule: Int, _ words: ClosedRange<Int>) -> Bool {
        for (number, step) in table.conditions[rule].enumerated() {
            let condition = table.rules[rule].conditions[number]
            let isThere =
                condition.anywhere
                ? places(of: step, key: rule * WordPatternReader.mostSteps + number).contains { !words.contains($0) }
                : stands(step, by: words)
            if isThere == condition.frees { return false }
        }
        return true
    }

    /// Where a choice stands in the article: the first places, looked for once.
    private mutating func places(of step: HeldWordTable.Step, key: Int) -> [Int] {
        if let known = everywhere[key] { return known }
        var places: [Int] = []
        for index in text.words.indices where isMet(step, at: index, before: text.words.count) {
            places.append(index)
            if places.count == Self.mostPlaces { break }
        }
        everywhere[key] = places
        return places
    }

    /// Whether a choice stands beside words: in their sentences, the ones before and after, and the title.
    private func stands(_ step: HeldWordTable.Step, by words: ClosedRange<Int>) -> Bool {
        let first = max(0, text.sentence(of: words.lowerBound) - 1)
        let last = min(text.sentences.count - 1, text.sentence(of: words.upperBound) + 1)
        let near = text.range(ofSentence: first).lowerBound..<text.range(ofSentence: last).upperBound
        if stands(step, in: near, beside: words) { return true }
        return first > 0 && stands(step, in: text.range(ofSentence: 0), beside: words)
    }

    private func stands(_ step: HeldWordTable.Step, in range: Range<Int>, beside words: ClosedRange<Int>) -> Bool {
        for index in range where !words.contains(index) {
            if isMet(step, at: index, before: range.upperBound) { return true }
        }
        return false
    }

    private func isMet(_ step: HeldWordTable.Step, at index: Int, before end: Int) -> Bool {
        guard case .oneOf(let words, let phrases, let beginnings) = step, stands(beginnings, at: index) else {
            return false
        }
        return stands(words, at: index) || phrases.contains { stands($0, at: index, before: end) }
    }

    /// What so many different parts of a rule come to where they are near each other.
    private static func together(_ all: [(part: Int, found: WeakSigns.Sign)], least: Int) -> [WeakSigns.Sign] {
        // Most articles have a word or two of a theme.
        guard Set(all.map(\.part)).count >= least else { return [] }
        let all = all.sorted { ($0.found.words.lowerBound, $0.part) < ($1.found.words.lowerBound, $1.part) }
        var seen: Set<Int> = []
        for (first, one) in all.enumerated() {
            let window = all[first...].prefix { $0.found.words.upperBound - one.found.words.lowerBound < near }
            seen.removeAll(keepingCapacity: true)
            for other in window { seen.insert(other.part) }
            if seen.count >= least { return window.map(\.found) }
        }
        return []
    }
}
