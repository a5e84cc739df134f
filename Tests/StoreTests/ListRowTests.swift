import Content
import Foundation
import JSON
import TestSupport
import Testing

@testable import Store

/// A list as it is stored is read as it was, by older programs too.
struct ListRowTests {
    private static func text(_ random: inout SeededRandom) -> String {
        random.pick(["volcano", "", "\"\\/\u{0}\n", "é 中 🌱 \u{2028}", "Ms. Rivera", "a b"])
    }

    private static func number(_ random: inout SeededRandom) -> Double {
        random.pick([0, 1, -0.25, 1e-300, 1e300, 0.1, -12_345.678_9, 1 / 3, 5])
    }

    private static func evidence(_ random: inout SeededRandom) -> Evidence {
        switch random.number(0...4) {
        case 0:
            .terms(
                (0..<random.number(0...3)).map { _ in
                    MatchedTerm(
                        phrase: text(&random), words: [text(&random), text(&random)],
                        source: random.pick(MatchedTerm.Source.allCases), origin: random.pick([.roster, .learner]),
                        names: names(&random))
                })
        case 1: .levels(item: number(&random), learner: number(&random))
        case 2: .age(days: number(&random))
        case 3:
            .nearness(
                title: text(&random), similarity: number(&random), shared: random.chance(0.5) ? [] : [text(&random)])
        default: .measure(name: text(&random), value: number(&random))
        }
    }

    private static func names(_ random: inout SeededRandom) -> [String: String]? {
        random.chance(0.5) ? nil : ["es": text(&random), "de": text(&random)]
    }

    private static func answer(_ random: inout SeededRandom) -> WishAnswer {
        WishAnswer(
            phrase: text(&random), origin: random.pick(Fact.Origin.allCases),
            outcome: random.pick(WishAnswer.Outcome.allCases),
            item: random.chance(0.5) ? nil : ItemID(rawValue: text(&random)), isOld: random.chance(0.5),
            names: names(&random))
    }

    private static func reason(_ random: inout SeededRandom) -> Reason {
        switch random.number(0...3) {
        case 0: .pinned(by: text(&random), assigned: random.chance(0.5))
        case 1: .stretch(item: number(&random), learner: number(&random))
        case 2: .bestLeft
        default: .scored(scorer: text(&random), evidence: evidence(&random))
        }
    }

    private static func list(_ random: inout SeededRandom) -> StoredList {
        let entries = (0..<random.number(0...4)).map { place in
            ListEntry(
                place: place, item: ItemID(rawValue: text(&random)), version: Int64(random.number(0...9_999)),
                side: random.pick([.pin, .teacher, .learner, .wish, .stretch]), blend: number(&random),
                scores: (0..<random.number(0...3)).map { _ in
                    ScorePart(
                        scorer: text(&random), score: random.chance(0.3) ? nil : number(&random),
                        standardised: number(&random), weight: number(&random), contribution: number(&random))
                }, reasons: (0..<random.number(0...2)).map { _ in reason(&random) })
        }
        let list = ReadingList(
            edition: Sample.edition, learner: LearnerID(rawValue: text(&random)), made: Sample.now,
            dial: random.pick(Dial.allCases), state: random.pick([.ready, .awaitingApproval]), entries: entries,
            silentScorers: [text(&random)], missingScorers: random.chance(0.5) ? [] : [text(&random)],
            answers: random.chance(0.5) ? [] : [answer(&random), answer(&random)])
        let record = ListRecord(
            candidates: random.number(0...999), removed: random.chance(0.5) ? [:] : ["veto": 1, "tooOld": 2],
            runnersUp: [.init(code: ItemCode(rawValue: "KRT4W"), blend: number(&random))])
        return StoredList(list: list, run: 1, record: record)
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func whatIsWrittenIsTheList(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let stored = Self.list(&random)
        let texts = try ListRow(stored).texts.get()
        #expect(try JSONText.value(ReadingList.self, of: texts.body, rules: .own) == stored.list)
        #expect(try JSONText.value(ListRecord.self, of: texts.record, rules: .own) == stored.record)
        // As older programs read and wrote it.
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        #expect(texts.body == String(decoding: try encoder.encode(stored.list), as: UTF8.self))
        #expect(try JSONDecoder().decode(ReadingList.self, from: Data(texts.body.utf8)) == stored.list)
    }
}
