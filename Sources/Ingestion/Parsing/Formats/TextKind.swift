/// How the bytes of a text construct are to be read.
enum TextKind: Equatable {
    /// As they are.
    case plain
    /// As HTML source.
    case html
    /// Elements of the document itself, written back as HTML.
    case markup
    /// As base64 of one of the above.
    case base64
    /// As what it looks like: RSS does not say.
    case guessed

    /// The kind that the attributes `type` and `mode` state.
    static func stated(type: String?, mode: String?, inAtom: Bool, isContent: Bool) -> TextKind {
        let type = type?.compactLowercased
        switch mode?.lowercased() {
        case "base64": return .base64
        case "escaped": return type == "text/plain" || type == "text" ? .plain : .html
        case "xml": if type != nil, type != "text/plain" { return .markup }
        default: break
        }
        guard inAtom else { return type == "text/plain" || type == "plain" || type == "text" ? .plain : .guessed }
        switch type {
        case nil, "": return .plain
        case "text", "text/plain", "plain": return .plain
        case "html", "text/html": return .html
        case "xhtml", "application/xhtml+xml": return .markup
        case let type? where type.hasSuffix("+xml") || type.hasSuffix("/xml"): return .markup
        case let type? where type.hasPrefix("text/"): return .plain
        default: return isContent || type?.contains("/") == true ? .base64 : .plain
        }
    }
}

extension String {
    /// Lower case and without white space, as names of kinds are compared. Nearly all of them are written so.
    var compactLowercased: String {
        let isPlain = utf8.allSatisfy { $0 > 0x20 && $0 < 0x80 && $0 == $0.asciiLowercased }
        return isPlain ? self : lowercased().filter { !$0.isWhitespace }
    }
}
