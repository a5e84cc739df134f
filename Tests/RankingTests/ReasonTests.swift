import Content
import Ranking
import ScorerKit
import TestSupport
import Testing

/// A reason names what contributed most to an item's place, with evidence that is true of the item.
struct ReasonTests {
    private static let says: [String: Say] = Dictionary(
        uniqueKeysWithValues: TestSchool.shipped.map { ($0.card.name, $0.card.say) })

    private func isTrue(_ evidence: Evidence, of item: ContentItem, profile: InterestProfile) -> Bool {
        switch evidence {
        case .terms(let terms):
            let fields = ([item.title, item.summary, item.text] + item.tags).map { " \(plain($0)) " }
            return !terms.isEmpty
                && terms.allSatisfy { term in
                    !term.words.isEmpty
                        && term.words.allSatisfy { word in fields.contains { $0.contains(" \(plain(word)) ") } }
                        && said(term, in: profile)
                }
        case .levels(let level, let learner): return level == item.level && learner == profile.level
        case .nearness(let title, let similarity, let shared):
            return !title.isEmpty && similarity > 0 && !shared.isEmpty
        default: return evidence.isOfLearner
        }
    }

    /// Lower case, and blanks for all that is no letter, digit or apostrophe inside a word.
    private func plain(_ text: String) -> String {
        let kept = text.lowercased().replacing("'s", with: "").map { $0.isLetter || $0.isNumber ? $0 : " " }
        return String(kept).split(separator: " ").joined(separator: " ")
    }

    private func said(_ term: MatchedTerm, in profile: InterestProfile) -> Bool {
        switch term.source {
        case .interest: profile.wants.contains { $0.phrase == term.phrase && !$0.asked }
        case .asked: profile.wants.contains { $0.phrase == term.phrase && $0.asked }
        case .need: profile.needs.contains { $0.phrase == term.phrase }
        case .strength: profile.strengths.contains { $0.phrase == term.phrase }
        case .learnt: profile.learnt.contains { $0.phrase == term.phrase }
        case .mentioned: profile.wants.contains { $0.phrase == term.phrase && !$0.asked }
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>) func everyReasonIsTrue(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var school = TestSchool.random(dial: random.pick(Dial.allCases), using: &random)
        school.pin(1)
        let ranking = school.ranking()
        for entry in ranking.entries {
            #expect(!entry.reasons.isEmpty)
            let contributions = Dictionary(uniqueKeysWithValues: entry.scores.map { ($0.scorer, $0.contribution) })
            let named = entry.reasons.compactMap { reason -> (scorer: String, evidence: Evidence)? in
                guard case .scored(let scorer, let evidence) = reason else { return nil }
                return (scorer, evidence)
            }
            let first = contributions[named.first?.scorer ?? ""] ?? 0
            for (scorer, evidence) in named {
                #expect(isTrue(evidence, of: school.item(entry), profile: ranking.profile), "\(evidence)")
                // What the article is about is told whatever it weighed.
                if scorer == "topics" { continue }
                let part = try #require(contributions[scorer])
                // The place that is kept for a wish was decided by the wish, not by a score.
                if entry.side != .wish { #expect(part > 0 && part >= first / 2, "\(scorer) on \(entry.side)") }
                let isLearners = ReasonTests.says[scorer] == .learner
                #expect(!(entry.side == .teacher && entry.teacherSpeaks && isLearners))
            }
            if entry.side == .pin { #expect(entry.reasons == [.pinned(by: "Ms Rivera", assigned: false)]) }
        }
    }

    /// Four items, the first of which the tables lift by so much each; with a teacher's place for it.
    private func school(dial: Dial = .shared, _ lifts: [(String, Say, weight: Double)]) -> TestSchool {
        TestSchool(
            items: (1...4).map { Sample.item($0, feed: "f\($0)") },
            facts: [Sample.learner: Sample.facts(dial: dial)],
            scorers: lifts.map { .table($0.0, $0.1, weight: $0.weight, [1: 1, 2: 0, 3: 0, 4: 0]) },
            settings: RankingSettings(places: 3, diversity: 0, stretch: false))
    }

    private func scorers(_ entry: ListEntry?) -> [String] {
        (entry?.reasons ?? []).compactMap { reason in
            guard case .scored(let scorer, _) = reason else { return nil }
            return scorer
        }
    }

    private func first(_ school: TestSchool) -> ListEntry? { school.entries().first { $0.item == Sample.id(1) } }

    @Test func theWeightiestIsNamedFirstAndAtMostTwo() {
        let entry = first(school(dial: .learnerLed, [("A", .neither, 1), ("B", .neither, 3), ("C", .learner, 1)]))
        #expect(entry?.side == .learner)
        #expect(scorers(entry) == ["B", "C"])
    }

    @Test func aMinorPartIsNoReason() {
        #expect(scorers(first(school([("A", .neither, 1), ("B", .neither, 3)]))) == ["B"])
    }

    @Test func onATeachersPlaceTheLearnersScorersAreNoReason() {
        let entry = first(school([("Pupil", .learner, 9), ("Staff", .teacher, 1), ("Plain", .neither, 1)]))
        #expect(entry?.side == .teacher)
        #expect(scorers(entry) == ["Staff", "Plain"])
    }

    @Test func onATeachersPlaceAMinorPartIsNoReasonEither() {
        let entry = first(school([("Staff", .teacher, 5), ("Plain", .neither, 1)]))
        #expect(entry?.side == .teacher)
        #expect(scorers(entry) == ["Staff"])
    }

    @Test func whereNothingSpokeForItItWasTheBestLeft() {
        let school = school([("A", .neither, 1)])
        let others = school.entries().filter { $0.item != Sample.id(1) }
        #expect(!others.isEmpty)
        #expect(others.allSatisfy { $0.reasons == [.bestLeft] })
    }

    @Test func evidenceThatSaysNothingIsNoReason() {
        var school = school([("B", .neither, 1)])
        // It weighs most, and has nothing to show: the next one is named.
        school.scorers.append(.table("Empty", weight: 9, [1: 1, 2: 0], terms: [1: []]))
        #expect(scorers(first(school)) == ["B"])
    }
}

extension ListEntry {
    /// Whether a teacher's scorer that ships lifted it.
    fileprivate var teacherSpeaks: Bool { scores.contains { $0.scorer == "NeedsMatch" && $0.contribution > 0 } }
}
