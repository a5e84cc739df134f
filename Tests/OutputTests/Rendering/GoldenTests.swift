import Content
import Output
import Testing

@Suite("Rendered forms, compared with golden files")
struct GoldenTests {
    @Test func mailToTheLearner() throws {
        try expectGolden(try Shipped().mail.render(Sample.document(), envelope: Sample.envelope()), "learner.eml")
    }

    @Test func bodiesToTheLearner() throws {
        let parts = try Shipped().mail.parts(of: Sample.document(), envelope: Sample.envelope())
        try expectGolden(Array(parts.text.utf8), "learner.txt")
        try expectGolden(Array(parts.html.utf8), "learner.html")
    }

    @Test func textToAGuardianInSpanish() throws {
        let document = Sample.document(role: .guardian, language: "es-MX", notices: [.rankedWithout(scorer: "Topics")])
        let parts = try Shipped().mail.parts(of: document, envelope: Sample.envelope())
        try expectGolden(Array(parts.text.utf8), "guardian-es.txt")
    }

    @Test func pagesOfAClass() throws {
        let documents = [Sample.document(), Sample.document(name: "Bruno", language: "es", code: "T4MV")]
        try expectGolden(try Shipped().print.render(documents, className: "5b", paper: .letter), "class.html")
    }

    @Test func jsonLines() throws {
        let documents = [Sample.document(), Sample.document(role: .guardian)]
        try expectGolden(try Shipped().jsonLines.render(documents), "lists.jsonl")
    }

    @Test func theSameBytesTwice() throws {
        let first = try Shipped().mail.render(Sample.document(), envelope: Sample.envelope())
        let second = try Shipped().mail.render(Sample.document(), envelope: Sample.envelope())
        #expect(first == second)
    }
}
