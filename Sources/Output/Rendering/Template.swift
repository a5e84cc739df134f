/// One template, parsed and checked: the part of Mustache that a school's templates need.
///
/// `{{name}}` shows a value, `{{#name}}…{{/name}}` a section, `{{^name}}…{{/name}}` its opposite, `{{! … }}` nothing.
/// Values are always escaped: there is no way to show one unescaped, so no title of a feed can become markup, whatever
/// a template says. Escaping works on bytes: one that works on whole characters misses `<` with a combining mark.
struct Template: Sendable {
    /// A piece of a template.
    indirect enum Node: Sendable {
        case literal([UInt8])
        case value(String)
        case section(String, [Node])
        case inverted(String, [Node])
    }

    /// The pieces in their order.
    let nodes: [Node]
    /// How values are escaped.
    let escaping: TemplateEscaping

    /// The template filled with values. A name that has no value shows nothing.
    func render(_ fields: TemplateFields) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(24_576)
        render(nodes, scopes: [fields], into: &output)
        return output
    }

    /// The template with the names that have a value in `constants` filled in for good: what is said in every mail of a
    /// language need not be looked up in each.
    func filled(with constants: [String: TemplateValue]) -> Template {
        Template(nodes: filled(nodes, with: constants), escaping: escaping)
    }

    private func filled(_ nodes: [Node], with constants: [String: TemplateValue]) -> [Node] {
        var filled: [Node] = []
        func add(literal bytes: [UInt8]) {
            guard case .literal(let before)? = filled.last else { return filled.append(.literal(bytes)) }
            filled[filled.count - 1] = .literal(before + bytes)
        }
        for node in nodes {
            switch node {
            case .literal(let bytes): add(literal: bytes)
            case .value(let name):
                if let value = constants[name] {
                    var bytes: [UInt8] = []
                    append(value, to: &bytes)
                    add(literal: bytes)
                } else {
                    filled.append(node)
                }
            case .section(let name, let body): filled.append(.section(name, self.filled(body, with: constants)))
            case .inverted(let name, let body): filled.append(.inverted(name, self.filled(body, with: constants)))
            }
        }
        return filled
    }

    private func render(_ nodes: [Node], scopes: [TemplateFields], into output: inout [UInt8]) {
        for node in nodes {
            switch node {
            case .literal(let bytes): output += bytes
            case .value(let name): append(Template.value(name, in: scopes), to: &output)
            case .section(let name, let body):
                switch Template.value(name, in: scopes) {
                case .list(let elements):
                    for element in elements { render(body, scopes: scopes + [element], into: &output) }
                case let value: if Template.isShown(value) { render(body, scopes: scopes, into: &output) }
                }
            case .inverted(let name, let body):
                if !Template.isShown(Template.value(name, in: scopes)) {
                    render(body, scopes: scopes, into: &output)
                }
            }
        }
    }

    /// The value of a name in the innermost scope that has it.
    private static func value(_ name: String, in scopes: [TemplateFields]) -> TemplateValue {
        for scope in scopes.reversed() {
            if let value = scope[name] { return value }
        }
        return .nothing
    }

    private static func isShown(_ value: TemplateValue) -> Bool {
        switch value {
        case .text(let text), .link(let text): !text.isEmpty
        case .prepared(let text): !text.html.isEmpty
        case .flag(let flag): flag
        case .list(let elements): !elements.isEmpty
        case .nothing: false
        }
    }

    private func append(_ value: TemplateValue, to output: inout [UInt8]) {
        switch (value, escaping) {
        case (.text(let text), .html): Escape.htmlText(text, into: &output)
        case (.link(let text), .html): Escape.html(text, into: &output)
        case (.text(let text), .plain): Escape.plain(text, into: &output)
        case (.link(let text), .plain): output += text.utf8
        case (.prepared(let text), .html): output += text.html
        case (.prepared(let text), .plain): output += text.plain
        case (.flag, _), (.list, _), (.nothing, _): break
        }
    }
}
