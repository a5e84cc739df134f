/// The direction a language is written in.
public enum TextDirection: String, Hashable, Codable, Sendable {
    /// Left to right.
    case leftToRight = "ltr"
    /// Right to left.
    case rightToLeft = "rtl"

    /// The direction of a language by its BCP 47 tag.
    public init(language: String) {
        let primary = language.prefix { $0 != "-" }.lowercased()
        self = TextDirection.rightToLeftLanguages.contains(primary) ? .rightToLeft : .leftToRight
    }

    private static let rightToLeftLanguages: Set<String> = [
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "ps", "sd", "syr", "ug", "ur", "yi",
    ]

    /// A text put among words of this direction: where it runs, wholly or in part, the other way, it is wrapped in
    /// first-strong isolates, so that it cannot reorder what stands around it. Other text is returned as it is.
    func isolating(_ text: String) -> String {
        // Pure ASCII among left-to-right words is the common case and needs no look at its scalars.
        if self == .leftToRight, text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        let runsOtherWay = text.unicodeScalars.contains { scalar in
            let rightToLeft = TextDirection.isRightToLeft(scalar)
            return self == .leftToRight ? rightToLeft : !rightToLeft && scalar.properties.isAlphabetic
        }
        return runsOtherWay ? "\u{2068}\(text)\u{2069}" : text
    }

    /// Whether a scalar is of a right-to-left script: the blocks that Unicode sets aside for them, and the marks.
    static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0590...0x08FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}
