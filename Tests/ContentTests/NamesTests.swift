import Content
import Foundation
import Testing

/// Codes as people type them, and what a mistyped name was meant to be.
struct NamesTests {
    @Test(arguments: ["KRT4W", "krt4w", " KRT4W ", "k rt-4w", "KR\tT4W\n", "krt-4-w"])
    func codesAreReadAsPeopleTypeThem(_ typed: String) {
        #expect(ItemCode(rawValue: typed) == ItemCode(rawValue: "KRT4W"))
        #expect(ItemCode(rawValue: typed).rawValue == "KRT4W")
    }

    @Test(arguments: [("KRT4W", true), ("KRT4", false), ("KRAT4", false), ("SH0RT", false), ("KRT4WKRT4WKRT4WK", true)])
    func aCodeHasItsForm(_ typed: String, _ isOne: Bool) { #expect(ItemCode(rawValue: typed).isWellFormed == isOne) }

    @Test func aDecodedCodeIsNormalisedToo() throws {
        let codes = try JSONDecoder().decode([ItemCode].self, from: Data("[\"kr t4w\"]".utf8))
        #expect(codes.map(\.rawValue) == ["KRT4W"])
        #expect(String(decoding: try JSONEncoder().encode(codes), as: UTF8.self) == "[\"KRT4W\"]")
    }

    @Test(arguments: [
        ("feedz", "feeds"), ("FEEDS", "feeds"), ("fetchng", "fetching"), ("outpt", "output"), ("lissts", "lists"),
        ("wieght", "weight"), ("a", "a"),
    ])
    func aMistypedNameIsFound(_ typed: String, _ meant: String) {
        let known = ["feeds", "fetching", "lists", "output", "weight", "a"]
        #expect(NearestName.of(typed, among: known) == meant)
        #expect(NearestName.hint(for: typed, among: known) == " Did you mean '\(meant)'?")
    }

    @Test(arguments: ["", "x", "qq", "zzz", "volcano", "fe", "weight-of-the-world"])
    func aNameThatNothingIsLikeHasNoHint(_ typed: String) {
        let known = ["feeds", "fetching", "lists", "output", "weight", "at"]
        #expect(NearestName.of(typed, among: known) == nil)
        #expect(NearestName.hint(for: typed, among: known).isEmpty)
    }

    @Test func nothingIsNearWhereNothingIsKnown() {
        #expect(NearestName.of("feeds", among: []) == nil)
    }

    @Test func theFirstOfEquallyNearNamesIsOffered() {
        #expect(NearestName.of("cat", among: ["cats", "cart", "at"]) == "cats")
        #expect(NearestName.of("cat", among: ["at", "cart", "cats"]) == "at")
    }
}
