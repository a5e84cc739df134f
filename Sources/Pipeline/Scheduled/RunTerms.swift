import Content

/// What a run is for: the edition and the moment, and for a schedule's run what it asks for.
struct RunTerms {
    /// The edition.
    var edition: Edition
    /// The moment that counts as now.
    var now: Timestamp
    /// When the edition was due; nil for a run by hand.
    var due: Timestamp?
    /// The classes whose learners get a list; nil: all.
    var classes: Set<String>?
    /// Whether every list waits for review.
    var reviewsAll = false
}
