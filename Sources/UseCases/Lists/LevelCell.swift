/// A level in a cell of a table.
package enum LevelCell {
    /// A level as a school grade, to a tenth; one that is not known is not made up.
    package static func text(_ level: Double?) -> String {
        guard let level, level.isFinite, level.magnitude < 1_000 else { return "–" }
        let tenths = Int((level * 10).rounded())
        return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }
}
