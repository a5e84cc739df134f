import Content
import JSON
import Pipeline
import UseCases

extension TrySuitability.Outcome: Told, ToldAsJSON {
    /// A table of the texts.
    public var lines: [String] {
        var table = TextTable([.init("text", widest: 30), .init("waits", widest: 16), .init("for", widest: 80)])
        for text in texts {
            table.add(["\(text.id)", text.heldBelow.map { HeldGrade.words($0) } ?? "-", Listing.of(text.words)])
        }
        return texts.isEmpty ? [] : table.lines
    }

    /// The lines that could not be used.
    public var talk: [String] { unread.map { "warning: \($0.words)" } }
    /// The same.
    public var talkBesideJSON: [String] { talk }
    /// Whether all could be used, or some, or none.
    public var status: Int32 { unread.isEmpty ? 0 : texts.isEmpty ? 2 : 1 }

    private struct Line: Encodable {
        let heldBelow: Int?
        let id: Verbatim
        let words: [Verbatim]

        enum CodingKeys: CodingKey { case heldBelow, id, words }

        func encode(to encoder: any Encoder) throws {
            var values = encoder.container(keyedBy: CodingKeys.self)
            try values.encode(heldBelow, forKey: .heldBelow)
            try values.encode(id, forKey: .id)
            try values.encode(words, forKey: .words)
        }
    }

    /// A line a text; `heldBelow` is null where it would not wait.
    public func jsonLines() throws -> [String] {
        try texts.map { try JSONText.of(Line(heldBelow: $0.heldBelow, id: $0.id, words: $0.words)) }
    }
}

/// From whom an article is held, in words.
enum HeldGrade {
    static func words(_ below: Int) -> String { below > 12 ? "for everybody" : "below grade \(below)" }
}
