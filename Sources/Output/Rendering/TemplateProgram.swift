/// A template's pieces in one row, with the names looked up once: in which scope each stands, counted from the innermost, and at
/// which place there. A step holds numbers only, so that going over them costs nothing but the bytes that are written.
struct TemplateProgram: Sendable {
    private enum Kind {
        case literal, value, section, inverted
    }

    private struct Step {
        var kind: Kind
        /// The bytes of a literal.
        var start = 0
        var end = 0
        /// The name of a value or section, and where it is looked up.
        var name = 0
        var depth = 0
        var slot = 0
        /// The step after a section.
        var next = 0
    }

    private var steps: [Step] = []
    private var literals: [UInt8] = []
    private var names: [String] = []

    /// The program of pieces whose names are in the scope.
    init(_ nodes: [Template.Node], scope: TemplateScope) { add(nodes, [scope]) }

    private mutating func add(_ nodes: [Template.Node], _ scopes: [TemplateScope]) {
        for node in nodes {
            switch node {
            case .literal(let bytes):
                steps.append(Step(kind: .literal, start: literals.count, end: literals.count + bytes.count))
                literals += bytes
            case .value(let name): steps.append(step(.value, name, scopes))
            case .section(let name, let body):
                add(step(.section, name, scopes), body, scopes + TemplateProgram.inner(name, scopes))
            case .inverted(let name, let body): add(step(.inverted, name, scopes), body, scopes)
            }
        }
    }

    private mutating func add(_ step: Step, _ body: [Template.Node], _ scopes: [TemplateScope]) {
        let index = steps.count
        steps.append(step)
        add(body, scopes)
        steps[index].next = steps.count
    }

    private mutating func step(_ kind: Kind, _ name: String, _ scopes: [TemplateScope]) -> Step {
        names.append(name)
        var step = Step(kind: kind, name: names.count - 1)
        for (depth, scope) in scopes.reversed().enumerated() {
            guard let slot = scope.slots[name] else { continue }
            (step.depth, step.slot) = (depth, slot)
            return step
        }
        return step
    }

    /// The scope of a list's elements; none for another section.
    private static func inner(_ name: String, _ scopes: [TemplateScope]) -> [TemplateScope] {
        for scope in scopes.reversed() {
            if case .list(let inside)? = scope.names[name] { return [inside] }
            if scope.names[name] != nil { return [] }
        }
        return []
    }

    /// Writes the template filled with values.
    func run(_ fields: TemplateFields, escaping: TemplateEscaping, into output: inout [UInt8]) {
        var scopes = [fields]
        run(0..<steps.count, &scopes, escaping, into: &output)
    }

    private func run(
        _ range: Range<Int>, _ scopes: inout [TemplateFields], _ escaping: TemplateEscaping, into output: inout [UInt8]
    ) {
        var index = range.lowerBound
        while index < range.upperBound {
            let step = steps[index]
            index += 1
            switch step.kind {
            case .literal: output += literals[step.start..<step.end]
            case .value: value(step, scopes).append(to: &output, escaping)
            case .section:
                switch value(step, scopes) {
                case .list(let elements):
                    for element in elements {
                        scopes.append(element)
                        run(index..<step.next, &scopes, escaping, into: &output)
                        scopes.removeLast()
                    }
                case let value:
                    if value.isShown { run(index..<step.next, &scopes, escaping, into: &output) }
                }
                index = step.next
            case .inverted:
                if !value(step, scopes).isShown { run(index..<step.next, &scopes, escaping, into: &output) }
                index = step.next
            }
        }
    }

    /// The value of a name in the scope that it belongs to.
    private func value(_ step: Step, _ scopes: [TemplateFields]) -> TemplateValue {
        let scope = scopes.count - 1 - step.depth
        guard scopes.indices.contains(scope) else { return .nothing }
        return scopes[scope].value(names[step.name], slot: step.slot)
    }
}
