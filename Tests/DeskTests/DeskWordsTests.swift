@testable import Desk
import Foundation
import Output
import Testing

/// The words of the desk: all that the source asks for are there, in each language, with the holes that it fills.
@Suite struct DeskWordsTests {
    private static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private func book() throws -> WordBook {
        try WordBook(shipped: Self.checkout.appendingPathComponent("Config/desk/words").path, own: nil)
    }

    private func sources() throws -> [(name: String, text: String)] {
        let folder = Self.checkout.appendingPathComponent("Sources/Desk")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        return try names.sorted().map {
            ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8))
        }
    }

    @Test func allThatTheSourceAsksForAreThere() throws {
        let english = try book().language("en")
        var asked = 0
        for (name, text) in try sources() {
            for match in text.matches(of: /"((?:[a-z]+\.)+[a-zA-Z0-9]+)"/) {
                let key = String(match.1)
                // Names of files and of what stands in templates are no words.
                guard !key.hasSuffix(".mustache"), !key.hasPrefix("desk."), !key.hasSuffix(".sqlite") else { continue }
                asked += 1
                #expect(english.has(key), "\(name) asks for '\(key)'")
            }
        }
        #expect(asked > 150)
    }

    @Test func spanishSaysAllWithTheSameHoles() throws {
        let book = try book()
        let (english, spanish) = (book.language("en"), book.language("es"))
        let file = Self.checkout.appendingPathComponent("Config/desk/words/es.yaml").path
        let own = try WordBook(shipped: Self.checkout.appendingPathComponent("Config/desk/words").path, own: nil)
        #expect(own.tags == ["en", "es"])
        let text = try String(contentsOfFile: file, encoding: .utf8)
        for key in english.keys {
            #expect(english.holes(of: key) == spanish.holes(of: key), "\(key)")
            let last = key.split(separator: ".").last.map { String($0) } ?? ""
            #expect(text.contains("  \(last):"), "es.yaml says nothing for \(key)")
        }
    }

    @Test func everyCaseOfWhatIsToldHasWords() throws {
        let words = try book().language("es")
        let said: [String] = [
            "said.more", "said.less", "said.never", "said.allow", "said.enough", "said.tooEasy", "said.tooHard",
            "said.read", "said.liked", "said.disliked", "origin.roster", "origin.teacher", "origin.learner",
            "origin.guardian", "kind.dial", "kind.minutes", "kind.level", "kind.interests", "kind.strengths",
            "kind.needs", "kind.language", "why.side.pin", "why.side.teacher", "why.side.learner", "why.side.wish",
            "why.side.stretch",
        ]
        let more = Gates.all.map { "why.gate.\($0)" } + Answers.all.map { "answer.\($0)" }
        let stances = ["likes", "wishes", "never", "less", "strengths", "needs"].map { "stance.\($0)" }
        for key in said + more + stances { #expect(words.has(key), "\(key)") }
    }
}
