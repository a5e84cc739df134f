/// What a run is for: the edition and the moment, and for a schedule's edition whom it is for and whether its lists are reviewed.
public struct RunTerms: Hashable, Sendable {
    /// The edition.
    public let edition: Edition
    /// The moment that counts as now.
    public let now: Timestamp
    /// When the edition was due; nil for a run by hand.
    public let due: Timestamp?
    /// The classes whose learners get a list; nil: all.
    public let classes: Set<String>?
    /// Of which schools of a district the learners are that get a list.
    public let schools: SchoolChoice
    /// Whether every list waits for a teacher, whatever the dial: a schedule with a time for review.
    public let reviewsAll: Bool

    /// Terms by their values.
    package init(
        edition: Edition, now: Timestamp, due: Timestamp? = nil, classes: Set<String>? = nil,
        schools: SchoolChoice = .all, reviewsAll: Bool = false
    ) {
        self.edition = edition
        self.now = now
        self.due = due
        self.classes = classes
        self.schools = schools
        self.reviewsAll = reviewsAll
    }

    /// The terms of a look at a moment that makes lists for no schedule.
    package init(now: Timestamp) { self.init(edition: Edition(date: now.utcDate), now: now) }
}
