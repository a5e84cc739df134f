/// How many grades from a learner's level an article may be: by the level, in straight lines between those that the school gives.
public struct LevelBound: Hashable, Sendable {
    /// The grades up to the third grade, at the eighth, and from the eleventh on; each above 0.
    public let lower: Double
    /// At the eighth grade.
    public let middle: Double
    /// From the eleventh grade on.
    public let upper: Double

    /// A bound by its grades.
    package init(_ lower: Double, _ middle: Double, _ upper: Double) {
        self.lower = lower
        self.middle = middle
        self.upper = upper
    }

    /// The grades for a level.
    func grades(at level: Double) -> Double {
        if level <= 3 { return lower }
        if level <= 8 { return lower + (middle - lower) * (level - 3) / 5 }
        return middle + (upper - middle) * min(1, (level - 8) / 3)
    }
}
