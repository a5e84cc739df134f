import Content
import JSON
import Pipeline
import UseCases

extension TryDistressWords.Outcome: Told, ToldAsJSON {
    /// A line a text.
    public var lines: [String] {
        texts.map { "\($0.id)  \($0.words.isEmpty ? "-" : "noticed by: \(Listing.of($0.words))")" }
    }

    private struct Line: Encodable {
        let distress: Bool
        let id: Verbatim
        let words: [Verbatim]
    }

    /// A line a text.
    public func jsonLines() throws -> [String] {
        try texts.map {
            try JSONText.of(Line(distress: !$0.words.isEmpty, id: $0.id, words: $0.words))
        }
    }
}
