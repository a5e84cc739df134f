import Content
import ContentDigest
import Ranking
import ScorerKit
import ShippedScorers
import TestSupport
import Topics

/// Everything that a ranking reads, in one value that a test changes at will.
struct TestSchool {
    var items: [ContentItem] = []
    var nearCopies: [ItemID: [ItemID]] = [:]
    /// Nil: every feed of the items is listed and meant for all grades.
    var feeds: [Feed]?
    var facts: [LearnerID: [Fact]] = [Sample.learner: Sample.facts()]
    var classes: [SchoolClass] = []
    var rules: [TeacherRule] = []
    var topics = TopicFamilies()
    var given: [LearnerID: [ItemID: Edition]] = [:]
    /// When lists of editions were made.
    var made: [Edition: Timestamp] = [:]
    var scorers: [ActiveScorer] = []
    var settings = RankingSettings()

    var inputs: RankSnapshot {
        let all = Set(items.map { $0.feed }).sorted().map { Feed(address: $0, title: $0, audience: 0) }
        return RankSnapshot(
            items: items, nearCopies: nearCopies, feeds: feeds ?? all, classes: classes, teacherRules: rules,
            topics: topics,
            settings: settings, terms: RunTerms(now: Sample.now))
    }

    /// What is known of one learner.
    func known(_ id: LearnerID = Sample.learner) -> LearnerLine {
        LearnerLine(
            id, facts: facts[id] ?? [], given: GivenItems(given[id] ?? [:], made: given[id] == nil ? [:] : made))
    }

    /// The ranking of one learner; the only one of most tests.
    func ranking(_ id: LearnerID = Sample.learner) -> LearnerRanking {
        let inputs = inputs
        do {
            return try Ranker(inputs, scorers: ScorersAtWork(scorers, batch: inputs.batch)).rank(known(id))
        } catch {
            preconditionFailure("\(error)")
        }
    }

    /// The entries of a learner's list; empty where there is none.
    func entries(_ id: LearnerID = Sample.learner) -> [ListEntry] { ranking(id).entries }

    /// The gate that removes an item; nil where it passes.
    func gate(_ item: Int) -> Gate? { ranking().gate(Sample.id(item)) }

    /// The item of an entry.
    func item(_ entry: ListEntry) -> ContentItem {
        guard let item = items.first(where: { $0.id == entry.item }) else { preconditionFailure("not an item") }
        return item
    }

    mutating func say(_ kind: Fact.Kind, _ topic: String = "", by origin: Fact.Origin = .learner) {
        facts[Sample.learner, default: []].append(Sample.wish(kind, topic, by: origin))
    }

    mutating func say(_ kind: Fact.Kind, of number: Int) {
        facts[Sample.learner, default: []].append(Sample.wish(kind, item: Sample.id(number)))
    }

    /// A teacher lets an item through, as it reads now.
    mutating func approve(_ number: Int, for learner: LearnerID = Sample.learner) {
        var rule = Sample.rule(.approve, .item(Sample.id(number)), of: learner)
        rule.readDigest = items.first { $0.id == Sample.id(number) }?.readDigest
        rules.append(rule)
    }

    mutating func pin(_ items: Int..., assigned: Bool = false) {
        rules += items.map { Sample.rule(.pin, .item(Sample.id($0)), assigned: assigned) }
    }

    /// A school of random items and one random learner, with the scorers that ship.
    static func random(items: Int = 40, dial: Dial, using random: inout SeededRandom) -> TestSchool {
        TestSchool(
            items: RandomText.items(items, using: &random),
            facts: [Sample.learner: RandomText.facts(dial: dial, using: &random)], scorers: shipped)
    }

    /// The scorers that ship, with the weights of the sample configuration.
    static let shipped: [ActiveScorer] = Shipped.scorers.map { type in
        let weights = ["InterestMatch": 3.0, "ReadingLevel": 2, "NeedsMatch": 2, "Freshness": 1]
        do { return try active(type, weight: weights[type.card.name] ?? 0) } catch { preconditionFailure("\(error)") }
    }

    private static func active<Kind: Scorer>(_ type: Kind.Type, weight: Double) throws -> ActiveScorer {
        ActiveScorer(
            card: type.card, weight: weight, options: Kind.Options().canonicalJSON, scorer: try Kind(options: .init()))
    }
}

extension LearnerRanking {
    /// The list's entries; empty where there is none.
    var entries: [ListEntry] { (try? list(edition: Sample.edition, made: Sample.now))?.entries ?? [] }

    /// The gate that removes an item; nil where it passes.
    func gate(_ item: ItemID) -> Gate? {
        guard case .removed(let verdict)? = (try? explain(item, edition: Sample.edition, made: Sample.now))?.outcome
        else {
            return nil
        }
        return verdict.gate
    }
}

extension [ListEntry] {
    /// The numbers of the items, in the list's order.
    var numbers: [Int] { map { Int($0.item.rawValue, radix: 16) ?? -1 } }
    /// Those that no pin put there.
    var unpinned: [ListEntry] { filter { $0.side != .pin } }
}
