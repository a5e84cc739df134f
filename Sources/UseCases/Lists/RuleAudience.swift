import Content

/// Whom a teacher's rule is for, as a teacher names it.
public enum RuleAudience: Hashable, Sendable {
    /// A class by its name.
    case schoolClass(String)
    /// A learner by id or name.
    case learner(String)
}

/// Whom a teacher's rule is for, as it is told.
public enum Whom: Hashable, Sendable {
    /// A class.
    case schoolClass(Verbatim)
    /// A learner, by name.
    case learner(Verbatim)
}
