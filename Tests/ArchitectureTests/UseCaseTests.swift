import Foundation
import Testing

/// A use case gives values, and one module has the words (`docs/decisions/use-cases-and-phrases.md`). The compiler refuses a sentence where a
/// `Verbatim` is built; what it cannot see is looked for here.
@Suite struct UseCaseTests {
    private static let files = SourceTree.files(below: "Sources/UseCases")

    /// The stored values of outcomes and refusals, as they are declared: `name: Type`.
    @Test func noOutcomeHoldsAPlainText() throws {
        #expect(Self.files.count > 60)
        let text = try Regex(#"(?:(?:var|let) \w+|case [^"]*|[(,] ?\w+): \[?String\??"#)
        for (path, source) in Self.files {
            for part in Self.parts(of: source, named: ["Outcome", "Refusal"]) {
                for line in part.split(separator: "\n") where line.contains(text) {
                    Issue.record("\(path): \(line.trimmingCharacters(in: .whitespaces))")
                }
            }
        }
    }

    @Test func nothingIsWordedInAUseCase() throws {
        for (path, source) in Self.files {
            for words in [
                "public var lines: [String]", "package var lines: [String]", "func lines(", "var asText",
                "func jsonLines",
            ]
            where source.contains(words) {
                Issue.record("\(path) has '\(words)': words belong into Phrases")
            }
            #expect(!source.contains("import Phrases"), "\(path)")
        }
    }

    @Test func eachRefusalHasItsWords() throws {
        let declared = try Regex(#"(?:public|package) enum (\w+): Error\b"#)
        let phrases = SourceTree.files(below: "Sources/Phrases").map { $0.text }.joined()
        for (path, source) in Self.files {
            for match in source.matches(of: declared) {
                let name = String(match.output[1].substring ?? "")
                let isWorded = phrases.contains("extension \(name): Worded") || phrases.contains(".\(name): Worded")
                #expect(isWorded, "\(path): nothing words \(name)")
            }
        }
    }

    @Test func eachUseCaseStandsInAFileOfItsName() throws {
        let declared = try Regex(#"struct (\w+): UseCase\b"#)
        var found = 0
        for (path, source) in Self.files {
            let names = source.matches(of: declared).map { String($0.output[1].substring ?? "") }
            found += names.count
            for name in names { #expect(path.hasSuffix("/\(name).swift"), "\(path) declares \(name)") }
        }
        #expect(found > 40)
    }

    /// The bodies of declarations of a name, or of one that ends in it.
    private static func parts(of source: String, named ends: [String]) -> [Substring] {
        var parts: [Substring] = []
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            let words = line.split { " :{".contains($0) }
            guard let kind = words.firstIndex(where: { ["struct", "enum"].contains($0) }), kind + 1 < words.count,
                ends.contains(where: { words[kind + 1].hasSuffix($0) })
            else { continue }
            let indent = line.prefix { $0 == " " }
            guard let end = lines[number...].firstIndex(where: { $0 == "\(indent)}" }) else { continue }
            // What a function takes is no part of what it gives.
            parts += lines[number...end].filter { !$0.contains("func ") && !$0.contains("init(") }
        }
        return parts
    }
}
