/// Makes text of feeds and rosters harmless to print: one line, no control or reordering characters, of bounded length.
package enum CleanText {
    /// The text as one line of at most `limit` characters: line breaks and controls become blanks, runs of blanks one;
    /// characters that are invisible or reorder their surroundings go; a longer text ends in an ellipsis at a word's
    /// end where there is one near.
    package static func line(_ text: String, limit: Int) -> String {
        clamp(isPlain(text) ? text : scrubbed(text), to: limit)
    }

    /// Whether the text is ASCII without controls, double blanks or blanks at its ends, and so is clean already.
    private static func isPlain(_ text: String) -> Bool {
        var previous = UInt8(ascii: " ")
        for byte in text.utf8 {
            guard byte >= 0x20, byte < 0x7F else { return false }
            if byte == 0x20, previous == 0x20 { return false }
            previous = byte
        }
        return previous != 0x20 || text.isEmpty
    }

    private static func scrubbed(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        result.reserveCapacity(text.utf8.count)
        var pendingBlank = false
        var marks = 0
        for scalar in text.unicodeScalars {
            if scalar.value > 0x20, scalar.value < 0x7F {
                if pendingBlank { result.append(" ") }
                pendingBlank = false
                marks = 0
                result.append(scalar)
                continue
            }
            if isBlank(scalar) {
                pendingBlank = !result.isEmpty
                marks = 0
                continue
            }
            if isRemoved(scalar) { continue }
            if isMark(scalar) {
                // Real scripts stack at most four marks on a letter; towers of them would cover other lines.
                marks += 1
                if marks > 4 { continue }
            } else {
                marks = 0
            }
            if pendingBlank { result.append(" ") }
            pendingBlank = false
            result.append(scalar)
        }
        return String(result)
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Embeddings, overrides and isolates (they reorder text around them), invisible fillers, and scalars that stand for
    /// nothing. Joiners, variation selectors and the plain direction marks stay: scripts and emoji need them.
    private static func isRemoved(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069, 0x206A...0x206F: true
        case 0x00AD, 0x200B, 0x2060...0x2064, 0xFEFF, 0x3164, 0xFFA0: true
        case 0xFFF9...0xFFFD, 0xFDD0...0xFDEF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        // The commonest blocks without marks need no look into Unicode's tables.
        switch scalar.value {
        case 0..<0x300, 0x370...0x482, 0x48A...0x590, 0x2010...0x2027, 0x2030...0x20CF, 0x4E00...0x9FFF,
            0xAC00...0xD7A3, 0x1F300...0x1FAFF:
            return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return true
        default: return false
        }
    }

    private static func clamp(_ text: String, to limit: Int) -> String {
        guard text.utf8.count > limit, text.count > limit else { return text }
        var kept = text.prefix(limit - 1)
        // Cut at a word's end where that costs at most a quarter: scripts without blanks are cut where they are.
        if let blank = kept.lastIndex(of: " "), kept.distance(from: blank, to: kept.endIndex) <= limit / 4 {
            kept = kept[..<blank]
        }
        while let last = kept.last, last == " " || last == "," || last == ";" || last == "–" { kept.removeLast() }
        return kept + "…"
    }
}
