/// What a guardian may be told beyond the list itself, where the school says so; key `mail.guardian-sees` of the configuration.
public enum GuardianSight: String, Hashable, Sendable, CaseIterable {
    /// The level that the learner reads well at, and the articles' levels, as school grades.
    case level
    /// What the learner is working on.
    case needs
}
