import Content
import Foundation
import JSON
import ScorerKit
import TestSupport
import Testing

@testable import Ranking

/// What goes to a scorer: the columns that it names, in both faces, and nothing of who a learner is.
struct ColumnTests {
    private static let batch: ItemBatch = {
        var first = Sample.item(1, title: "Whales \"sing\"\n", tags: ["sea", "música"], level: 3.5)
        var second = Sample.item(2, title: "Castles", language: nil)
        first.feed = "https://b.example"
        second.feed = "https://a.example"
        second.level = nil
        return ItemBatch([first, second], now: Sample.now)
    }()

    private static let learner = LearnerView(
        pseudonym: "L7", grade: 6, languages: ["en", "es"],
        profile: InterestProfile(
            facts: Sample.facts([
                .interests: "whales;black hole", .needs: "fractions", .name: "Ana Ruiz", .email: "ana@school.example",
            ])
                + [Sample.wish(.more, item: Sample.id(2)), Sample.wish(.less, item: Sample.id(99))]))

    private func json(_ table: ColumnTable) -> String {
        var bytes = JSONWriter(.canonical)
        bytes.columns(table)
        return String(decoding: bytes.bytes, as: UTF8.self)
    }

    @Test func itemsAreColumns() {
        let columns: [ItemColumn] = [.id, .title, .tags, .language, .level, .feed, .place]
        #expect(
            json(ColumnTable(Self.batch, columns: columns))
                == #"{"id":[0,1],"title":["Whales \"sing\"\n","Castles"],"tags":[["sea","música"],[]],"language":["en",""],"level":[3.5,null],"feed":[1,0],"place":[[],[]]}"#
        )
    }

    @Test func learnersAreColumnsWithoutWhoTheyAre() {
        let text = json(ColumnTable([Self.learner], columns: LearnerColumn.allCases, batch: Self.batch))
        #expect(text.contains(#""pseudonym":["L7"]"#))
        #expect(text.contains(#""wants":[[["whales",1.0],["black hole",1.0]]]"#))
        // Only articles of this run are named, by their numbers in it.
        #expect(text.contains(#""taught":[[[1,1.0]]]"#))
        for secret in ["Ana", "Ruiz", "school.example", Sample.learner.rawValue] { #expect(!text.contains(secret)) }
        #expect(json(ColumnTable([Self.learner], columns: [.grade], batch: Self.batch)) == #"{"grade":[6]}"#)
    }

    @Test func anyTextComesThroughJSONAsItIs() throws {
        var random = SeededRandom(seed: 3)
        for _ in 0..<500 {
            let text = String(
                String.UnicodeScalarView(
                    (0..<random.number(0...20)).map { _ in
                        Unicode.Scalar(UInt32.random(in: 0...0x2FFF, using: &random)) ?? " "
                    }))
            var bytes = JSONWriter(.canonical)
            bytes.value([text])
            let read = try JSONDecoder().decode([String].self, from: Data(bytes.bytes))
            #expect(read.first.map { Array($0.utf8) } == Array(text.utf8))
        }
    }

    @Test func aFrameIsWhatThePageSays() {
        var frame = FrameBytes(.score)
        frame.whole(7)
        frame.table(ColumnTable([Self.learner], columns: [.level, .languages], batch: Self.batch))
        let expected: [UInt8] =
            [72, 0, 0, 0, 3, 0, 0, 0] + [7, 0, 0, 0] + [1, 0, 0, 0, 2, 0, 0, 0]  // header; batch; rows, columns
            + [1, 5, 0, 0, 4, 0, 0, 0] + Array("level".utf8) + [0, 0, 0] + [0, 0, 0xE0, 0x40]  // 7.0
            + [4, 9, 0, 0, 24, 0, 0, 0] + Array("languages".utf8) + [0, 0, 0]
            + [0, 0, 0, 0, 2, 0, 0, 0] + [0, 0, 0, 0, 2, 0, 0, 0, 4, 0, 0, 0] + Array("enes".utf8)
        #expect(frame.finished.prefix(8).dropFirst(4) == [3, 0, 0, 0])
        #expect(Array(frame.finished.dropFirst(8)) == Array(expected.dropFirst(8)))
        #expect(FrameReader.whole(frame.finished, at: 0) == frame.finished.count - 8)
    }
}

/// Evidence of a scorer: it points at things, and what people read is ours.
struct EvidenceAnswerTests {
    private let batch = ItemBatch(
        [Sample.item(1, title: "Whales", text: "Blue whales sing.", level: 4), Sample.item(2, title: "Castles")],
        now: Sample.now)
    private let learner = LearnerView(
        pseudonym: "L1", grade: 6, languages: ["en"],
        profile: InterestProfile(
            facts: Sample.facts([.interests: "whales", .needs: "sea"]) + [Sample.wish(.more, item: Sample.id(2))]))

    private func evidence(_ json: String, isTried: Bool = false) throws -> Evidence {
        let answer = try JSONDecoder().decode(EvidenceAnswer.self, from: Data(json.utf8))
        return try answer.evidence(for: 0, learner: learner, batch: batch, measures: ["length"], isTried: isTried)
    }

    @Test func whatHoldsIsToldInOurWords() throws {
        #expect(
            try evidence(#"{"kind":"terms","terms":[{"phrase":"WHALES","words":["blue whales","<b>","pens"]}]}"#)
                == .terms([MatchedTerm(phrase: "whales", words: ["blue whales"], source: .interest, origin: .roster)]))
        #expect(try evidence(#"{"kind":"levels"}"#) == .levels(item: 4, learner: 7))
        #expect(
            try evidence(#"{"kind":"nearness","item":1,"similarity":0.5}"#)
                == .nearness(title: "Castles", similarity: 0.5))
        #expect(try evidence(#"{"kind":"measure","name":"length","value":3}"#) == .measure(name: "length", value: 3))
    }

    /// A word that does not mean what was said would be read by families.
    @Test(arguments: ["the", "blue", "Blue whale sings", ""])
    func aWordThatDoesNotMeanTheTopicIsPassedOverAndInATrialAFault(word: String) throws {
        let json = #"{"kind":"terms","terms":[{"phrase":"whales","words":["\#(word)"]}]}"#
        guard case .terms(let terms) = try evidence(json) else { return }
        #expect(terms.first?.words == [])
        if !word.isEmpty { #expect(throws: AnswerFault.self) { try evidence(json, isTried: true) } }
        _ = try evidence(#"{"kind":"terms","terms":[{"phrase":"whales","words":["Blue whales"]}]}"#, isTried: true)
    }

    @Test(arguments: [
        #"{"kind":"terms","terms":[{"phrase":"buy pens"}]}"#, #"{"kind":"nearness","item":0,"similarity":0.5}"#,
        #"{"kind":"nearness","item":1,"similarity":7}"#, #"{"kind":"nearness","item":-1,"similarity":0.5}"#,
        #"{"kind":"measure","name":"Call 555","value":1}"#, #"{"kind":"measure","name":"length"}"#, #"{"kind":"poem"}"#,
    ])
    func whatDoesNotHoldIsRefused(json: String) {
        #expect(throws: AnswerFault.self) { try evidence(json) }
    }
}
