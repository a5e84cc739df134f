/// The person a list is for: what the roster says of them now, as a view over their facts.
public struct Learner: Hashable, Codable, Sendable {
    /// The school's id.
    public var id: LearnerID
    /// The name to greet them by.
    public var name: String
    /// Their classes; at least one.
    public var classes: [String]
    /// The school grade, 0 (kindergarten) … 13.
    public var grade: Int
    /// The school's name, where a roster holds several.
    public var school: String?
    /// Their own mail address.
    public var email: String?
    /// Their guardians' mail addresses.
    public var guardianEmails: [String]
    /// The languages they read (BCP 47 primary tags), their own first; empty: the school's.
    public var languages: [String]
    /// Their own dial; nil: the class's or the school's.
    public var dial: Dial?
    /// The minutes of reading that a list may ask for; nil: the school's.
    public var minutes: Int?
    /// Whether they agreed to get lists by mail. Nil: nobody has asked, so nothing is mailed to them. False: no list is made.
    public var consent: Bool?
    /// Whether a guardian agreed to mail.
    public var guardianConsent: Bool?
    /// Whether they are under 13. Where the roster does not say, learners below grade 8 count as under 13.
    public var under13: Bool
    /// False for a learner who left the roster.
    public var enrolled: Bool

    /// The grade below which a learner counts as under 13 where the roster does not say.
    public static let thirteenFromGrade = 8

    /// The state of a learner after the given facts, all of them theirs, in the order in which they were stored.
    public init(id: LearnerID, facts: some Sequence<Fact>) {
        var latest: [Fact.Kind: String] = [:]
        for fact in facts where !fact.kind.isWish { latest[fact.kind] = fact.value }
        func text(_ kind: Fact.Kind) -> String? { latest[kind].flatMap { $0.isEmpty ? nil : $0 } }
        func flag(_ kind: Fact.Kind) -> Bool? { text(kind).map { $0 == "yes" } }
        self.id = id
        name = text(.name) ?? id.rawValue
        classes = Fact.list(latest[.classes] ?? "")
        grade = text(.grade).flatMap { Int($0) } ?? 0
        school = text(.school)
        email = text(.email)
        guardianEmails = Fact.list(latest[.guardianEmail] ?? "")
        languages = Fact.list(latest[.language] ?? "")
        dial = text(.dial).flatMap { Int($0) }.flatMap { Dial(rawValue: $0) }
        minutes = text(.minutes).flatMap { Int($0) }
        consent = flag(.consent)
        guardianConsent = flag(.guardianConsent)
        under13 = flag(.under13) ?? (grade < Learner.thirteenFromGrade)
        enrolled = flag(.enrolled) ?? true
    }
}
