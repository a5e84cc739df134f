/// Reasons as JSON that programs of any language read: an object with its `kind` and that kind's own keys.
extension Reason {
    private enum Key: String, CodingKey {
        case kind, by, assigned, scorer, evidence, item, learner
    }

    private enum Kind: String, Codable {
        case pinned, scored, stretch, bestLeft, unnamed
    }

    /// Encodes the kind and its values.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        switch self {
        case .pinned(let by, let assigned):
            try object.encode(Kind.pinned, forKey: .kind)
            try object.encode(by, forKey: .by)
            try object.encode(assigned, forKey: .assigned)
        case .scored(let scorer, let evidence):
            try object.encode(Kind.scored, forKey: .kind)
            try object.encode(scorer, forKey: .scorer)
            try object.encode(evidence, forKey: .evidence)
        case .stretch(let item, let learner):
            try object.encode(Kind.stretch, forKey: .kind)
            try object.encode(item, forKey: .item)
            try object.encode(learner, forKey: .learner)
        case .bestLeft: try object.encode(Kind.bestLeft, forKey: .kind)
        case .unnamed: try object.encode(Kind.unnamed, forKey: .kind)
        }
    }

    /// Decodes what ``encode(to:)`` wrote.
    public init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Key.self)
        switch try object.decode(Kind.self, forKey: .kind) {
        case .pinned:
            self = .pinned(
                by: try object.decode(String.self, forKey: .by),
                assigned: try object.decode(Bool.self, forKey: .assigned))
        case .scored:
            self = .scored(
                scorer: try object.decode(String.self, forKey: .scorer),
                evidence: try object.decode(Evidence.self, forKey: .evidence))
        case .stretch:
            self = .stretch(
                item: try object.decode(Double.self, forKey: .item),
                learner: try object.decode(Double.self, forKey: .learner))
        case .bestLeft: self = .bestLeft
        case .unnamed: self = .unnamed
        }
    }
}
