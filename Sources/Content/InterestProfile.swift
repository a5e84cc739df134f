/// The view of a learner's facts that ranking works with: wants, avoids, strengths, needs, level.
public struct InterestProfile: Hashable, Codable, Sendable {
    /// One topic and how strongly it counts.
    public struct Topic: Hashable, Codable, Sendable {
        /// The word or phrase as it was said.
        public var phrase: String
        /// How strongly, above 0; 1 is an interest declared in the roster.
        public var strength: Double
        /// Who said it.
        public var origin: Fact.Origin
        /// Whether it was asked for by a wish ("more of this"), not declared in the roster.
        public var asked: Bool
        /// When it was said.
        public var at: Timestamp

        /// A topic by its parts.
        public init(phrase: String, strength: Double, origin: Fact.Origin, asked: Bool = false, at: Timestamp) {
            self.phrase = phrase
            self.strength = strength
            self.origin = origin
            self.asked = asked
            self.at = at
        }
    }

    /// An item that the learner said more or less about.
    public struct TaughtItem: Hashable, Codable, Sendable {
        /// The item.
        public var item: ItemID
        /// How strongly: above 0 for more, below 0 for less.
        public var strength: Double
        /// When it was said last.
        public var at: Timestamp
    }

    /// What the learner wants to read about.
    public var wants: [Topic]
    /// What must never come: opt-outs of the learner or a guardian.
    public var avoids: [Topic]
    /// Single items that must never come, with who said so and the title as it stood then.
    public var avoidedItems: [ItemID: Topic]
    /// What the learner asked to have less of: a topic counts against an item, it does not forbid it.
    public var less: [Topic]
    /// What the learner is good at.
    public var strengths: [Topic]
    /// Subjects the learner is working on.
    public var needs: [Topic]
    /// Items that the learner wants more or less of the kind of.
    public var taught: [TaughtItem]
    /// The level the learner reads well at in their own language, as a school grade: ``statedLevel``, until the band of that language is known.
    public var level: Double
    /// The level that was stated or taken from the grade, before those wishes.
    public var statedLevel: Double
    /// How many times "too easy" minus "too hard" was said since the level was stated.
    public var levelVotes: Int

    /// What they never named and like, by what they said of articles; it orders articles, and no reason tells it.
    public var learnt: [Topic] = []
    /// How well they read each language, after their "too hard" and "too easy"; empty where nobody looked.
    public var bands: [String: ReadingBand] = [:]

    /// The profile after the given facts, all of one learner, in the order in which they were stored.
    public init(facts: some Sequence<Fact>) {
        var roster: [Fact.Kind: Fact] = [:]
        var wished: [String: [Fact]] = [:]
        var taught: [ItemID: TaughtItem] = [:]
        var barredItems: [ItemID: [Fact]] = [:]
        var votes = 0
        for fact in facts {
            guard fact.kind.isWish else {
                // A level that is stated anew, even as it was, is a new beginning.
                if fact.kind == .level || fact.kind == .levelDate, fact.value != roster[fact.kind]?.value { votes = 0 }
                roster[fact.kind] = fact
                continue
            }
            switch fact.kind {
            case .tooEasy: votes += 1
            case .tooHard: votes -= 1
            case .more, .less, .liked, .disliked:
                if let item = fact.item {
                    let change = Self.change(by: fact.kind)
                    let before = taught[item]?.strength ?? 0
                    // A change of mind starts anew: the latest word counts, not the sum.
                    let strength = before * change < 0 ? change : min(3, max(-3, before + change))
                    taught[item] = TaughtItem(item: item, strength: strength, at: fact.at)
                } else if !fact.kind.isOfArticles {
                    wished[fact.value.lowercased(), default: []].append(fact)
                }
            case .enough:
                if fact.item == nil { wished[fact.value.lowercased(), default: []].append(fact) }
            case .never, .allow:
                if let item = fact.item {
                    barredItems[item, default: []].append(fact)
                } else {
                    wished[fact.value.lowercased(), default: []].append(fact)
                }
            default: break
            }
        }
        func declared(_ kind: Fact.Kind) -> [Topic] {
            guard let fact = roster[kind] else { return [] }
            return fact.values.map { Topic(phrase: $0, strength: 1, origin: fact.origin, at: fact.at) }
        }
        wants = declared(.interests)
        avoids = declared(.avoid)
        strengths = declared(.strengths)
        needs = declared(.needs)
        less = []
        avoidedItems = barredItems.compactMapValues { Self.standing($0).first }
        for said in wished.values.sorted(by: { ($0[0].at, $0[0].value) < ($1[0].at, $1[0].value) }) {
            Self.apply(said, wants: &wants, avoids: &avoids, less: &less)
        }
        self.taught = taught.values.sorted { $0.item < $1.item }
        let grade = roster[.grade].flatMap { Double($0.value) } ?? 0
        statedLevel = roster[.level].flatMap { Double($0.value) }.flatMap { $0.isFinite ? $0 : nil } ?? grade
        levelVotes = votes
        level = min(16, max(0, statedLevel))
    }

    /// What a word about an article is worth: to have liked one is less than to ask for more of its kind.
    private static func change(by kind: Fact.Kind) -> Double {
        switch kind {
        case .more: 1
        case .liked: 0.5
        case .disliked: -0.5
        default: -1
        }
    }

    /// The profile as it counts at a moment: what was asked for, taught or said less of counts half after so many days, a
    /// quarter after twice as many. What the roster declares holds until it is taken back, and so does what must never
    /// come. nil: nothing fades.
    public func faded(at now: Timestamp, halfLifeDays: Double?) -> InterestProfile {
        guard let halfLifeDays, halfLifeDays > 0 else { return self }
        func share(_ at: Timestamp) -> Double { Self.halved(times: max(0, now.days(since: at)) / halfLifeDays) }
        var faded = self
        for index in faded.wants.indices where faded.wants[index].asked {
            faded.wants[index].strength *= share(faded.wants[index].at)
        }
        for index in faded.less.indices { faded.less[index].strength *= share(faded.less[index].at) }
        for index in faded.taught.indices { faded.taught[index].strength *= share(faded.taught[index].at) }
        return faded
    }

    /// The profile with what is believed of how well they read; `own`: their own language.
    public func believing(_ bands: [String: ReadingBand], own: String?) -> InterestProfile {
        var profile = self
        profile.bands = bands
        if let band = own.flatMap({ bands[$0] }) { profile.level = band.level }
        return profile
    }

    /// A half to the power of a number of at least 0: by halves for its whole part, by e's series for the rest, so that it
    /// has the same bits on every processor.
    private static func halved(times: Double) -> Double {
        let times = min(times, 60)
        let whole = times.rounded(.down)
        let exponent = -(times - whole) * 0.693_147_180_559_945_3
        var sum = 1.0
        var order = 18.0
        while order >= 1 {
            sum = 1 + exponent / order * sum
            order -= 1
        }
        return Double(sign: .plus, exponent: -Int(whole), significand: 1) * sum
    }

    /// What the wishes about one topic come to: the latest word decides which way, repeating it makes it stronger.
    private static func apply(_ said: [Fact], wants: inout [Topic], avoids: inout [Topic], less: inout [Topic]) {
        guard let last = said.last else { return }
        let phrase = last.value.lowercased()
        // Whoever said never may take it back, and nobody else may: a learner's "allow" does not lift a guardian's never,
        // nor what the roster says, which a guardian or teacher may lift.
        let barred = said.filter { $0.kind == .never || $0.kind == .allow }
        avoids += standing(barred)
        if let lifted = barred.last(where: { $0.kind == .allow && ($0.origin == .guardian || $0.origin == .teacher) }) {
            avoids.removeAll { $0.origin == .roster && $0.phrase.lowercased() == phrase && $0.at <= lifted.at }
        }
        let directions = said.filter { $0.kind == .more || $0.kind == .less || $0.kind == .enough }
        // A wish that is let go is none any more; an interest of the roster's stays.
        guard let direction = directions.last, direction.kind != .enough else { return }
        let run = directions.reversed().prefix { $0.kind == direction.kind }
        let strength = min(3, 1 + Double(run.count))
        let topic = Topic(
            phrase: direction.value, strength: strength, origin: direction.origin, asked: true, at: direction.at)
        wants.removeAll { $0.phrase.lowercased() == phrase }
        if direction.kind == .more { wants.append(topic) } else { less.append(topic) }
    }

    /// The nevers that stand, one for each who said so and has not taken it back.
    private static func standing(_ barred: [Fact]) -> [Topic] {
        Fact.Origin.allCases.compactMap { origin in
            guard let last = barred.last(where: { $0.origin == origin }), last.kind == .never else { return nil }
            return Topic(phrase: last.value, strength: 1, origin: origin, asked: true, at: last.at)
        }
    }
}
