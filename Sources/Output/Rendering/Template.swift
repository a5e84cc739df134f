/// One template, parsed and checked: the part of Mustache that a school's templates need.
///
/// `{{name}}` shows a value, `{{#name}}…{{/name}}` a section, `{{^name}}…{{/name}}` its opposite, `{{! … }}` nothing.
/// Values are always escaped: there is no way to show one unescaped, so no title of a feed can become markup, whatever
/// a template says. Escaping works on bytes: one that works on whole characters misses `<` with a combining mark.
package struct Template: Sendable {
    /// A piece of a template.
    package indirect enum Node: Sendable {
        case literal([UInt8])
        case value(String)
        case section(String, [Node])
        case inverted(String, [Node])
    }

    /// The pieces in their order.
    package let nodes: [Node]
    /// The names that it may use.
    package let scope: TemplateScope
    /// How values are escaped.
    package let escaping: TemplateEscaping
    private let program: TemplateProgram

    /// A template of its pieces, whose names are in the scope.
    init(nodes: [Node], scope: TemplateScope, escaping: TemplateEscaping) {
        self.nodes = nodes
        self.scope = scope
        self.escaping = escaping
        program = TemplateProgram(nodes, scope: scope)
    }

    /// The template filled with values. A name that has no value shows nothing.
    package func render(_ fields: TemplateFields) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(24_576)
        program.run(fields, escaping: escaping, into: &output)
        return output
    }

    /// The template with the names that have a value in `constants` filled in for good: what is said in every mail of a
    /// language need not be looked up in each.
    package func filled(with constants: [String: TemplateValue]) -> Template {
        Template(nodes: filled(nodes, with: constants), scope: scope, escaping: escaping)
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
                    value.append(to: &bytes, escaping)
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
}
