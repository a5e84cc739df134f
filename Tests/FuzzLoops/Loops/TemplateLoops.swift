#if DEBUG
    import Foundation
    @testable import Output

    extension FuzzLoop {
        /// A school's templates.
        static let templates = FuzzLoop(
            "templates",
            seeds: Seeds.files(in: "Config/templates", ending: ".mustache") + [
                Array("{{#on}}{{name}}{{#rows}} {{cell}} {{/rows}}{{/on}}{{^on}}no{{/on}}".utf8)
            ],
            words: [
                "{{", "}}", "{{{", "{{name}}", "{{ name }}", "{{#on}}", "{{/on}}", "{{^on}}", "{{#rows}}", "{{/rows}}",
                "{{cell}}", "{{! x }}", "{{>p}}", "{{=<% %>=}}",
                "{{&name}}", "{{#rows}}{{#rows}}", "{{/rows}}{{/rows}}", "\n", "\r\n", "  ", "<a href=\"{{name}}\">",
                "{{}}", "{{#}}", "{{/}}", "{{", "}",
            ]
        ) { bytes in
            var found: [String] = []
            for (scope, escaping) in [
                (scope, TemplateEscaping.html), (scope, .plain), (MailFields.scope, .html), (PageFields.scope, .html),
            ] {
                do throws(RenderingSetupError) {
                    let template = try TemplateParser.parse(
                        bytes, file: "page.mustache", scope: scope, escaping: escaping)
                    let fields = values(of: scope, depth: 3)
                    let page = template.render(fields)
                    if template.render(fields) != page { found.append("rendered twice, two pages") }
                    if escaping == .html, !bytes.text.contains("<zq7"),
                        String(decoding: page, as: UTF8.self).contains("<zq7")
                    {
                        found.append("a value that is markup")
                    }
                    if template.filled(with: [:]).render(fields) != page {
                        found.append("filled with nothing, another page")
                    }
                } catch { found += Holds.setup(error, in: bytes) }
            }
            return found
        }

        private static let scope = TemplateScope(
            texts: ["name"], flags: ["on"], lists: ["rows": TemplateScope(texts: ["cell"], flags: ["last"])])

        /// Something for every name: texts that would be markup, lists of two.
        private static func values(of scope: TemplateScope, depth: Int) -> TemplateFields {
            var fields: TemplateFields = [:]
            for (name, kind) in scope.names {
                switch kind {
                case .text: fields[name] = .text("<zq7 \"'&{{name}}>\u{301}")
                case .flag: fields[name] = .flag(true)
                case .list(let inside):
                    guard depth > 0 else { continue }
                    let inner = values(of: inside, depth: depth - 1)
                    fields[name] = .list([inner, inner])
                }
            }
            return fields
        }

        /// Files of words and reasons.
        static let wordings = FuzzLoop(
            "wordings",
            seeds: Seeds.files(in: "Config/templates/words", ending: ".yaml")
                + Seeds.files(in: "Config/reasons", ending: ".yaml")
                + [Array("more: \"More of {topic}\"\nmonths: [a, b]\nscorers:\n  Own: Ours\n".utf8)],
            words: [
                "{", "}", "{name}", "{count}", "{{", ": ", "- ", "\n  ", "&a ", "*a", "<<: *a", "[", "]", "months:",
                "scorers:", "!!binary ", "|\n", "? ", "\"\\x1b\"",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "{a: {a: {a: {a: ", "&x [*x, *x]",
            ]
        ) { bytes in
            var found: [String] = []
            let text = bytes.text
            if let wording = Wording(text) {
                let again = wording.pieces.map { piece in
                    switch piece {
                    case .text(let text): text
                    case .hole(let name): "{\(name)}"
                    }
                }.joined()
                if again != text { found.append("written again, another wording") }
                _ = wording.filled(["name": "{name}"], direction: .rightToLeft)
            }
            for known in [WordKey.known, ["more": ["topic"], "months.1": [], "months.2": []]] {
                do throws(RenderingSetupError) {
                    let read = try WordingFile(text, file: "en.yaml", known: known, open: [SpokenWords.scorerPrefix])
                    if try WordingFile(text, file: "en.yaml", known: known, open: [SpokenWords.scorerPrefix]).wordings
                        != read.wordings
                    {
                        found.append("read twice, two files")
                    }
                } catch { found += Holds.setup(error, in: Array(text.utf8)) }
            }
            return found
        }
    }

    extension Holds {
        /// An error in what a school edits.
        fileprivate static func setup(_ error: RenderingSetupError, in bytes: [UInt8]) -> [String] {
            let lines =
                bytes.count { $0 == 0x0A || $0 == 0x0D }
                + bytes.text.unicodeScalars.count { [0x85, 0x2028, 0x2029].contains($0.value) } + 2
            return (error.line <= lines ? [] : ["line \(error.line) of \(lines)"]) + Holds.text("\(error)", "an error")
        }
    }
#endif
