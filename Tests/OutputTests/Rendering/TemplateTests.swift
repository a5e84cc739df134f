import Content
import Foundation
import Testing

@testable import Output

@Suite("Templates and wordings a school edits")
struct TemplateTests {
    private let scope = TemplateScope(
        texts: ["title", "name"], flags: ["new"], lists: ["items": TemplateScope(texts: ["code"])])

    private func render(_ text: String, _ fields: TemplateFields, _ escaping: TemplateEscaping = .html) throws -> String
    {
        let template = try TemplateParser.parse(Array(text.utf8), file: "t", scope: scope, escaping: escaping)
        return String(decoding: template.render(fields), as: UTF8.self)
    }

    @Test func showsValuesSectionsAndTheirOpposites() throws {
        let fields: TemplateFields = [
            "title": .text("A & B"), "name": .text(""), "new": .flag(true),
            "items": .list([["code": .text("1")], ["code": .text("2")]]),
        ]
        let text = """
            {{title}}{{#name}}no{{/name}}{{^name}}-{{/name}}{{#new}}!{{/new}}{{! x }}\
            {{#items}}[{{code}} {{ title }}]{{/items}}
            """
        #expect(try render(text, fields) == "A &amp; B-![1 A &amp; B][2 A &amp; B]")
    }

    @Test func valuesInARowAreThoseOfTheNames() throws {
        let inner = TemplateScope(texts: ["code", "about"], flags: ["hot"])
        let scope = TemplateScope(texts: ["title"], lists: ["items": inner])
        let text = "{{#items}}{{about}}/{{code}}/{{title}}{{#hot}}!{{/hot}}{{^hot}}?{{/hot}} {{/items}}"
        let template = try TemplateParser.parse(Array(text.utf8), file: "t", scope: scope, escaping: .html)
        let rows: [[TemplateValue]] = [
            [.text("1"), .text("<a>"), .flag(true)], [.text("2"), .nothing, .flag(false)],
        ]
        let output = template.render(["title": .text("T"), "items": .list(rows.map { TemplateFields(row: $0) })])
        #expect(String(decoding: output, as: UTF8.self) == "&lt;a&gt;/1/T! /2/T? ")
        #expect(inner.slots == ["code": 0, "about": 1, "hot": 2])
    }

    @Test func eachNameOfAMailsItemHasItsOwnValue() throws {
        // The values of an item stand in a row: one at another's place would show here.
        let envelope = try Envelope(
            from: MailAddress(address: "a@school.example"), to: [MailAddress(address: "b@school.example")],
            wishes: MailAddress(address: "w@school.example"), listDomain: "school.example")
        var document = Sample.document()
        document.lines = Array(document.lines.prefix(1))
        document.lines[0].side = .stretch
        let renderers = try Shipped()
        let fields = MailFields(
            shared: DocumentFields(document, words: renderers.words, reasons: renderers.reasons), envelope: envelope)
        var texts = ItemTexts()
        let names = DocumentFields.itemTexts + ["moreLink", "lessLink", "tooEasyLink", "tooHardLink"]
        let text =
            "{{#items}}" + names.map { "\($0)={{\($0)}}\n" }.joined()
            + "{{#pinned}}pinned{{/pinned}}{{#stretch}}stretch{{/stretch}}{{/items}}"
        let template = try TemplateParser.parse(
            Array(text.utf8), file: "t", scope: MailFields.scope, escaping: .plain)
        let shown = String(decoding: template.render(fields.fields(MailFit(count: 1), texts: &texts)), as: UTF8.self)
        let line = document.lines[0]
        for expected in [
            "place=1\n", "code=\(line.code)\n", "title=\(line.title)\n", "feed=\(line.feedTitle)\n",
            "summary=\(line.summary)\n", "url=\(line.url ?? "")\n", "%20more\n", "%20less\n", "%20too-easy\n",
            "%20too-hard\n",
        ] { #expect(shown.contains(expected), "\(expected) in \(shown)") }
        #expect(shown.hasSuffix("\nstretch"))
    }

    @Test func aSectionAloneOnItsLineTakesTheLine() throws {
        let text = "a\n  {{#new}}\nb\n{{/new}}\n{{! remark\n of two lines }}\nc"
        #expect(try render(text, ["new": .flag(true)]) == "a\nb\nc")
    }

    @Test func aListInsideOfItselfOrSectionsWithoutAnEndAreErrors() {
        let twice = "{{#items}}{{#new}}{{#items}}{{code}}{{/items}}{{/new}}{{/items}}"
        #expect(throws: RenderingSetupError.self) {
            try TemplateParser.parse(Array(twice.utf8), file: "t", scope: scope, escaping: .html)
        }
        let deep = String(repeating: "{{#new}}", count: 100_000)
        #expect(throws: RenderingSetupError.self) {
            try TemplateParser.parse(Array(deep.utf8), file: "t", scope: scope, escaping: .html)
        }
    }

    @Test(.timeLimit(.minutes(20))) func aliasesInAFileOfWordsNeverStandForBillionsOfTexts() {
        let names = (1...30).map { "x\($0): &x\($0) {a: *x\($0 - 1), b: *x\($0 - 1), c: *x\($0 - 1)}" }
        let bomb = "scorers:\n  x0: &x0 word\n" + names.map { "  \($0)\n" }.joined()
        #expect(throws: RenderingSetupError.self) {
            try WordingFile(bomb, file: "en.yaml", known: [:], open: [SpokenWords.scorerPrefix])
        }
    }

    @Test func wordsThatAreNoYAMLAreToldByTheirPlaceOnOneLine() throws {
        let known: [String: Set<String>] = ["more": [], "less": []]
        for (text, line) in [("more: \"a\nless: b\n", 3), ("more: a\nmore: b\n", 1), ("less: a: b\n", 1)] {
            let error = #expect(throws: RenderingSetupError.self) {
                try WordingFile(text, file: "en.yaml", known: known)
            }
            #expect(error?.line == line && error?.description.contains("\n") == false, "\(error.map { "\($0)" } ?? "")")
        }
        let long = String(repeating: "x", count: 50_000)
        let error = #expect(throws: RenderingSetupError.self) {
            try WordingFile("\(long): a", file: "en.yaml", known: known)
        }
        #expect(error.map { $0.description.utf8.count < 1_000 } == true)
    }

    @Test(arguments: [
        // Programs that take a backslash for a slash, and those that do not, would go to two hosts.
        "https://bank.example\\@evil.example/", "https://bank.example\\.evil.example/", "http://a:b@evil.example/",
        "https:///x", "https://a b.example/",
    ])
    func aLinkThatLeadsToTwoPlacesIsNone(address: String) { #expect(SafeLink.web(address) == nil) }

    @Test func escapesByteByByte() throws {
        let title = "<\u{338}b \"\u{301} '{{"
        #expect(try render("{{title}}", ["title": .text(title)]) == "&lt;\u{338}b &quot;\u{301} &#39;&#123;&#123;")
    }

    @Test(arguments: [
        ("a\n  {{titel}}", 2, 3, "Did you mean 'title'?"), ("{{code}}", 1, 1, "There is no value named 'code' here."),
        ("{{#items}}{{cod}}{{/items}}", 1, 11, "Did you mean 'code'?"), ("x {{#new}}", 1, 3, "never closed"),
        ("{{/new}}", 1, 1, "closes nothing"), ("{{#new}}{{/name}}", 1, 9, "'new' is open"),
        ("{{{title}}}", 1, 1, "unescaped"), ("{{&title}}", 1, 1, "unescaped"), ("{{>part}}", 1, 1, "not part of"),
        ("{{items}}", 1, 1, "not a text"), ("é{{title", 1, 2, "never closed"),
    ])
    func aMistakeIsAnErrorWithItsPlace(text: String, line: Int, column: Int, says: String) throws {
        let error = try #require(throws: RenderingSetupError.self) { try render(text, [:]) }
        #expect(error.line == line && error.column == column && error.description.contains(says), "\(error)")
    }

    @Test func everyKnownNameHasAValueAndEveryValueAName() throws {
        let shipped = try Shipped()
        let shared = DocumentFields(Sample.document(), words: shipped.words, reasons: shipped.reasons)
        let mail = MailFields(shared: shared, envelope: try Sample.envelope())
        var texts = ItemTexts()
        try expect(mail.fields(MailFit(count: 8), texts: &texts), fill: MailFields.scope)
        if case .list(let scope)? = PageFields.scope.names["pages"] {
            var pageTexts = PageTexts()
            try expect(PageFields(shared: shared).fields(&pageTexts), fill: scope)
        }
    }

    private func expect(_ fields: TemplateFields, fill scope: TemplateScope) throws {
        if let row = fields.row {
            #expect(row.count == scope.slots.count)
            return
        }
        #expect(fields.names.sorted() == scope.names.keys.sorted())
        for (name, kind) in scope.names {
            if case .list(let inner) = kind, case .list(let elements)? = fields[name], let first = elements.first {
                try expect(first, fill: inner)
            }
        }
    }

    /// A copy of the shipped files with one change.
    private func changed(_ file: String, _ change: (String) -> String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gleaner-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: repository.appendingPathComponent("Config"), to: folder)
        let url = folder.appendingPathComponent(file)
        try change(String(contentsOf: url, encoding: .utf8)).write(to: url, atomically: true, encoding: .utf8)
        return folder.path
    }

    @Test func aMistypedNameInAShippedTemplateNamesTheFile() throws {
        let folder = try changed("templates/mail.txt.mustache") {
            $0.replacingOccurrences(of: "{{greeting}}", with: "{{greting}}")
        }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let error = try #require(throws: RenderingSetupError.self) { try Templates(folder: "\(folder)/templates") }
        #expect(error.file.hasSuffix("mail.txt.mustache") && error.line == 10 && error.problem.contains("'greeting'"))
    }

    @Test(arguments: [
        ("reasons/es.yaml", "  asked:", "  askd:", "Did you mean 'learner.asked'?"),
        ("reasons/en.yaml", "{phrase}{mentions}", "{prase}", "Did you mean 'phrase'?"),
        ("reasons/en.yaml", "  bestLeft: ", "#", "'learner.bestLeft' is missing"),
        ("templates/words/es.yaml", "{weekday}", "{weekday", "has no partner"),
        ("templates/words/es.yaml", "code:", "code: [", "not YAML"),
        ("templates/words/en.yaml", "code: \"Code\"", "code: \"Code\"\ncoda: \"x\"", "Did you mean 'code'?"),
    ])
    func aMistakeInAWordingIsAnErrorWithItsPlace(file: String, old: String, new: String, says: String) throws {
        let folder = try changed(file) { $0.replacingOccurrences(of: old, with: new) }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let error = try #require(throws: RenderingSetupError.self) {
            _ = try ReasonWording(folder: "\(folder)/reasons")
            _ = try FixedWords(folder: "\(folder)/templates/words")
        }
        #expect(error.file.hasSuffix(file) && error.description.contains(says), "\(error)")
    }

    @Test func whatAFileLacksComesFromTheOneThatShips() throws {
        let folder = try changed("templates/words/es.yaml") {
            $0.replacingOccurrences(of: "code: \"Código\"\n", with: "")
        }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let shipped = repository.appendingPathComponent("Config/templates/words").path
        let alone = try FixedWords(folder: "\(folder)/templates/words")
        #expect(alone.borrowed.isEmpty && alone.spoken(in: "es", to: .learner).text(.code) == "Code")
        let words = try FixedWords(folder: "\(folder)/templates/words", shipped: shipped)
        #expect(words.borrowed.map { $0.keys } == [["code"]])
        #expect(words.borrowed.allSatisfy { $0.file.hasSuffix("/templates/words/es.yaml") })
        for language in ["es", "es-MX"] { #expect(words.spoken(in: language, to: .learner).text(.code) == "Código") }
        // A region's file says only what differs: what it lacks is its language's.
        let region = try changed("templates/words/es-MX.yaml") {
            $0.split(separator: "\n").filter { !$0.hasPrefix("grades:") }.joined(separator: "\n") + "\n"
        }
        defer { try? FileManager.default.removeItem(atPath: region) }
        let mexican = try FixedWords(folder: "\(region)/templates/words", shipped: shipped)
        #expect(mexican.borrowed.isEmpty && mexican.spoken(in: "es-MX", to: .teacher).grade(3) == nil)
    }

    @Test func aMissingFileSaysWhatToDo() throws {
        let error = try #require(throws: RenderingSetupError.self) { try Templates(folder: "/nowhere") }
        #expect(error.description.hasPrefix("/nowhere/mail.html.mustache: The file cannot be read."))
    }

    @Test func typedWishesOfAllLanguages() throws {
        let wishes = try Shipped().words.typedWishes
        #expect(wishes["more"] == .more && wishes["más"] == .more && wishes["muy difícil"] == .tooHard)
        #expect(wishes["too-easy"] == .tooEasy && wishes["too easy"] == .tooEasy)
    }
}
