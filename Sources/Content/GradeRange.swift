/// The school grades that something is meant for: `5` is from grade 5 on, `1-3` from the first to the third.
public struct GradeRange: Hashable, Sendable, ExpressibleByIntegerLiteral, CustomStringConvertible {
    /// The lowest grade, 0 (kindergarten) to 13.
    public var lowest: Int
    /// The highest; nil: it is for all above.
    public var highest: Int?

    /// What is expected of a text, for messages.
    public static let expected = "a school grade from 0 to 13, or from one to another, as 1-3"

    /// A range by its ends.
    package init(_ lowest: Int, to highest: Int? = nil) {
        self.lowest = lowest
        self.highest = highest
    }

    /// From a grade on.
    public init(integerLiteral grade: Int) { self.init(grade) }

    /// Reads `5`, `K`, `1-3`, `K–2` or `1..3`; nil for what is none, and for a range that ends before it begins.
    public init?(_ text: String) {
        let parts = text.replacing("..", with: "-").replacing("–", with: "-")
            .split(separator: "-", omittingEmptySubsequences: false).map { $0.trimmed }
        func grade(_ part: String) -> Int? {
            part.uppercased() == "K" ? 0 : Int(part).flatMap { (0...13).contains($0) ? $0 : nil }
        }
        guard (1...2).contains(parts.count), let lowest = grade(parts[0]) else { return nil }
        let highest = parts.count == 2 ? grade(parts[1]) : nil
        if parts.count == 2, (highest ?? -1) < lowest { return nil }
        self.init(lowest, to: highest)
    }

    /// As it is written: `5` or `1-3`.
    public var description: String { highest.map { "\(lowest)-\($0)" } ?? "\(lowest)" }
}
