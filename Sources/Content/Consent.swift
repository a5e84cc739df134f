/// What somebody agreed to, a purpose at a time. Nil: nobody has asked; a word that cannot be read counts as no.
public struct Consent: Hashable, Codable, Sendable {
    /// What may be done.
    public enum Purpose: String, Hashable, Comparable, Codable, Sendable, CaseIterable {
        /// Lists are made from what is known of the learner; without it they get the class page, the same for all.
        case profiled
        /// Lists are mailed: to whoever agreed, and of a learner under 13 to them.
        case mailed
        /// A copy of a learner's list goes to somebody else: a guardian, a teacher's bundle.
        case copied

        /// In the order in which they are told.
        public static func < (one: Purpose, other: Purpose) -> Bool {
            (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
        }

        /// The fact that says it of this purpose alone.
        public var kind: Fact.Kind {
            switch self {
            case .profiled: .profiled
            case .mailed: .mailed
            case .copied: .copied
            }
        }
    }

    /// Whether lists may be made from what is known of the learner.
    public var profiled: Bool?
    /// Whether lists may be mailed.
    public var mailed: Bool?
    /// Whether copies may go to somebody else.
    public var copied: Bool?

    /// Nobody has asked.
    public init() {}

    /// What was said of all purposes together, and of single ones. A no to all holds for each; else the word about the one counts.
    init(all: Bool?, single: (Purpose) -> Bool?) {
        func holds(_ purpose: Purpose) -> Bool? { all == false ? false : single(purpose) ?? all }
        self.init(holds)
    }

    /// What was said of each purpose.
    init(_ word: (Purpose) -> Bool?) {
        profiled = word(.profiled)
        mailed = word(.mailed)
        copied = word(.copied)
    }

    /// Whether one purpose was agreed to.
    public subscript(purpose: Purpose) -> Bool? {
        switch purpose {
        case .profiled: profiled
        case .mailed: mailed
        case .copied: copied
        }
    }

    /// What several people's words come to: one no is a no, else one yes is a yes.
    static func joint(_ words: some Sequence<Bool?>) -> Bool? {
        var all: Bool?
        for word in words.compactMap(\.self) {
            if !word { return false }
            all = true
        }
        return all
    }
}

extension Fact.Kind {
    /// What tells whether somebody agreed: to all purposes together, and to each alone.
    public static let ofConsent: [Fact.Kind] = [.consent, .guardianConsent] + Consent.Purpose.allCases.map(\.kind)
}
