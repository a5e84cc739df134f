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

    /// The state of a learner after the given facts, all of them theirs, in the order in which they were stored. A value that
    /// is not understood counts as the stricter reading: no consent, under 13, not enrolled, grade 0, teacher-led.
    public init(id: LearnerID, facts: some Sequence<Fact>) {
        let latest = LatestFacts(facts)
        self.id = id
        name = latest.text(.name) ?? id.rawValue
        classes = Fact.list(latest.text(.classes) ?? "")
        grade = latest.grade ?? 0
        school = latest.text(.school)
        email = latest.text(.email)
        guardianEmails = latest.guardianEmails.addresses
        languages = Fact.list(latest.text(.language) ?? "")
        dial = latest.dial
        minutes = latest.text(.minutes).flatMap { Int($0) }
        consent = latest.consent.value
        guardianConsent = latest.guardianConsent.value
        under13 = latest.text(.under13).map { $0 != "no" } ?? (grade < Learner.thirteenFromGrade)
        enrolled = latest.values[.enrolled].map { $0.value == "yes" } ?? true
    }
}

/// The fact of each kind that holds, of one learner.
struct LatestFacts {
    /// The latest fact of each kind but wishes.
    private(set) var values: [Fact.Kind: Fact] = [:]
    private(set) var consent = StatedConsent()
    private(set) var guardianConsent = StatedConsent()
    private(set) var guardianEmails = StatedAddresses()

    init(_ facts: some Sequence<Fact>) {
        for fact in facts where !fact.kind.isWish {
            values[fact.kind] = fact
            switch fact.kind {
            case .consent: consent.take(fact)
            case .guardianConsent: guardianConsent.take(fact)
            case .guardianEmail: guardianEmails.take(fact)
            default: break
            }
        }
    }

    /// The value of a kind; nil where it is empty or nothing was said.
    func text(_ kind: Fact.Kind) -> String? {
        values[kind].flatMap { $0.value.isEmpty ? nil : $0.value }
    }

    var grade: Int? { text(.grade).flatMap { Int($0) }.flatMap { (0...13).contains($0) ? $0 : nil } }

    var dial: Dial? { text(.dial).map { Int($0).flatMap { Dial(rawValue: $0) } ?? .teacherLed } }

    /// The facts whose values are not understood, by their numbers.
    var misunderstood: [Fact] {
        values.values.filter { !$0.value.isEmpty && !isUnderstood($0) }.sorted { $0.number < $1.number }
    }

    private func isUnderstood(_ fact: Fact) -> Bool {
        switch fact.kind {
        case .grade: grade != nil
        case .dial: Int(fact.value).flatMap { Dial(rawValue: $0) } != nil
        case .minutes: Int(fact.value).map { $0 > 0 } ?? false
        case .level: Double(fact.value)?.isFinite ?? false
        case .under13, .enrolled: fact.value == "yes" || fact.value == "no"
        case .consent, .guardianConsent: ["yes", "no", Fact.unreadable].contains(fact.value)
        default: true
        }
    }
}

extension Learner {
    /// The addresses of a learner's guardians, by what their guardians said of them.
    public struct GuardianAddresses: Hashable, Sendable {
        /// Those that are written to.
        public var written: [String]
        /// Those that the roster names and a guardian has stopped.
        public var stopped: [String]
    }

    /// The addresses of a learner's guardians after the given facts.
    public static func guardianAddresses(in facts: some Sequence<Fact>) -> GuardianAddresses {
        let stated = LatestFacts(facts).guardianEmails
        return GuardianAddresses(written: stated.addresses, stopped: stated.stoppedAddresses)
    }

    /// The facts that hold for a learner and whose values are not understood: they count as the stricter reading, and
    /// somebody should know.
    public static func misunderstood(in facts: some Sequence<Fact>) -> [Fact] { LatestFacts(facts).misunderstood }
}

/// Whether somebody agreed to mail, after what the roster and people said of it.
struct StatedConsent {
    /// What the roster said last that could be read.
    private var roster: String?
    /// Whether what it says now cannot be read.
    private var isUnread = false
    /// What a person said since.
    private var since: String?

    /// Nil: nobody has asked, or it was taken back.
    var value: Bool? {
        if isUnread { return false }
        guard let word = since ?? roster, !word.isEmpty else { return nil }
        return word == "yes"
    }

    mutating func take(_ fact: Fact) {
        guard fact.origin == .roster else {
            since = fact.value
            return
        }
        isUnread = fact.value == Fact.unreadable
        // The roster that can be read again, and says what it said before, says nothing new.
        if isUnread || fact.value == roster { return }
        roster = fact.value
        since = nil
    }
}

/// The addresses of a learner's guardians, without those that a guardian has stopped: a roster that names one of them again
/// does not bring it back.
struct StatedAddresses {
    private var listed: [String] = []
    private var stopped: Set<String> = []

    /// The addresses that are written to.
    var addresses: [String] { listed.filter { !stopped.contains($0.lowercased()) } }

    /// The addresses that are named and not written to.
    var stoppedAddresses: [String] { listed.filter { stopped.contains($0.lowercased()) } }

    mutating func take(_ fact: Fact) {
        let named = fact.values
        if fact.origin == .guardian {
            // A guardian's word is the list without the address that is stopped, or with the one that goes on.
            for address in listed { stopped.insert(address.lowercased()) }
            for address in named { stopped.remove(address.lowercased()) }
            listed += named.filter { address in !listed.contains { $0.lowercased() == address.lowercased() } }
        } else {
            listed = named
        }
    }
}
