/// What a scorer's number rests on, for one item and one learner: a closed set of kinds, worded for people in
/// `Config/reasons/`, never free text of a plugin.
///
/// A new kind is declared here, with its JSON, an example and what may be told of it; `EvidenceText` words it for teachers, and
/// `ReasonTeller` for families, where it is of the learner.
public enum Evidence: Hashable, Codable, Sendable {
    /// Words of the article that match what somebody said about the learner.
    case terms([MatchedTerm])
    /// The article's level and the learner's, both as school grades.
    case levels(item: Double, learner: Double)
    /// How old the article is, in days.
    case age(days: Double)
    /// It is like an article that the learner liked. `shared`: words that a person sees in both; only with such words it is told.
    case nearness(title: String, similarity: Double, shared: [String] = [])
    /// A named measurement of the scorer, for everything else.
    case measure(name: String, value: Double)
}

extension Evidence {
    /// One of each kind, for tests.
    package static let examples: [Evidence] = [
        .terms([MatchedTerm(phrase: "moons", words: ["moon"], source: .asked, origin: .learner)]),
        .levels(item: 4, learner: 5), .age(days: 2.5),
        .nearness(title: "Moons", similarity: 0.5, shared: ["crater"]), .measure(name: "minutes", value: 3),
    ]

    /// Whether it says something of the learner. What does not is told to no family: that an article is new, or what a scorer
    /// measured, is no reason of theirs.
    package var isOfLearner: Bool {
        switch self {
        case .terms, .levels, .nearness: true
        case .age, .measure: false
        }
    }

    /// Whether it tells what level a learner reads at or what they work on, so that no title stands beside their name for it.
    package var tellsLevelOrNeed: Bool {
        switch self {
        case .levels: true
        case .terms(let terms): terms.contains { $0.source == .need }
        case .age, .nearness, .measure: false
        }
    }

    /// What of it is left where some of its matches and texts may not be told; nil: nothing.
    package func told(
        matches mayTell: (MatchedTerm) -> Bool, texts mayName: (String) -> Bool
    ) -> Evidence? {
        switch self {
        case .terms(let terms):
            let told = terms.filter(mayTell)
            return told.isEmpty && !terms.isEmpty ? nil : .terms(told)
        case .nearness(let title, _, let shared): return ([title] + shared).allSatisfy(mayName) ? self : nil
        case .levels, .age, .measure: return self
        }
    }

    /// The same with a word in place of each phrase and title that must not be shown; what else was said of it goes too.
    package func hiding(_ isHidden: (String) -> Bool, as word: String) -> Evidence {
        switch self {
        case .terms(let terms):
            .terms(
                terms.map { term in
                    isHidden(term.phrase)
                        ? MatchedTerm(phrase: word, words: [], source: term.source, origin: term.origin) : term
                })
        case .nearness(let title, let similarity, _) where isHidden(title):
            .nearness(title: word, similarity: similarity)
        case .nearness, .levels, .age, .measure: self
        }
    }
}

/// Evidence as JSON that programs of any language read: an object with its `kind` and that kind's own keys.
extension Evidence {
    private enum Key: String, CodingKey {
        case kind, terms, item, learner, days, title, similarity, shared, name, value
    }

    /// The kinds, by their names in JSON.
    package enum Kind: String, Codable, CaseIterable {
        case terms, levels, age, nearness, measure
    }

    /// Encodes the kind and its values.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        switch self {
        case .terms(let terms):
            try object.encode(Kind.terms, forKey: .kind)
            try object.encode(terms, forKey: .terms)
        case .levels(let item, let learner):
            try object.encode(Kind.levels, forKey: .kind)
            try object.encode(item, forKey: .item)
            try object.encode(learner, forKey: .learner)
        case .age(let days):
            try object.encode(Kind.age, forKey: .kind)
            try object.encode(days, forKey: .days)
        case .nearness(let title, let similarity, let shared):
            try object.encode(Kind.nearness, forKey: .kind)
            try object.encode(title, forKey: .title)
            try object.encode(similarity, forKey: .similarity)
            if !shared.isEmpty { try object.encode(shared, forKey: .shared) }
        case .measure(let name, let value):
            try object.encode(Kind.measure, forKey: .kind)
            try object.encode(name, forKey: .name)
            try object.encode(value, forKey: .value)
        }
    }

    /// Decodes what ``encode(to:)`` wrote.
    public init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Key.self)
        switch try object.decode(Kind.self, forKey: .kind) {
        case .terms: self = .terms(try object.decode([MatchedTerm].self, forKey: .terms))
        case .levels:
            self = .levels(
                item: try object.decode(Double.self, forKey: .item),
                learner: try object.decode(Double.self, forKey: .learner))
        case .age: self = .age(days: try object.decode(Double.self, forKey: .days))
        case .nearness:
            self = .nearness(
                title: try object.decode(String.self, forKey: .title),
                similarity: try object.decode(Double.self, forKey: .similarity),
                shared: try object.decodeIfPresent([String].self, forKey: .shared) ?? [])
        case .measure:
            self = .measure(
                name: try object.decode(String.self, forKey: .name),
                value: try object.decode(Double.self, forKey: .value))
        }
    }
}
