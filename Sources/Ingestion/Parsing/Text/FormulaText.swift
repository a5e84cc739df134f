/// Follows the elements whose place says something of their text: exponents and indices of HTML, fractions, powers and roots of MathML.
struct FormulaText {
    private struct Part {
        var effect: HTMLTag.Effect
        var depth: Int
        /// Where its text begins, and that of its child that is open or was the last.
        var start: Int
        var childStart = 0
        var children = 0
    }

    private var parts: [Part] = []

    /// Whether nothing is open.
    var isEmpty: Bool { parts.isEmpty }

    /// Forgets what was open.
    mutating func restart() { parts.removeAll(keepingCapacity: true) }

    /// An element begins.
    mutating func start(_ effect: HTMLTag.Effect, depth: Int, _ writer: TextWriter) {
        if let last = parts.indices.last, parts[last].depth + 1 == depth {
            parts[last].children += 1
            parts[last].childStart = writer.mark
        }
        guard effect.isFormula else { return }
        parts.append(Part(effect: effect, depth: depth, start: writer.mark))
    }

    /// An element ends.
    mutating func end(depth: Int, _ writer: inout TextWriter) {
        while let part = parts.last, part.depth > depth { parts.removeLast() }
        guard let part = parts.last else { return }
        if part.depth == depth {
            parts.removeLast()
            switch part.effect {
            case .raised: writer.rewrite(from: part.start, keepsSpace: true, ScriptText.raised)
            case .lowered: writer.rewrite(from: part.start, keepsSpace: true, ScriptText.lowered)
            case .root: writer.rewrite(from: part.start, keepsSpace: true) { "√" + ScriptText.part($0) }
            default: break
            }
            // What is written out may itself be the child of another.
            if let outer = parts.last, outer.depth + 1 == depth { endChild(outer, &writer) }
        } else if part.depth + 1 == depth {
            endChild(part, &writer)
        }
    }

    private func endChild(_ part: Part, _ writer: inout TextWriter) {
        switch (part.effect, part.children) {
        case (.fraction, 1): writer.rewrite(from: part.childStart, keepsSpace: false) { ScriptText.part($0) + "/" }
        case (.fraction, 2): writer.rewrite(from: part.childStart, keepsSpace: false, ScriptText.part)
        case (.power, 2), (.indexAndPower, 3):
            writer.rewrite(from: part.childStart, keepsSpace: false) { FormulaText.exponent($0) }
        case (.index, 2), (.indexAndPower, 2):
            writer.rewrite(from: part.childStart, keepsSpace: false) { FormulaText.index($0) }
        default: break
        }
    }

    /// In a formula letters are raised too: they are no ordinals.
    private static func exponent(_ text: String) -> String {
        let raised = ScriptText.raised(text)
        return raised == text && !text.isEmpty ? "^" + ScriptText.part(text) : raised
    }

    private static func index(_ text: String) -> String {
        let lowered = ScriptText.lowered(text)
        return lowered == text && !text.isEmpty ? "_" + ScriptText.part(text) : lowered
    }
}

extension HTMLTag.Effect {
    /// Whether the place of what is in an element says something.
    var isFormula: Bool {
        switch self {
        case .raised, .lowered, .fraction, .power, .index, .indexAndPower, .root: true
        default: false
        }
    }
}
