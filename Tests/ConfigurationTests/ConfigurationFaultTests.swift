import Configuration
import Content
import Foundation
import Testing

/// One fixture a fault: each is refused with its line and column, what was found, and what was expected.
struct ConfigurationFaultTests {
    static func text(_ name: String) throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: folder.appending(path: "Fixtures/configuration/\(name).yaml"), encoding: .utf8)
    }

    static func findings(_ yaml: String) throws -> [Finding] {
        try #require(throws: ConfigurationError.self) { try GleanerConfiguration(yaml: yaml, file: "g.yaml") }.findings
    }

    @Test(arguments: [
        ("unknown-section", "g.yaml:2:1", "Unknown key 'list'. Did you mean 'lists'?"),
        ("unknown-key", "g.yaml:3:3", "Unknown key 'lists.minuts'. Did you mean 'minutes'?"),
        ("unknown-far", "g.yaml:2:3", "Known keys of 'print': paper, class-pages, articles, classes, large."),
        ("not-a-number", "g.yaml:2:11", "'lists.places' is 'six'; expected a whole number from 1 to 50."),
        ("out-of-range", "g.yaml:2:9", "'lists.dial' is '5'; expected a whole number from 0 to 4."),
        ("fraction", "g.yaml:1:17", "'lists.places' is '2.5'; expected a whole number from 1 to 50."),
        ("decimal-comma", "g.yaml:2:14", "expected a number from 0 to 1. Write a point, not a comma."),
        ("quoted-number", "g.yaml:2:12", "'lists.minutes' is '30' in quotes; expected a whole number"),
        ("not-a-number-at-all", "g.yaml:2:23", "'scorers.Freshness.weight' is '.nan'; expected a number"),
        ("negative-weight", "g.yaml:2:23", "expected a number from 0 to 1000."),
        ("bad-zone", "g.yaml:2:14", "Did you mean 'Europe/Madrid'?"),
        ("bad-language", "g.yaml:1:20", "two or three letters"),
        ("bad-flag", "g.yaml:2:28", "is 'perhaps'; expected true or false."),
        ("list-for-map", "g.yaml:2:3", "'mail' is not a group of keys"),
        ("map-for-text", "g.yaml:2:9", "'school.name' is a group of keys; expected a text."),
        ("text-for-list", "g.yaml:1:8", "'feeds' is 'Feeds/feeds.opml'; expected a list."),
        ("feed-without-source", "g.yaml:2:5", "'feeds[1]' has no 'source'"),
        ("feed-twice", "g.yaml:3:5", "'Feeds/a.xml' is listed twice."),
        ("feed-scheme", "g.yaml:1:9", "expected a path or an http(s) address"),
        ("bad-sender", "g.yaml:2:9", "expected 'Name <address>'"),
        ("bad-address", "g.yaml:1:19", "its domain 'school' has no dot"),
        ("bad-choice", "g.yaml:1:12", "expected learner, guardian, both. Did you mean 'guardian'?"),
        ("bad-one-click", "g.yaml:1:19", "expected an https address"),
        ("bad-paper", "g.yaml:1:16", "expected A4, Letter."),
        ("key-twice", "g.yaml:2:3", "'places' stands twice"),
        ("tab", "g.yaml:2:1", "no tabs"),
        ("open-quote", "g.yaml:", "The file is not YAML"),
        ("two-documents", "g.yaml:2:1", "The file is not YAML"),
        ("alias", "g.yaml:1:8", "anchors and aliases are not used here"),
        ("alias-bomb", "g.yaml:4:10", "anchors and aliases are not used here"),
        ("tag", "g.yaml:1:16", "expected a text"),
        ("list-root", "g.yaml:1:1", "The file is not a group of keys"),
        ("bare-scorer", "g.yaml:1:22", "'scorers.Freshness' is not a group of keys"),
        ("option-nan", "g.yaml:3:26", "expected a finite number"),
    ])
    func faultIsToldWithItsPlace(_ name: String, _ place: String, _ words: String) throws {
        let findings = try Self.findings(Self.text(name))
        #expect(findings.count == 1, "\(findings)")
        let finding = try #require(findings.first)
        #expect(finding.place.hasPrefix(place), "\(finding)")
        #expect(finding.description.contains(words), "\(finding)")
        #expect(finding.severity == .error)
    }

    @Test func allFaultsAreToldTogetherInTheOrderOfTheFile() throws {
        let findings = try Self.findings(
            "mail: {to: nobody}\nlists:\n  places: 0\n  plcaes: 3\nschool: {time-zone: Mars/Olympus}\nfoo: 1\n")
        #expect(findings.map(\.place) == ["g.yaml:1:12", "g.yaml:3:11", "g.yaml:4:3", "g.yaml:5:21", "g.yaml:6:1"])
    }

    @Test func largeAndDeepFilesAreRefused() throws {
        let large = "# " + String(repeating: "x", count: GleanerConfiguration.largestFile)
        #expect(try Self.findings(large).first?.problem.contains("1000000 bytes") == true)
        let start = "scorers:\n  A:\n    options:\n      a: "
        for depth in [70, 900, 400_000] {
            let deep = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            #expect(try Self.findings(start + deep).first?.problem.contains("deeper") == true)
            let dashes = "\n        " + String(repeating: "- ", count: depth) + "x"
            #expect(try Self.findings(start + dashes).first?.problem.contains("deeper") == true)
        }
        let steps = (0..<900).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(try Self.findings(steps).first?.problem.contains("deeper") == true)
    }

    /// The parser ends a comment at more marks than an editor shows.
    @Test(arguments: ["\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}"])
    func noLineEndHidesAnAlias(end: String) {
        let bomb = "# settings\(end)lists: &a {places: 6}\(end)mail: *a\(end)"
        let error = #expect(throws: ConfigurationError.self) { try GleanerConfiguration(yaml: bomb, file: "g.yaml") }
        #expect(error?.findings.first?.place == "g.yaml:2:8")
        #expect(error?.findings.first?.remedy.contains("anchors and aliases are not used here") == true)
    }
}
