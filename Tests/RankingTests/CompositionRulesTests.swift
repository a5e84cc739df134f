import Content
import Foundation
import ScorerKit
import TestSupport
import Testing

@testable import Ranking

/// Every pair of the rules of `docs/decisions/composition.md`, over random classes: no rule gives way to one that comes after it.
///
/// `GLEANER_CASES=100000` tries as many lists; without it a few thousand.
@Suite struct CompositionRulesTests {
    private static let cases =
        ProcessInfo.processInfo.environment["GLEANER_CASES"].flatMap { Int($0) } ?? 3_000
    /// Lists of one random class.
    private static let learners = 30
    private static let blocks = 10

    @Test(arguments: 0..<blocks) func noRuleIsBroken(block: Int) throws {
        let classes = max(1, Self.cases / Self.learners / Self.blocks)
        for number in 0..<classes {
            var random = SeededRandom(seed: UInt64(block * 1_000_003 + number))
            let school = Self.school(using: &random)
            let inputs = school.inputs
            let scorers = try ScorersAtWork(school.scorers, batch: inputs.batch)
            let ids = school.facts.keys.sorted()
            for ranking in try Ranker(inputs, scorers: scorers).rank(ids.map { school.known($0) }) {
                try check(ranking, in: school)
            }
        }
    }

    private func check(_ ranking: LearnerRanking, in school: TestSchool) throws {
        let (snapshot, picks) = (ranking.snapshot, ranking.composition.picks)
        let note = Comment(rawValue: "\(ranking.learner.id), dial \(ranking.dial.rawValue), \(picks)")
        let items = picks.map { $0.item }
        let places = snapshot.settings.places
        let pins = picks.filter { $0.side == .pin }
        let free = picks.filter { $0.side != .pin }
        #expect(Set(items).count == items.count, note)
        // Gates: consent, suitability, veto, opt-out, language, given before, age.
        for pick in picks { #expect(ranking.verdicts[pick.item] == nil, note) }
        if ranking.learner.consent == false { #expect(picks.isEmpty, note) }
        // Pins: every one that no gate stops, and no place of theirs goes to anything else.
        #expect(Set(pins.map { $0.item }) == Set(ranking.gates.openPins.map { $0.item }), note)
        #expect(picks.count <= max(places, pins.count), note)
        // Dial.
        let teachers = ranking.dial.teacherPlaces(of: places)
        switch ranking.dial {
        case .teacherOnly: #expect(free.isEmpty, note)
        case .teacherLed: #expect(free.allSatisfy { $0.side == .teacher }, note)
        default: #expect(free.count { $0.side == .wish } <= places - teachers, note)
        }
        #expect(free.count { $0.side == .stretch } <= 1, note)
        // Minutes: no list exceeds them but by a pin; one article takes at most half, unless it was wished for or is all there is.
        let costs = free.map { ranking.composer.cost($0.item) }
        let pinned = pins.reduce(0) { $0 + ranking.composer.cost($1.item) }
        if pins.isEmpty, free.count > 1 { #expect(costs.reduce(0, +) <= ranking.minutes, note) }
        if 2 * pinned <= ranking.minutes, free.count > 1 {
            #expect(pinned + costs.reduce(0, +) <= ranking.minutes, note)
        }
        for (pick, cost) in zip(free, costs) where free.count > 1 && pick.side != .wish {
            #expect(2 * cost <= ranking.minutes + 1, note)
        }
        // Level: within reach, or widened because too little was; of unknown level one, unless nothing else is there.
        let reach = ranking.composer.levels
        for pick in free where free.count > 1 && pick.side != .wish && !reach.isUnknown(pick.item) {
            #expect(reach.contains(pick.item, widened: ranking.composition.widened + Supply.ofInterest), note)
        }
        // Ages: what is for younger learners comes where nothing that is for theirs fits any more.
        let young = free.filter { $0.side != .wish && snapshot.rules.highestGrades[$0.item] < ranking.learner.grade }
        if !young.isEmpty, free.count > 1 {
            let told = Set(items.map { snapshot.rules.stories[$0] })
            let before = (costs.reduce(0, +) + pinned) - young.reduce(0) { $0 + ranking.composer.cost($1.item) }
            for item in ranking.composer.supply.reachable.map({ Int($0) })
            where !items.contains(item) && !reach.isUnknown(item) {
                let cost = ranking.composer.cost(item)
                let isTold = snapshot.rules.stories[item] >= 0 && told.contains(snapshot.rules.stories[item])
                #expect(isTold || 2 * cost > ranking.minutes + 1 || before + cost > ranking.minutes, note)
            }
        }
        // Story: each once.
        let stories = free.map { snapshot.rules.stories[$0.item] }.filter { $0 >= 0 }
        #expect(Set(stories).count == stories.count, note)
        // Never a list of none while anything may come.
        if ranking.dial != .teacherOnly, ranking.verdicts.contains(where: { $0 == nil }) {
            #expect(!picks.isEmpty, note)
        }
    }

    /// A class whose learners, rules and articles are drawn by chance, so that every two rules meet somewhere.
    private static func school(using random: inout SeededRandom) -> TestSchool {
        var school = TestSchool(scorers: TestSchool.shipped)
        school.items = RandomText.items(random.number(3...40), using: &random)
        for number in school.items.indices where random.chance(0.1) { school.items[number].minutes = 0 }
        // Versions of one text, one after the other.
        for number in school.items.indices.dropFirst() where random.chance(0.15) {
            let own = (0..<30).map { "own\(number)word\($0)" }.joined(separator: " ")
            school.items[number - 1].text += " " + own
            school.items[number].text = school.items[number - 1].text
            school.items[number].language = school.items[number - 1].language
        }
        let feeds = Set(school.items.map { $0.feed }).sorted()
        school.feeds = feeds.filter { _ in random.chance(0.95) }.map { address in
            var feed = Feed(address: address, title: address, audience: random.chance(0.8) ? random.number(0...9) : nil)
            if let lowest = feed.audience, random.chance(0.2) { feed.audienceTo = random.number(lowest...13) }
            return feed
        }
        school.settings.places = random.number(1...8)
        school.settings.perFeed = random.number(1...4)
        school.settings.feedShare = random.pick([0.1, 0.3, 1])
        school.settings.topicShare = random.pick([0.1, 0.5, 1])
        school.settings.heldWords = random.chance(0.5) ? ["river"] : []
        school.facts = [:]
        for number in 0..<learners {
            let id = LearnerID(rawValue: "l\(number)")
            var facts = RandomText.facts(of: id, dial: random.pick(Dial.allCases), using: &random)
            func tell(_ kind: Fact.Kind, _ value: String) {
                facts.append(Fact(learner: id, kind: kind, value: value, origin: .roster, at: Sample.now))
            }
            tell(.minutes, "\(random.number(3...40))")
            if random.chance(0.1) { tell(.consent, random.pick(["no", "unreadable"])) }
            if random.chance(0.3) { tell(.avoid, random.pick(RandomText.topics).phrase) }
            for item in school.items where random.chance(0.1) {
                let kind = random.pick([Fact.Kind.tooHard, .tooEasy, .more, .never])
                facts.append(Sample.wish(kind, item.title, item: item.id, of: id))
            }
            school.facts[id] = facts
            var given: [ItemID: Edition] = [:]
            for item in school.items where random.chance(0.15) {
                given[item.id] = Edition(date: Sample.now.utcDate.adding(days: -7))
            }
            school.given[id] = given
            for item in school.items where random.chance(0.06) {
                let kind = random.pick([TeacherRule.Kind.pin, .pin, .veto])
                school.rules.append(
                    Sample.rule(kind, .item(item.id), of: id, assigned: kind == .pin && random.chance(0.3)))
            }
            if random.chance(0.2) {
                school.rules.append(Sample.rule(.veto, .topic(random.pick(RandomText.topics).phrase), of: id))
            }
        }
        return school
    }
}
