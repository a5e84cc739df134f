import Content
import JSON
import Pipeline
import UseCases

extension TellTeasers.Outcome: ToldAsItIs, ToldAsJSON {
    /// A line an item.
    public var texts: [String] { items.map { "\($0.id): \($0.isTeaser ? "a teaser" : "a whole text")" } }

    private struct Line: Encodable {
        let id: Verbatim
        let isTeaser: Bool
    }

    /// A line an item.
    public func jsonLines() throws -> [String] {
        try items.map { try JSONText.of(Line(id: $0.id, isTeaser: $0.isTeaser)) }
    }
}
