/// For which classes a page is made that is the same for all and about nobody; key `print.class-pages` of the configuration.
public enum ClassPages: String, Hashable, Codable, Sendable, CaseIterable {
    /// Where a learner is not profiled, so that they get no list of their own.
    case needed
    /// For every class.
    case all
    /// For none.
    case none
}
