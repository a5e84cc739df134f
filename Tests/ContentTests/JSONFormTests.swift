import Content
import Foundation
import Testing

/// What programs read: plain objects with a `kind`, dates as text.
@Suite struct JSONFormTests {
    static let reasons: [Reason] =
        [
            .pinned(by: "Ms Rivera", assigned: true), .bestLeft, .stretch(item: 6.5, learner: 5),
        ] + Evidence.examples.map { .scored(scorer: "A scorer", evidence: $0) }

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

    @Test func eachKindOfEvidenceHasAnExample() throws {
        let kinds = try Evidence.examples.map { evidence in
            let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(evidence)) as? [String: Any]
            return object?["kind"] as? String
        }
        #expect(kinds == Evidence.Kind.allCases.map(\.rawValue))
    }

    @Test func evidenceSaysItsKind() throws {
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(Evidence.age(days: 2))) as? [String: Any]
        #expect(json?["kind"] as? String == "age")
        #expect(json?["days"] as? Double == 2)
    }
}
