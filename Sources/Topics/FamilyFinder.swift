/// Finds a family's members in texts of one language.
public struct FamilyFinder: Sendable {
    /// A member that was found.
    public struct Sighting: Hashable, Sendable {
        /// The number of its first word.
        public var start: Int
        /// How many words it has.
        public var count: Int
        /// How sure it brings the topic.
        public var width: TopicFamily.Width
        /// Which member it is.
        public var member: Int
        /// As it stands in the text.
        public var words: String
        /// Whether the member is written with a capital wherever it stands: a name, an abbreviation.
        public var isProper: Bool
    }

    struct Candidate: Sendable {
        var key: PhraseKey
        /// Nil: it is something else.
        var width: TopicFamily.Width?
        var member: Int
        var isProper = false
    }

    private let language: String
    private let byFirstWord: [String: [Candidate]]
    private let company: Set<String>

    /// How many words around an unsure member its company may stand in.
    private static let near = 40

    /// A finder of the words that a family has in a language.
    public init(_ words: TopicFamily.Words, language: String) {
        self.language = language
        var candidates: [String: [Candidate]] = [:]
        func add(_ phrase: String, _ width: TopicFamily.Width?, _ member: Int) {
            let key = PhraseKey(phrase, language: language)
            guard let first = key.words.first else { return }
            let isProper = phrase.contains { $0.isUppercase }
            candidates[first, default: []].append(Candidate(key: key, width: width, member: member, isProper: isProper))
        }
        for phrase in words.not { add(phrase, nil, -1) }
        for (number, member) in words.members.enumerated() { add(member.phrase, member.width, number) }
        byFirstWord = candidates
        company = Set(
            words.company.compactMap {
                let key = PhraseKey($0, language: language)
                return key.words.count == 1 ? key.words[0] : nil
            })
    }

    /// The members in a text, in their order, each part of the text once: what is part of a longer member or of something else is
    /// left out. `starts`: the only places, ascending, where one can begin, if somebody knows them.
    public func sightings(in text: TopicText, at starts: [Int]? = nil) -> [Sighting] {
        var found: [Sighting] = []
        var others: [Range<Int>] = []
        for start in starts ?? Array(text.words.indices) {
            for candidate in byFirstWord[text.words[start].form] ?? [] where stands(candidate.key, at: start, in: text)
            {
                let count = candidate.key.words.count
                if let width = candidate.width {
                    found.append(
                        Sighting(
                            start: start, count: count, width: width, member: candidate.member,
                            words: text.written(start..<(start + count)), isProper: candidate.isProper))
                } else {
                    others.append(start..<(start + count))
                }
            }
        }
        // Only what is more than the member itself makes it something else.
        var coveredUpTo: [Int: Int] = [:]
        for other in others where other.count > 1 {
            for word in other { coveredUpTo[word] = max(coveredUpTo[word] ?? 0, other.count) }
        }
        let own = found.filter { sighting in
            let isElse = (sighting.start..<(sighting.start + sighting.count))
                .allSatisfy { coveredUpTo[$0].map { $0 > sighting.count } ?? false }
            return !isElse && (sighting.width != .unsure || hasCompany(sighting, in: text))
        }
        return FamilyFinder.longest(own)
    }

    /// Whether everyday words are known that tell the sense.
    var hasCompany: Bool { !company.isEmpty }

    /// The words that a member, or what is something else, begins with.
    var firstWords: Dictionary<String, [Candidate]>.Keys { byFirstWord.keys }

    /// Whether something stands in a text that holds a member's letters and is something else.
    func hasOthers(in text: TopicText) -> Bool {
        text.words.indices.contains { start in
            (byFirstWord[text.words[start].form] ?? []).contains {
                $0.width == nil && stands($0.key, at: start, in: text)
            }
        }
    }

    private func stands(_ key: PhraseKey, at start: Int, in text: TopicText) -> Bool {
        guard start + key.words.count <= text.words.count else { return false }
        if let capitals = key.capitals, !text.words[start].isCapital || text.written(start..<(start + 1)) != capitals {
            return false
        }
        return key.words.indices.allSatisfy { text.words[start + $0].form == key.words[$0] }
    }

    /// The beginnings of the words by which some sightings and the company in a text tell the topic, each once: `dog` and `dogs` are one,
    /// and so are `math` and `mathematical`.
    func roots(of sightings: [Sighting], in text: TopicText, companyToo: Bool) -> Set<Substring> {
        var roots = Set(
            sightings.map { sighting in
                sighting.count > 1
                    ? text.words[sighting.start..<(sighting.start + sighting.count)].map { $0.form }.joined(
                        separator: " ")[...]
                    : text.words[sighting.start].form.prefix(Self.rootLength)
            })
        guard companyToo else { return roots }
        for word in text.words where company.contains(word.form) { roots.insert(word.form.prefix(Self.rootLength)) }
        return roots
    }

    private static let rootLength = 4

    /// Whether a word that tells the sense stands near. A word does not support itself.
    private func hasCompany(_ sighting: Sighting, in text: TopicText) -> Bool {
        let own = sighting.start..<(sighting.start + sighting.count)
        let window = max(0, own.lowerBound - Self.near)..<min(text.words.count, own.upperBound + Self.near)
        return window.contains { !own.contains($0) && company.contains(text.words[$0].form) }
    }

    private static func longest(_ sightings: [Sighting]) -> [Sighting] {
        var kept: [Sighting] = []
        var taken: Set<Int> = []
        for sighting in sightings.sorted(by: { ($1.count, $0.width, $0.start) < ($0.count, $1.width, $1.start) }) {
            let range = sighting.start..<(sighting.start + sighting.count)
            guard !range.contains(where: { taken.contains($0) }) else { continue }
            taken.formUnion(range)
            kept.append(sighting)
        }
        return kept.sorted { $0.start < $1.start }
    }
}
