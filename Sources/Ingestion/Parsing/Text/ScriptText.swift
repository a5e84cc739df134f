/// Raised and lowered text in plain letters: 10⁶, m², H₂O, xⁿ⁺¹.
enum ScriptText {
    /// Raised text. What Unicode cannot raise stands behind a `^`; ordinals (1st) and marks of notes ([2]) stay as they are.
    static func raised(_ text: String) -> String { written(text, raisedForms, mark: "^") }

    /// Lowered text. What Unicode cannot lower stands behind a `_`.
    static func lowered(_ text: String) -> String { written(text, loweredForms, mark: "_") }

    /// Text that stands as one part of a formula: in parentheses where it has several.
    static func part(_ text: String) -> String {
        guard text.count > 1, !(text.hasPrefix("(") && text.hasSuffix(")")) else { return text }
        let isOne = text.allSatisfy { $0.isNumber } || text.allSatisfy { $0.isLetter }
        return isOne ? text : "(" + text + ")"
    }

    private static func written(_ text: String, _ forms: [Character: Character], mark: String) -> String {
        guard text.contains(where: { $0.isNumber || "+-−=".contains($0) }) || text == "n" else { return text }
        if text.hasPrefix("[") || text.hasPrefix("*") { return text }
        let found = text.compactMap { forms[$0] }
        if found.count == text.count { return String(found) }
        // 1,2 are two notes; the comma has no raised form.
        if text.allSatisfy({ forms[$0] != nil || $0 == "," || $0 == " " }) {
            return String(text.map { forms[$0] ?? $0 })
        }
        return mark + (text.count > 1 ? "(" + text + ")" : text)
    }

    private static let raisedForms: [Character: Character] = [
        "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
        "+": "⁺", "-": "⁻", "−": "⁻", "=": "⁼", "(": "⁽", ")": "⁾", "n": "ⁿ", "i": "ⁱ",
    ]

    private static let loweredForms: [Character: Character] = [
        "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈", "9": "₉",
        "+": "₊", "-": "₋", "−": "₋", "=": "₌", "(": "₍", ")": "₎", "n": "ₙ", "i": "ᵢ", "x": "ₓ", "k": "ₖ",
    ]
}
