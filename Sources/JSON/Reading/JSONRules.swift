/// What a reader takes besides what every JSON is made of.
package struct JSONRules: Sendable {
    /// Whether `2.0` and `2e1` are whole numbers too.
    var takesFractionsAsWhole: Bool
    /// Objects and arrays, one inside the other; what is deeper is refused.
    var deepest: Int

    /// For what this program wrote itself: nothing that it wrote as a whole number has a point, and less than ten values are one inside the
    /// other.
    package static let own = JSONRules(takesFractionsAsWhole: false, deepest: 100)

    /// For what people and other programs write, as `JSONDecoder` reads it.
    package static let foreign = JSONRules(takesFractionsAsWhole: true, deepest: 512)
}
