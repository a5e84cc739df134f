/// Looks through a file before it is parsed, for what could keep the parser busy for hours: anchors (`&name`) and aliases
/// (`*name`), a few lines of which can stand for billions of values, and brackets or dashes nested without end. A
/// configuration needs neither. It follows quotes, comments and block texts, so `"*"` in a text is no alias.
struct YAMLGuard {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var line = 1
    private var lineStart = 0
    /// Depth of `[` and `{`, inside which a comma begins a new value.
    private var flowDepth = 0
    /// The column that a block text's lines must be beyond to belong to it.
    private var parentColumn = -1
    /// How many lists began on this line.
    private var dashes = 0

    /// What the parser is kept from, with its place from 1.
    struct Danger: Equatable {
        enum Kind { case alias, depth }
        let kind: Kind
        let line: Int
        let column: Int
    }

    /// The first danger in a text; nil when there is none.
    static func firstDanger(in yaml: String) -> Danger? {
        var scanner = YAMLGuard(scalars: lines(yaml))
        return scanner.scan()
    }

    /// The text with one kind of line end. The parser knows five: what stood behind another one than `\n` would be hidden by a
    /// comment before it.
    private static func lines(_ yaml: String) -> [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(yaml.utf8.count)
        var previous: Unicode.Scalar = " "
        for scalar in yaml.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\r", "\u{85}", "\u{2028}", "\u{2029}": scalars.append("\n")
            default: scalars.append(scalar)
            }
            previous = scalar
        }
        return scalars
    }

    private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
    private var next: Unicode.Scalar? { index + 1 < scalars.count ? scalars[index + 1] : nil }

    private mutating func scan() -> Danger? {
        var atToken = true
        var lineHasKey = false
        while let scalar = current {
            switch scalar {
            case "\n":
                advance()
                atToken = true
                lineHasKey = false
                continue
            case " ", "\t", "\r": break
            case "#" where atToken || previousIsBlank:
                skipLine()
                continue
            case "&" where atToken, "*" where atToken: return danger(.alias)
            case "\"" where atToken, "'" where atToken:
                if !lineHasKey { parentColumn = index - lineStart }
                skipQuoted(scalar)
                atToken = false
                lineHasKey = true
                continue
            case "|" where atToken && flowDepth == 0, ">" where atToken && flowDepth == 0:
                skipLine()
                skipBlockText()
                atToken = true
                lineHasKey = false
                continue
            case "[", "{":
                if atToken { flowDepth += 1 }
                if flowDepth > YAMLDocument.deepest { return danger(.depth) }
            case "]", "}":
                if flowDepth > 0 { flowDepth -= 1 }
                atToken = false
            case "," where flowDepth > 0: atToken = true
            case ":" where nextIsBlank || flowDepth > 0: atToken = true
            case "-" where atToken && nextIsBlank, "?" where atToken && nextIsBlank:
                parentColumn = index - lineStart
                dashes += 1
                if dashes > YAMLDocument.deepest { return danger(.depth) }
            case "!" where atToken: skipTag()
            default:
                if atToken, !lineHasKey {
                    parentColumn = index - lineStart
                    lineHasKey = true
                }
                atToken = false
            }
            advance()
        }
        return nil
    }

    private func danger(_ kind: Danger.Kind) -> Danger {
        Danger(kind: kind, line: line, column: index - lineStart + 1)
    }

    private var nextIsBlank: Bool { next.map { " \t\r\n".unicodeScalars.contains($0) } ?? true }

    private var previousIsBlank: Bool { index == 0 || " \t\n".unicodeScalars.contains(scalars[index - 1]) }

    private mutating func advance() {
        if current == "\n" {
            line += 1
            lineStart = index + 1
            dashes = 0
        }
        index += 1
    }

    private mutating func skipLine() {
        while let scalar = current, scalar != "\n" { advance() }
    }

    /// Skips a tag up to the blank after it, so that what follows still counts as the beginning of a value.
    private mutating func skipTag() {
        while !nextIsBlank { advance() }
    }

    private mutating func skipQuoted(_ quote: Unicode.Scalar) {
        advance()
        while let scalar = current {
            if scalar == "\\", quote == "\"" {
                advance()
            } else if scalar == quote {
                guard quote == "'", next == "'" else { break }
                advance()
            }
            advance()
        }
        advance()
    }

    /// Skips the lines after `|` or `>` that are blank or begin beyond the parent's column.
    private mutating func skipBlockText() {
        while current == "\n" {
            var probe = index + 1
            while probe < scalars.count, scalars[probe] == " " { probe += 1 }
            let isBlank = probe >= scalars.count || scalars[probe] == "\n" || scalars[probe] == "\r"
            guard isBlank || probe - index - 1 > parentColumn else { return }
            advance()
            skipLine()
        }
    }
}
