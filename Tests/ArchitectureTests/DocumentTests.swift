import Foundation
import Testing

/// The documents are short, in one form, and name what is there.
@Suite struct DocumentTests {
    private static func text(_ path: String) throws -> String {
        try String(contentsOf: SourceTree.root.appendingPathComponent(path), encoding: .utf8)
    }

    private static func isThere(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: SourceTree.root.appendingPathComponent(path).path)
    }

    private static func words(_ text: String) -> Int { text.split(whereSeparator: \.isWhitespace).count }

    private static var records: [String] {
        get throws {
            let folder = SourceTree.root.appendingPathComponent("docs/decisions").path
            return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { $0 != "README.md" }
                .map { "docs/decisions/\($0)" }
        }
    }

    @Test func theMapIsNoLongerThanTwoThousandWords() throws {
        #expect(Self.words(try Self.text("ARCHITECTURE.md")) <= 2_000)
    }

    @Test func eachDecisionIsAPageInOneForm() throws {
        let records = try Self.records
        #expect(records.count > 40)
        let list = try Self.text("docs/decisions/README.md")
        for path in records {
            let text = try Self.text(path)
            let headings = text.split(separator: "\n").filter { $0.hasPrefix("## ") }
            #expect(
                headings == ["## What", "## Why", "## How", "## So", "## Measured", "## Tested by"], "\(path)")
            #expect(Self.words(text) <= 520, "\(path) is longer than a page")
            #expect(list.contains("](\(path.dropFirst(15)))"), "\(path) is not in the list of decisions")
        }
    }

    /// Files that a document names in its text, as `Sources/Store/Store.swift`, and pages that it links to.
    @Test func whatDocumentsNameIsThere() throws {
        let named = try Regex(#"`((?:Sources|Tests|Plugins|Benchmarks|Config|Feeds|docs)/[A-Za-z0-9_+./-]+\.[a-z]+)`"#)
        let linked = try Regex(#"\]\(([A-Za-z0-9_./-]+\.md)\)"#)
        let others =
            ["ARCHITECTURE.md", "README.md", "CONTRIBUTING.md", "docs/decisions/README.md"]
            + ["teachers", "schools", "operation", "scorers"].map { "docs/\($0).md" }
        // A school's own, which are not there until somebody makes them, and a name that stands for any.
        let own: Set = [
            "Config/topics.yaml", "Config/secrets", "Config/holidays.ics", "Config/held-words.txt",
            "Config/roster-map.yaml", "Tests/Fixtures/feeds/NAME-OF-THE-FAULT.xml",
        ]
        for path in try Self.records + others {
            let text = try Self.text(path)
            for match in text.matches(of: named) {
                let name = String(match.output[1].substring ?? "")
                #expect(own.contains(name) || Self.isThere(name), "\(path) names \(name)")
            }
            let folder = path.split(separator: "/").dropLast().joined(separator: "/")
            for match in text.matches(of: linked) {
                let name = String(match.output[1].substring ?? "")
                #expect(Self.isThere(folder.isEmpty ? name : "\(folder)/\(name)"), "\(path) links to \(name)")
            }
        }
    }

    /// The map names files by their places below `Sources`.
    @Test func filesOfTheMapAreThere() throws {
        let named = try Regex(#"`([A-Z][A-Za-z]+(?:/[A-Za-z+]+)+\.swift)`"#)
        var found = 0
        for match in try Self.text("ARCHITECTURE.md").matches(of: named) {
            let name = String(match.output[1].substring ?? "")
            guard !name.hasPrefix("Plugins/"), !name.hasPrefix("Tests/") else { continue }
            found += 1
            #expect(Self.isThere("Sources/\(name)"), "ARCHITECTURE.md names \(name)")
        }
        #expect(found > 15)
    }
}
