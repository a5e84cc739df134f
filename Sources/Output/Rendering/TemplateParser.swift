import Content

/// Reads a template's text into its pieces and checks every name against the names there are.
package struct TemplateParser {
    /// How deep sections may nest.
    private static let deepest = 64

    private let file: String
    private let text: [UInt8]
    private var position = 0
    /// The open sections: the tag's name, where it stands, and what it holds so far.
    private var open: [Section] = []

    private struct Section {
        var name: String
        var inverted: Bool
        var start: Int
        var scope: TemplateScope?
        var nodes: [Template.Node] = []
    }

    /// The template of a file's text. `scope` holds the names that it may use outside all sections.
    package static func parse(
        _ text: [UInt8], file: String, scope: TemplateScope, escaping: TemplateEscaping
    ) throws(RenderingSetupError) -> Template {
        var parser = TemplateParser(file: file, text: text)
        return Template(nodes: try parser.nodes(scope), scope: scope, escaping: escaping)
    }

    private init(file: String, text: [UInt8]) {
        self.file = file
        self.text = text
    }

    private mutating func nodes(_ root: TemplateScope) throws(RenderingSetupError) -> [Template.Node] {
        open = [Section(name: "", inverted: false, start: 0, scope: root)]
        while position < text.count {
            guard let start = find("{{", from: position) else {
                add(literal: position..<text.count)
                break
            }
            guard let end = find("}}", from: start + 2) else {
                throw error(at: start, "The tag '{{' is never closed.", "Close it with '}}'.")
            }
            try tag(start..<end + 2, inner: start + 2..<end)
        }
        if let section = open.last, open.count > 1 {
            throw error(
                at: section.start, "The section '\(section.name)' is never closed.",
                "Add {{/\(section.name)}} where it ends.")
        }
        return open[0].nodes
    }

    private mutating func tag(_ range: Range<Int>, inner: Range<Int>) throws(RenderingSetupError) {
        let sigil = inner.isEmpty ? 0 : text[inner.lowerBound]
        let isNamed = "#^/!".utf8.contains(sigil)
        // A section's or comment's tag that is alone on its line takes the whole line with it.
        let whole = isNamed ? wholeLine(range) : nil
        add(literal: position..<(whole ?? range).lowerBound)
        position = (whole ?? range).upperBound
        let name = trimmed(isNamed ? inner.dropFirst() : inner)
        switch sigil {
        case UInt8(ascii: "!"): return
        case UInt8(ascii: "#"), UInt8(ascii: "^"):
            let kind = try kind(of: name, at: range.lowerBound)
            let inverted = sigil == UInt8(ascii: "^")
            var scope: TemplateScope?
            guard open.count <= TemplateParser.deepest else {
                throw error(
                    at: range.lowerBound, "Sections nest deeper than \(TemplateParser.deepest) levels.",
                    "Close those that have ended.")
            }
            if case .list(let inside) = kind, !inverted {
                // Each level would show all elements for each element: a page without an end.
                guard !open.contains(where: { $0.name == name && $0.scope != nil }) else {
                    throw error(
                        at: range.lowerBound, "The list '\(name)' is shown inside of itself.",
                        "Close the section before: {{/\(name)}}.")
                }
                scope = inside
            }
            open.append(Section(name: name, inverted: inverted, start: range.lowerBound, scope: scope))
        case UInt8(ascii: "/"): try close(name, at: range.lowerBound)
        case UInt8(ascii: "{"), UInt8(ascii: "&"):
            throw error(
                at: range.lowerBound, "A value is to be shown unescaped.", "Use {{name}}: values are always escaped.")
        case UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "%"):
            throw error(
                at: range.lowerBound,
                "Tags with '\(Character(Unicode.Scalar(sigil)))' are not part of these templates.",
                "Use {{name}}, {{#name}}, {{^name}}, {{/name}} and {{! comment }}.")
        default:
            guard case .text = try kind(of: name, at: range.lowerBound) else {
                throw error(
                    at: range.lowerBound, "'\(name)' is not a text.", "Use it as a section: {{#\(name)}}…{{/\(name)}}.")
            }
            add(.value(name))
        }
    }

    private mutating func close(_ name: String, at start: Int) throws(RenderingSetupError) {
        guard let section = open.last, open.count > 1 else {
            throw error(
                at: start, "{{/\(name.prefix(60))}} closes nothing.", "Remove it, or open the section before it.")
        }
        guard section.name == name else {
            throw error(
                at: start, "{{/\(name.prefix(60))}} stands where the section '\(section.name)' is open.",
                "Write {{/\(section.name)}} first.")
        }
        open.removeLast()
        add(section.inverted ? .inverted(name, section.nodes) : .section(name, section.nodes))
    }

    /// The kind of a name, looked up from the innermost section outwards.
    private func kind(of name: String, at start: Int) throws(RenderingSetupError) -> TemplateScope.Kind {
        var known: [String] = []
        for section in open.reversed() {
            guard let scope = section.scope else { continue }
            if let kind = scope.names[name] { return kind }
            known += scope.names.keys
        }
        known.sort()
        throw error(
            at: start,
            "There is no value named '\(name.count > 60 ? name.prefix(60) + "…" : name)' here.\(NearestName.hint(for: name, among: known))",
            "Known here: \(known.joined(separator: ", ")).")
    }

    private mutating func add(_ node: Template.Node) { open[open.count - 1].nodes.append(node) }

    private mutating func add(literal range: Range<Int>) {
        if !range.isEmpty { add(.literal(Array(text[range]))) }
    }

    /// The whole line of a tag with its line break, if nothing but blanks stands beside it.
    private func wholeLine(_ tag: Range<Int>) -> Range<Int>? {
        var start = tag.lowerBound
        while start > position, text[start - 1] == 0x20 || text[start - 1] == 0x09 { start -= 1 }
        guard start == 0 || text[start - 1] == 0x0A else { return nil }
        var end = tag.upperBound
        while end < text.count, text[end] == 0x20 || text[end] == 0x09 || text[end] == 0x0D { end += 1 }
        guard end == text.count || text[end] == 0x0A else { return nil }
        return start..<min(end + 1, text.count)
    }

    private func find(_ mark: String, from start: Int) -> Int? {
        let wanted = Array(mark.utf8)
        guard start <= text.count - wanted.count else { return nil }
        return (start...text.count - wanted.count).first { text[$0] == wanted[0] && text[$0 + 1] == wanted[1] }
    }

    private func trimmed(_ range: Range<Int>) -> String {
        String(decoding: text[range], as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func error(at offset: Int, _ problem: String, _ remedy: String) -> RenderingSetupError {
        let before = text[..<offset]
        let line = before.count { $0 == 0x0A } + 1
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let column = String(decoding: text[lineStart..<offset], as: UTF8.self).count + 1
        return RenderingSetupError(file: file, line: line, column: column, problem: problem, remedy: remedy)
    }
}
