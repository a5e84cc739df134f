import Content
import Foundation
import Output
import Testing

@Suite("Printed pages")
struct PrintTests {
    private func page(_ documents: [ListDocument], _ paper: Paper) throws -> String {
        String(decoding: try Shipped().print.render(documents, className: "5b", paper: paper), as: UTF8.self)
    }

    @Test func onePageALearnerOnThePaperAskedFor() throws {
        let documents = ["Ana", "Bruno", "Chidi"].map { Sample.document(name: $0) }
        let html = try page(documents, .a4)
        #expect(html.components(separatedBy: "<section class=\"page").count == 4)
        #expect(html.contains("size: A4 portrait"))
        #expect(try page(documents, .letter).contains("size: letter portrait"))
    }

    @Test func everyItemHasItsCodeItsReasonAndSixBoxes() throws {
        let html = try page([Sample.document()], .a4)
        for line in Sample.lines { #expect(html.contains("<div class=\"code\">\(line.code)</div>")) }
        #expect(html.components(separatedBy: "class=\"box\"").count == 8 * 6 + 2)
        #expect(html.components(separatedBy: "class=\"why\"").count == 6 + 1)
        // What three of eight share is said once.
        #expect(html.contains("Numbers 3, 7 and 8: something new for you."))
        #expect(html.contains("I would like to read about:") && html.contains("Ms Rivera") && html.contains("Class 5b"))
        #expect(html.contains("notes.example/articles/h4xqz"))
    }

    @Test func longTextsAreShortenedForThePage() throws {
        let lines = (1...8).map {
            Sample.line(
                $0, "H4XQ\($0)", String(repeating: "Word ", count: 60),
                summary: String(repeating: "Some text. ", count: 90))
        }
        let html = try page([Sample.document(lines: lines)], .letter)
        let bare = lines.map { line in
            var bare = line
            bare.title = "x"
            bare.summary = ""
            return bare
        }
        let plain = try page([Sample.document(lines: bare)], .letter)
        #expect(html.utf8.count - plain.utf8.count < 8 * 420)
    }

    /// With `GLEANER_SAMPLES=DIR` in the environment, writes pages of every fullness there, to be printed and counted:
    /// each file must print as one page a learner.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["GLEANER_SAMPLES"] != nil), arguments: Paper.allCases)
    func writesSamples(paper: Paper) throws {
        let folder = ProcessInfo.processInfo.environment["GLEANER_SAMPLES"] ?? ""
        let documents = [3, 5, 8, 9, 10, 11, 12].flatMap { count in
            [1, 4, 14].flatMap { length in
                ["Some plain words here ", "長い文章"].map { words in
                    let text = String(repeating: words, count: length)
                    let lines = (1...count).map {
                        Sample.line(
                            $0, "H4XQ\($0)", text, feed: text, summary: text + text + text,
                            url: "https://a.example/\(text)",
                            reasons: [
                                .scored(scorer: "S", evidence: .nearness(title: text, similarity: 1)),
                                Sample.term("volcanoes", ["volcano", "lava"], .asked), .bestLeft,
                            ].prefix(length).map { $0 })
                    }
                    return Sample.document(language: length == 4 ? "es" : "en", lines: lines)
                }
            }
        }
        let html = try page(documents, paper)
        try Data(html.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(documents.count)-\(paper.rawValue).html"))
    }

    @Test func noLearnersNoPages() throws {
        #expect(!(try page([], .a4)).contains("<section"))
    }
}
