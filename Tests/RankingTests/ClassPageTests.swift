import Content
import Ranking
import ScorerKit
import TestSupport
import Testing

/// The page of a class: the same for all, and made from nothing that is known of anybody.
struct ClassPageTests {
    private static let reader = LearnerID.reader(ofClass: "7A")

    private static func line(_ number: Int, _ more: [Fact.Kind: String] = [:], said: [Fact] = []) -> LearnerLine {
        let id = LearnerID(rawValue: "L-\(number)")
        return LearnerLine(id, facts: Sample.facts(of: id, more) + said, pseudonym: "L\(number)")
    }

    private static func snapshot(
        _ items: [ContentItem], rules: [TeacherRule] = [], audiences: [String: Int] = [:],
        _ change: (inout RankingSettings) -> Void = { _ in }
    ) -> RankSnapshot {
        var settings = RankingSettings()
        change(&settings)
        let feeds = Set(items.map(\.feed)).sorted().map {
            Feed(address: $0, title: "", audience: .init(audiences[$0] ?? 0))
        }
        return RankSnapshot(
            items: items, feeds: feeds, teacherRules: rules, settings: settings, terms: RunTerms(now: Sample.now))
    }

    private static let items = (1...20).map { Sample.item($0, feed: "https://example.org/\($0)") }

    private static func rank(
        _ lines: [LearnerLine], _ snapshot: RankSnapshot = snapshot(items)
    ) throws -> (lists: [LearnerID: ReadingList], RankOutcome) {
        let records = MemoryRankRecords(lines)
        let outcome = try RankStage(records).run(snapshot, run: 1, scorers: [.table("Good", [1: 0.1, 2: 0.9])])
        return (Dictionary(uniqueKeysWithValues: records.lists.map { ($0.list.learner, $0.list) }), outcome)
    }

    @Test(arguments: [[Fact.Kind.consent: "no"], [.profiled: "no"], [.profiled: "unreadable"]])
    func whoIsNotProfiledGetsTheClassPageAndNothingIsReckonedOfThem(_ said: [Fact.Kind: String]) throws {
        let (lists, outcome) = try Self.rank([Self.line(1), Self.line(2, said)])
        #expect(lists.keys.sorted() == [LearnerID(rawValue: "L-1"), Self.reader])
        #expect(outcome.summary.learners == 2 && outcome.summary.made == 1 && outcome.summary.classPages == 1)
        #expect(outcome.summary.without == 1 && outcome.summary.unwanted == 1)
        #expect(outcome.findings.contains { $0.place == "learner L-2" && $0.problem.contains("class page") })
    }

    @Test func pagesAreMadeWhereTheyAreNeededOrForAllOrForNone() throws {
        let lines = [Self.line(1), Self.line(2, [.classes: "8B", .profiled: "no"]), Self.line(3, [.classes: "9C"])]
        func pages(_ pages: ClassPages) throws -> [String] {
            let (lists, _) = try Self.rank(lines, Self.snapshot(Self.items) { $0.classPages = pages })
            return lists.keys.compactMap(\.classRead).sorted()
        }
        #expect(try pages(.needed) == ["8B"])
        #expect(try pages(.all) == ["7A", "8B", "9C"])
        #expect(try pages(.none) == [])
    }

    @Test func onConsentWhoWasNotAskedIsNotProfiled() throws {
        let lines = [Self.line(1, [.consent: ""]), Self.line(2, [.consent: "yes", .under13: "no"])]
        let asked = Self.snapshot(Self.items) { $0.basis = .consent }
        #expect(try Self.rank(lines, asked).lists.keys.sorted() == [LearnerID(rawValue: "L-2"), Self.reader])
        let task = Self.snapshot(Self.items) { $0.basis = .publicTask }
        #expect(try Self.rank(lines, task).lists.count == 2)
    }

    @Test func whatMustNotComeToSomebodyInTheClassIsNotOnItsPage() throws {
        let plain = try #require(try Self.rank([Self.line(1, [.profiled: "no"]), Self.line(2)]).lists[Self.reader])
        let barred = try #require(plain.entries.first?.item)
        let never = Fact(
            learner: LearnerID(rawValue: "L-2"), kind: .never, value: "", item: barred, origin: .guardian,
            at: Sample.now)
        let page = try Self.rank([Self.line(1, [.profiled: "no"]), Self.line(2, said: [never])]).lists[Self.reader]
        #expect(page?.entries.isEmpty == false && page?.entries.contains { $0.item == barred } == false)
    }

    @Test func thePageIsTheSameWhateverIsKnownOfAnybody() throws {
        let plain = try Self.rank([Self.line(1, [.profiled: "no"]), Self.line(2)]).lists[Self.reader]
        let known: [Fact.Kind: String] = [
            .interests: "Article 7", .needs: "Article 9", .level: "2", .minutes: "5", .dial: "4",
        ]
        let rich = try Self.rank([Self.line(1, known.merging([.profiled: "no"]) { $1 }), Self.line(2, known)])
            .lists[Self.reader]
        #expect(plain != nil && plain?.entries == rich?.entries)
        let told = plain?.entries.flatMap(\.reasons) ?? []
        #expect(
            told.allSatisfy {
                switch $0 {
                case .scored(_, let evidence): !evidence.isOfLearner
                case .stretch, .unnamed: false
                case .pinned, .bestLeft: true
                }
            })
    }

    @Test func itIsFitForTheLowestGradeAndByTheClassesRules() throws {
        let rule = { (kind: TeacherRule.Kind, item: Int) in
            TeacherRule(
                kind: kind, scope: .schoolClass("7A"), target: .item(Sample.id(item)), by: "Ms Rivera", assigned: false,
                at: Sample.now.adding(seconds: -60))
        }
        let lines = [Self.line(1, [.profiled: "no"]), Self.line(2, [.grade: "5"])]
        let snapshot = Self.snapshot(
            Self.items, rules: [rule(.pin, 11), rule(.veto, 2)],
            audiences: ["https://example.org/3": 6, "https://example.org/4": 5])
        let page = try #require(try Self.rank(lines, snapshot).lists[Self.reader])
        #expect(
            page.entries.first?.item == Sample.id(11)
                && page.entries.first?.reasons.first == .pinned(by: "Ms Rivera", assigned: false))
        #expect(!page.entries.contains { $0.item == Sample.id(2) || $0.item == Sample.id(3) })
    }

    @Test func nothingOfItComesTwiceAndItIsInOneLanguage() throws {
        let records = MemoryRankRecords([Self.line(1, [.profiled: "no"])])
        let items = Self.items + [Sample.item(30, feed: "https://example.org/30", language: "es")]
        var seen: [ItemID] = []
        for day in 0..<3 {
            let now = Sample.now.adding(seconds: Int64(day) * 86_400)
            var settings = RankingSettings(languages: ["en", "es"])
            settings.maxAgeDays = 30
            let snapshot = RankSnapshot(
                items: items, feeds: items.map { Feed(address: $0.feed, title: "", audience: 0) }, settings: settings,
                terms: RunTerms(edition: Edition(date: now.utcDate), now: now))
            _ = try RankStage(records).run(snapshot, run: Int64(day), scorers: [])
        }
        for stored in records.lists where stored.list.learner == Self.reader { seen += stored.list.entries.map(\.item) }
        #expect(seen.count > 10 && Set(seen).count == seen.count)
        #expect(!seen.contains(Sample.id(30)))
    }
}
