import Content
import JSON
import Pipeline
import UseCases

extension TryTopics.Outcome: Told, ToldAsJSON {
    /// A line for each topic and article that have to do with each other.
    public var lines: [String] {
        pairs.map { pair in
            let what = pair.claims ? "about" : pair.blocks ? "kept back" : "in passing"
            return "\(pair.topic)  \(pair.item)  \(what): \(Listing.of(pair.words))"
        }
    }

    private struct Line: Encodable {
        let blocks: Bool
        let claims: Bool
        let item: Verbatim
        let score: Double?
        let topic: Verbatim
        let words: [Verbatim]
    }

    /// A line for each topic and article that have to do with each other.
    public func jsonLines() throws -> [String] {
        try pairs.map { pair in
            try JSONText.of(
                Line(
                    blocks: pair.blocks, claims: pair.claims, item: pair.item, score: pair.score, topic: pair.topic,
                    words: pair.words))
        }
    }
}
