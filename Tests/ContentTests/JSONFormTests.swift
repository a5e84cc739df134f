import Content
import Foundation
import Testing

/// What programs read: plain objects with a `kind`, dates as text.
@Suite struct JSONFormTests {
    static let reasons: [Reason] = [
        .pinned(by: "Ms Rivera", assigned: true), .bestLeft, .stretch(item: 6.5, learner: 5),
        .scored(scorer: "Freshness", evidence: .age(days: 2.5)),
        .scored(scorer: "ReadingLevel", evidence: .levels(item: 4, learner: 5)),
        .scored(scorer: "InterestMatch", evidence: .nearness(title: "Moons", similarity: 0.5)),
        .scored(scorer: "Own", evidence: .measure(name: "minutes", value: 3)),
        .scored(
            scorer: "InterestMatch",
            evidence: .terms([MatchedTerm(phrase: "moons", words: ["moon"], source: .asked, origin: .learner)])),
    ]

    @Test(arguments: reasons) func reasonsComeBackAsTheyWere(_ reason: Reason) throws {
        let json = try JSONEncoder().encode(reason)
        #expect(try JSONDecoder().decode(Reason.self, from: json) == reason)
        #expect(!String(decoding: json, as: UTF8.self).contains("_0"))
    }

    @Test func aMomentIsItsText() throws {
        let moment = Timestamp(year: 2026, month: 9, day: 7, hour: 6)
        let json = try JSONEncoder().encode([moment])
        #expect(String(decoding: json, as: UTF8.self) == "[\"2026-09-07T06:00:00Z\"]")
        #expect(try JSONDecoder().decode([Timestamp].self, from: json) == [moment])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Timestamp].self, from: Data("[\"noon\"]".utf8))
        }
    }

    @Test func evidenceSaysItsKind() throws {
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(Evidence.age(days: 2))) as? [String: Any]
        #expect(json?["kind"] as? String == "age")
        #expect(json?["days"] as? Double == 2)
    }
}
