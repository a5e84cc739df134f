/// What a teacher's rules come to for one learner: the view over the appended rules of their classes and their own. What
/// is taken back for one class is taken back there only.
public struct StandingRules: Hashable, Sendable {
    /// A pin that stands.
    public struct Pin: Hashable, Sendable {
        /// The item.
        public var item: ItemID
        /// Who pinned it, as it is to be printed.
        public var by: String
        /// Whether it is assigned work, which an opt-out does not stop.
        public var assigned: Bool
        /// Whether everybody gets just this version of its story.
        public var exact = false
    }

    /// A topic that must not come.
    public struct TopicVeto: Hashable, Sendable {
        /// The word or phrase.
        public var topic: String
        /// Who said so.
        public var by: String
    }

    /// The pins: those of the learner and of the home class before those of other classes, the oldest first.
    public private(set) var pins: [Pin] = []
    /// The items that must not come, with who said so.
    public private(set) var vetoedItems: [ItemID: String] = [:]
    /// The topics that must not come, the oldest first.
    public private(set) var vetoedTopics: [TopicVeto] = []
    /// The items that a teacher let through the suitability gate, with the digests of the texts that were read.
    public private(set) var approved: [ItemID: Set<String>] = [:]
    /// The feeds whose articles must not come, by address, with who said so.
    public private(set) var vetoedFeeds: [String: String] = [:]
    /// The feeds whose articles are not held for words, by address.
    public private(set) var approvedFeeds: Set<String> = []

    /// The rules that stand for a learner. `rules` come in the order in which they were stored. `edition`: that of the list, for rules
    /// that end, and those that hold for one edition alone.
    public init(
        _ rules: some Sequence<TeacherRule>, learner: LearnerID, terms: ClassTerms, edition: Edition? = nil
    ) {
        var last: [Key: TeacherRule] = [:]
        var order: [Key] = []
        for rule in rules where Self.holds(rule, for: learner, terms) {
            // A swap of another edition has nothing to do with this one.
            if rule.kind == .swap, !rule.holds(in: edition) { continue }
            // The latest word about one thing for one class or learner counts; a pin that is set anew keeps its place.
            let key = Key(rule)
            if last[key] == nil { order.append(key) }
            last[key] = rule
        }
        let isOthers = { (key: Key) in
            if case .schoolClass(let name) = key.scope { return name != terms.home }
            return false
        }
        for key in order.filter({ !isOthers($0) }) + order.filter(isOthers) {
            // One that has ended stands no more; what it took the place of does not come back.
            if let rule = last[key], rule.holds(in: edition) { stand(rule) }
        }
    }

    /// Whether a rule is for the learner, or for a class of theirs that has a say in it: what is held for reading is let through by
    /// the home class alone.
    private static func holds(_ rule: TeacherRule, for learner: LearnerID, _ terms: ClassTerms) -> Bool {
        switch rule.scope {
        case .schoolClass(let name): rule.kind.family == .approve ? name == terms.home : terms.counting.contains(name)
        case .learner(let id): id == learner
        }
    }

    /// What a rule is about and for whom: a later rule with the same key replaces it.
    private struct Key: Hashable {
        let scope: TeacherRule.Scope
        let target: TeacherRule.Target
        let family: TeacherRule.Kind

        init(_ rule: TeacherRule) {
            scope = rule.scope
            family = rule.kind.family
            if case .topic(let topic) = rule.target {
                target = .topic(topic.lowercased())
            } else {
                target = rule.target
            }
        }
    }

    private mutating func stand(_ rule: TeacherRule) {
        switch (rule.kind, rule.target) {
        case (.pin, .item(let item)):
            if let index = pins.firstIndex(where: { $0.item == item }) {
                // Assigned for one class is assigned for a learner of both.
                let exact = pins[index].exact || rule.exact
                if rule.assigned, !pins[index].assigned { pins[index] = Pin(item: item, by: rule.by, assigned: true) }
                pins[index].exact = exact
            } else {
                pins.append(Pin(item: item, by: rule.by, assigned: rule.assigned, exact: rule.exact))
            }
        case (.veto, .item(let item)): vetoedItems[item] = rule.by
        case (.swap, .item(let item)):
            if vetoedItems[item] == nil { vetoedItems[item] = "\(rule.by), for this edition" }
        case (.veto, .topic(let topic)): vetoedTopics.append(TopicVeto(topic: topic, by: rule.by))
        case (.approve, .item(let item)):
            if let digest = rule.readDigest { approved[item, default: []].insert(digest) }
        case (.veto, .feed(let address)): vetoedFeeds[address] = rule.by
        case (.approve, .feed(let address)): approvedFeeds.insert(address)
        case (.unpin, _), (.unveto, _), (.unapprove, _), (.approve, .topic), (.pin, _), (.swap, _): break
        }
    }
}

extension TeacherRule.Kind {
    /// Kinds that undo one another: the one that sets stands for both.
    public var family: TeacherRule.Kind {
        switch self {
        case .pin, .unpin: .pin
        case .veto, .unveto: .veto
        case .approve, .unapprove: .approve
        case .swap: .swap
        }
    }
}
