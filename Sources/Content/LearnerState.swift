/// What holds of a learner now, and since when: the view over their facts that the store keeps beside them, so that a look-up
/// costs one learner. It can be made anew from the facts at any time.
public struct LearnerState: Hashable, Sendable {
    /// That something held from a moment on, and up to another.
    public struct Span: Hashable, Sendable {
        /// What: a class's name, a guardian's address.
        public var name: String
        /// Its place among those that hold, from 0; of one that has ended, its last.
        public var place: Int
        /// Since when.
        public var since: Timestamp
        /// Until when; nil: it holds.
        public var until: Timestamp?
    }

    /// One thing that was said of topics and single articles and stands.
    public struct Topic: Hashable, Sendable {
        /// How it is meant.
        public enum Stance: String, Sendable, CaseIterable {
            case want, less, avoid, strength, need
        }

        /// How it is meant.
        public var stance: Stance
        /// The phrase; for an article its title as it stood then.
        public var phrase: String
        /// The article, where it is one.
        public var item: ItemID?
        /// Who said it.
        public var origin: Fact.Origin
        /// When.
        public var at: Timestamp
    }

    /// The learner.
    public var learner: Learner
    /// The level that the school stated, or else the grade; what is believed beyond it depends on articles (`ReaderBands`).
    public var level: Double
    /// The classes that they are or were in.
    public var classes: [Span]
    /// The guardians' addresses that are or were written to.
    public var guardians: [Span]
    /// What was said of topics and single articles and stands, in a fixed order.
    public var topics: [Topic]
    /// The number of the last fact that it rests on; 0: there is none.
    public var lastFact: Int64

    /// The state after the given facts, all of one learner, in the order in which they were stored.
    public init(id: LearnerID, facts: [Fact]) {
        learner = Learner(id: id, facts: facts)
        let profile = InterestProfile(facts: facts)
        level = profile.level
        classes = Self.spans(facts, of: [.classes, .homeroom]) { Learner(id: id, facts: $0).classes }
        guardians = Self.spans(facts, of: [.guardianEmail]) { Learner(id: id, facts: $0).guardianEmails }
        func said(_ topics: [InterestProfile.Topic], _ stance: Topic.Stance) -> [Topic] {
            topics.map { Topic(stance: stance, phrase: $0.phrase, origin: $0.origin, at: $0.at) }
        }
        let articles = profile.avoidedItems.sorted { $0.key < $1.key }.map { item, topic in
            Topic(stance: .avoid, phrase: topic.phrase, item: item, origin: topic.origin, at: topic.at)
        }
        topics =
            said(profile.wants, .want) + said(profile.less, .less) + said(profile.avoids, .avoid) + articles
            + said(profile.strengths, .strength) + said(profile.needs, .need)
        lastFact = facts.last?.number ?? 0
    }

    /// The spans of what facts of a kind name: `names` tells what holds after the first of them.
    private static func spans(
        _ facts: [Fact], of kinds: Set<Fact.Kind>, names: (ArraySlice<Fact>) -> [String]
    ) -> [Span] {
        var spans: [Span] = []
        let own = facts.filter { kinds.contains($0.kind) }
        for (index, fact) in own.enumerated() {
            let now = names(own[...index])
            for open in spans.indices where spans[open].until == nil && !now.contains(spans[open].name) {
                spans[open].until = fact.at
            }
            for (place, name) in now.enumerated() where now.firstIndex(of: name) == place {
                if let open = spans.lastIndex(where: { $0.name == name && $0.until == nil }) {
                    spans[open].place = place
                } else {
                    spans.append(Span(name: name, place: place, since: fact.at))
                }
            }
        }
        return spans
    }
}
