import Content
import Testing

/// For whom something is, as a school writes it.
@Suite struct GradeRangeTests {
    @Test(
        arguments: [
            ("5", GradeRange(5)), ("K", GradeRange(0)), ("1-3", GradeRange(1, to: 3)), ("K–2", GradeRange(0, to: 2)),
            ("1..3", GradeRange(1, to: 3)), (" 4 - 4 ", GradeRange(4, to: 4)), ("", nil), ("3-1", nil), ("14", nil),
            ("1-", nil), ("1-14", nil), ("-3", nil), ("1-2-3", nil), ("five", nil),
        ] as [(String, GradeRange?)])
    func itIsAGradeOrFromOneToAnother(_ text: String, _ range: GradeRange?) {
        #expect(GradeRange(text) == range)
        if let range { #expect(GradeRange("\(range)") == range) }
    }
}
