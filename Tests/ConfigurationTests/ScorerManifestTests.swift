import Content
import Testing

@testable import Configuration

/// What a scorer outside of the process says of itself.
struct ScorerManifestTests {
    private static let smallest = """
        name: Brevity
        version: "1.0"
        summary: Short articles come first.
        command: [./scorer]
        """

    private func manifest(_ more: String = "", _ text: String = smallest) throws -> ScorerManifest {
        try ScorerManifest(text: text + "\n" + more, file: "scorer.yaml")
    }

    @Test func whatIsLeftOutHasDefaults() throws {
        let manifest = try manifest()
        #expect(manifest.say == .neither && manifest.face == .json && manifest.items.isEmpty)
        #expect(manifest.limits == ScorerManifest.Limits() && manifest.reads.isEmpty)
        #expect(try manifest.options(with: [:]) == "{}")
    }

    @Test func jsonIsReadTheSame() throws {
        let text =
            #"{"name": "Brevity", "version": "1.0", "summary": "Short.", "command": ["./scorer"], "face": "binary", "items": ["text", "title"]}"#
        let manifest = try manifest("", text)
        #expect(manifest.face == .binary && manifest.items == [.title, .text])
    }

    @Test(arguments: [
        ("name: brevity", "expected letters and digits, beginning with a capital"),
        ("name: ../Evil", "expected letters and digits, beginning with a capital"),
        ("items: [titel]", "Did you mean 'title'?"), ("learners: [name]", "expected pseudonym, grade"),
        ("learners: [email]", "expected pseudonym, grade"), ("face: xml", "expected json, binary"),
        ("say: parents", "expected teacher, learner, neither"), ("limits: {memory-megabytes: 1}", "from 16 to 65536"),
        ("limits: {memory: 1}", "Unknown key 'limits.memory'"), ("reads: [data]", "expected an absolute path"),
        ("reads: [/]", "expected an absolute path"), ("reads: [/usr/../root]", "expected an absolute path"),
        ("command: []", "'command' is empty"), ("network: true", "Unknown key 'network'"),
        ("measures: [\"<b>\"]", "letters, digits, blanks and hyphens"),
        ("options: {longest: {defalt: 3}}", "Unknown key 'options.longest.defalt'"),
    ])
    func whatIsWrongIsSaid(line: String, words: String) throws {
        let key = line.prefix { $0 != ":" }
        let text = Self.smallest.split(separator: "\n").filter { !$0.hasPrefix(key + ":") }.joined(separator: "\n")
        let error = #expect(throws: ConfigurationError.self) { try manifest(line, text) }
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }

    @Test func optionsAreOfTheTypeOfTheirDefaults() throws {
        let manifest = try manifest(
            """
            options:
              whole: {default: 3, least: 1, most: 9}
              number: {default: 0.5, least: 0, most: 1}
              flag: {default: true}
              text: {default: much}
              list: {default: []}
            """)
        #expect(try manifest.options(with: [:]) == #"{"flag":true,"list":[],"number":0.5,"text":"much","whole":3}"#)
        // One spelling for one number.
        #expect(try manifest.options(with: ["number": .int(1)]) == manifest.options(with: ["number": .double(1)]))
        let wrong: [(String, OptionValue)] = [
            ("whole", .double(2.5)), ("whole", .int(0)), ("whole", .int(10)), ("number", .double(1.1)),
            ("flag", .string("yes")), ("text", .int(3)), ("list", .string("a")), ("wholes", .int(3)),
        ]
        for (name, value) in wrong {
            #expect(throws: ScorerManifest.OptionProblem.self, "\(name) \(value)") {
                try manifest.options(with: [name: value])
            }
        }
    }
}
