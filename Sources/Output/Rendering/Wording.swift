/// One sentence or phrase with `{holes}`, as a school edits it in a words or reasons file.
struct Wording: Hashable, Sendable {
    /// A piece of it.
    enum Piece: Hashable, Sendable {
        case text(String)
        case hole(String)
    }

    /// The pieces in their order.
    let pieces: [Piece]

    /// Reads a wording; nil when a brace has no partner.
    init?(_ text: String) {
        var pieces: [Piece] = []
        var rest = text[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}") else { return nil }
            let name = rest[rest.index(after: brace)..<end]
            guard !name.contains("{") else { return nil }
            if brace > rest.startIndex { pieces.append(.text(String(rest[..<brace]))) }
            pieces.append(.hole(String(name)))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        self.pieces = pieces
    }

    /// The names of its holes, in their order.
    var holes: [String] {
        pieces.compactMap { piece in
            if case .hole(let name) = piece { name } else { nil }
        }
    }

    /// The wording with its holes filled; a hole without a value is left empty. Values that run against `direction` are
    /// isolated.
    func filled(_ values: [String: String], direction: TextDirection) -> String {
        if pieces.count == 1, case .text(let text) = pieces[0] { return text }
        var result = ""
        for piece in pieces {
            switch piece {
            case .text(let text): result += text
            case .hole(let name): result += direction.isolating(values[name] ?? "")
            }
        }
        return result
    }
}
