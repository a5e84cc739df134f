/// How much of a list is whose say: 0 (teacher-led) … 4 (learner-led).
public enum Dial: Int, Codable, Sendable, CaseIterable, Comparable {
    /// Pins only.
    case teacherOnly = 0
    /// All places are the teacher's; the list waits for approval.
    case teacherLed = 1
    /// One place in three is the teacher's.
    case shared = 2
    /// One place in five is the teacher's.
    case mostlyLearner = 3
    /// All places are the learner's.
    case learnerLed = 4

    /// Of `places`, how many are the teacher's: ⌈places·t⌉ with t = 1, 1, ⅓, ⅕, 0.
    public func teacherPlaces(of places: Int) -> Int {
        switch self {
        case .teacherOnly, .teacherLed: places
        case .shared: (places + 2) / 3
        case .mostlyLearner: (places + 4) / 5
        case .learnerLed: 0
        }
    }

    /// What the weight of a scorer is multiplied by: a teacher's (4 − dial)/2, a learner's dial/2, neither's 1.
    public func factor(for say: Say) -> Double {
        switch say {
        case .teacher: Double(4 - rawValue) / 2
        case .learner: Double(rawValue) / 2
        case .neither: 1
        }
    }

    /// Whether a list waits for the teacher's approval before it goes out.
    public var needsApproval: Bool { self == .teacherLed }

    /// Whether places that one side cannot fill go to the other.
    public var sharesEmptyPlaces: Bool { self >= .shared }

    /// Orders from teacher-led to learner-led.
    public static func < (left: Dial, right: Dial) -> Bool { left.rawValue < right.rawValue }
}

/// Whose say a scorer is: whose wishes its numbers speak for.
public enum Say: String, Codable, Sendable, CaseIterable {
    case teacher, learner, neither
}
