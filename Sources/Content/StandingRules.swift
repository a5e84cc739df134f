/// What a teacher's rules come to for one learner: the view over the appended rules of their classes and their own.
public struct StandingRules: Hashable, Sendable {
    /// A pin that stands.
    public struct Pin: Hashable, Sendable {
        /// The item.
        public var item: ItemID
        /// Who pinned it, as it is to be printed.
        public var by: String
        /// Whether it is assigned work, which an opt-out does not stop.
        public var assigned: Bool
    }

    /// The pins, the oldest first.
    public private(set) var pins: [Pin] = []
    /// The items that must not come, with who said so.
    public private(set) var vetoedItems: [ItemID: String] = [:]
    /// The topics that must not come, with who said so, the oldest first.
    public private(set) var vetoedTopics: [(topic: String, by: String)] = []
    /// The items that a teacher let through the suitability gate.
    public private(set) var approved: Set<ItemID> = []

    /// The rules that stand for a learner of the given classes. `rules` come in the order in which they were stored.
    public init(_ rules: some Sequence<TeacherRule>, learner: LearnerID, classes: [String]) {
        for rule in rules {
            switch rule.scope {
            case .schoolClass(let name) where !classes.contains(name): continue
            case .learner(let id) where id != learner: continue
            default: apply(rule)
            }
        }
    }

    private mutating func apply(_ rule: TeacherRule) {
        switch (rule.kind, rule.target) {
        case (.pin, .item(let item)):
            let pin = Pin(item: item, by: rule.by, assigned: rule.assigned)
            if let index = pins.firstIndex(where: { $0.item == item }) { pins[index] = pin } else { pins.append(pin) }
        case (.unpin, .item(let item)): pins.removeAll { $0.item == item }
        case (.veto, .item(let item)): vetoedItems[item] = rule.by
        case (.veto, .topic(let topic)): vetoedTopics.append((topic, rule.by))
        case (.unveto, .item(let item)): vetoedItems[item] = nil
        case (.unveto, .topic(let topic)):
            vetoedTopics.removeAll { $0.topic.lowercased() == topic.lowercased() }
        case (.approve, .item(let item)): approved.insert(item)
        case (.pin, .topic), (.unpin, .topic), (.approve, .topic): break
        }
    }

    /// Whether two views come to the same.
    public static func == (left: StandingRules, right: StandingRules) -> Bool {
        left.pins == right.pins && left.vetoedItems == right.vetoedItems && left.approved == right.approved
            && left.vetoedTopics.elementsEqual(right.vetoedTopics) { $0 == $1 }
    }

    /// Feeds what decides equality into the hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(pins)
        hasher.combine(vetoedItems)
        hasher.combine(approved)
        for veto in vetoedTopics { hasher.combine(veto.topic) }
    }
}
