/// The person a list is for: what the roster says of them now, as a view over their facts.
public struct Learner: Hashable, Codable, Sendable {
    /// The school's id.
    public var id: LearnerID
    /// The name to greet them by.
    public var name: String
    /// Their classes, the home class before the others.
    public var classes: [String]
    /// The school grade, 0 (kindergarten) … 13; 0 where none is known.
    public var grade: Int
    /// Whether the roster says a grade.
    public var isGradeKnown: Bool
    /// The school's name, where a roster holds several.
    public var school: String?
    /// Their own mail address.
    public var email: String?
    /// Their guardians who are written to, or would be if they agreed.
    public var guardians: [Guardian]
    /// The languages they read (BCP 47 primary tags), their own first; empty: the school's.
    public var languages: [String]
    /// Their own dial; nil: the class's or the school's.
    public var dial: Dial?
    /// The minutes of reading that a list may ask for; nil: the school's.
    public var minutes: Int?
    /// Whether they agreed to get lists by mail. Nil: nobody has asked, so nothing is mailed to them. False: no list is made.
    public var consent: Bool?
    /// What they agreed to, a purpose at a time.
    public var agreed: Consent
    /// What their guardians agreed to together, those without an address among them: one no is a no, else one yes is a yes.
    public var guardiansAgreed: Consent
    /// What guardians said no to alone, apart from what they said of all purposes together.
    public var guardianObjections: [GuardianObjection]
    /// Whether a guardian agreed, and none said no.
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
        classes = Learner.classes(named: latest.text(.classes) ?? "", homeroom: latest.text(.homeroom))
        grade = latest.grade ?? 0
        isGradeKnown = latest.grade != nil
        school = latest.text(.school)
        email = latest.text(.email)
        guardians = latest.guardianEmails.addresses.map { address in
            let (key, stated) = (Guardian.key(address), latest.guardians)
            return Guardian(
                address: address, language: stated.language(of: key), consent: stated.consent(of: key),
                agreed: stated.agreed(key))
        }
        languages = Fact.list(latest.text(.language) ?? "")
        dial = latest.dial
        minutes = latest.text(.minutes).flatMap { Int($0) }
        consent = latest.consent.value
        agreed = latest.agreed
        guardianConsent = Consent.joint(latest.askedGuardians.map { latest.guardians.consent(of: $0) })
        guardiansAgreed = latest.guardiansAgreed
        guardianObjections = latest.guardianObjections
        under13 = latest.text(.under13).map { $0 != "no" } ?? (grade < Learner.thirteenFromGrade)
        enrolled = latest.values[.enrolled].map { $0.value == "yes" } ?? true
    }
}

extension Learner {
    /// Whether lists are made for them: they are on the roster, and it is known whose rules hold for them.
    public var isServed: Bool { enrolled && !classes.isEmpty }

    /// The mail addresses of their guardians.
    public var guardianEmails: [String] { guardians.map(\.address) }

    /// The class that is theirs before all others: the one that the roster marks, else the first that it names. Its teacher is
    /// named, its page has the list. Nil without any class.
    public var homeClass: String? { classes.first }

    /// The classes that a roster names, the home class before the others.
    public static func classes(named text: String, homeroom: String?) -> [String] {
        let named = Fact.list(text)
        guard let homeroom, named.contains(homeroom) else { return named }
        return [homeroom] + named.filter { $0 != homeroom }
    }

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
