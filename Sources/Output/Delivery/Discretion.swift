import Content
import Safeguarding

/// What may be named where. What tells of distress and held words are named nowhere; health, religion, sexuality and politics in the
/// learner's own mail alone; what the learner needs, is good at or opted out of, every level and a guardian's word, not on the learner's own
/// copies, which others see; needs and levels in a guardian's mail where the school says so.
public struct Discretion: Hashable, Sendable {
    /// Who may see a text.
    enum Sight: Hashable {
        /// The learner, in their own mail, perhaps with somebody beside them.
        case ownMail
        /// A guardian, who sees of needs and levels what the school says.
        case guardian(Set<GuardianSight>)
        /// A teacher who looks at a guardian's copy: what guardians said is not theirs to read.
        case guardianShown(Set<GuardianSight>)
        /// A teacher, a program of the school.
        case others
        /// Paper, and files that go from hand to hand as it does.
        case paper

        /// Whether it is the learner's own copy.
        var isOwn: Bool { self == .ownMail || self == .paper }

        /// Whether what guardians said is told there.
        var tellsGuardians: Bool {
            switch self {
            case .ownMail, .paper, .guardianShown: false
            case .guardian, .others: true
            }
        }

        /// Whether levels are told there as school grades.
        var tellsLevels: Bool {
            switch self {
            case .ownMail, .paper: false
            case .guardian(let sees), .guardianShown(let sees): sees.contains(.level)
            case .others: true
            }
        }

        /// Whether it is told there what a learner is working on.
        var tellsNeeds: Bool {
            switch self {
            case .ownMail, .paper: false
            case .guardian(let sees), .guardianShown(let sees): sees.contains(.needs)
            case .others: true
            }
        }
    }

    private let screen: WishScreen?
    private let privateTopics: PrivateTopics?
    /// Changes when one of the lists does.
    public let digest: String
    /// What was found for a phrase: in a school many say the same.
    private let remembered = RememberedVerdicts()

    /// By a school's lists; `digest` changes when they do.
    package init(screen: WishScreen, privateTopics: PrivateTopics, digest: String) {
        self.screen = screen
        self.privateTopics = privateTopics
        self.digest = digest
    }

    /// Without lists: everything may be named that may stand on a page at all.
    public static let withoutLists = Discretion()

    private init() {
        screen = nil
        privateTopics = nil
        digest = ""
    }

    /// Whether a topic or a title may be named.
    func mayName(_ phrase: String, in sight: Sight) -> Bool {
        switch remembered.verdict(of: phrase, look) {
        case .open: true
        case .personal: sight == .ownMail
        case .held: false
        }
    }

    private func look(_ phrase: String) -> RememberedVerdicts.Verdict {
        if screen?.verdict(of: phrase) != nil { return .held }
        return privateTopics?.touch(phrase) == true ? .personal : .open
    }

    /// Whether a topic may be named to somebody else than the learner.
    public func isNamedToOthers(_ phrase: String) -> Bool { mayName(phrase, in: .others) }

    /// The reasons as somebody else than the learner may read them.
    public func toldToOthers(_ reasons: [Reason]) -> [Reason] { self.reasons(reasons, in: .others) }

    /// The reasons as they may be told: one that would name what may not be named only says that there is one.
    func reasons(_ reasons: [Reason], in sight: Sight) -> [Reason] {
        var told: [Reason] = []
        for reason in reasons.map({ self.reason($0, in: sight) }) where !told.contains(reason) { told.append(reason) }
        return told
    }

    /// The answers to wishes as they may be told: to a guardian's wish in a guardian's mail alone, and none to what may not be named.
    func answers(_ answers: [WishAnswer], to role: RecipientRole, in sight: Sight) -> [WishAnswer] {
        answers.filter { answer in
            (answer.origin != .guardian || (role == .guardian && sight != .paper && sight.tellsGuardians))
                && ([answer.phrase] + (answer.names ?? [:]).values).allSatisfy { mayName($0, in: sight) }
        }
    }

    private func reason(_ reason: Reason, in sight: Sight) -> Reason {
        guard case .scored(let scorer, let evidence) = reason else { return reason }
        let told = evidence.told(matches: { mayTell($0, in: sight) }, texts: { mayName($0, in: sight) })
        return told.map { .scored(scorer: scorer, evidence: $0) } ?? .unnamed
    }

    private func mayTell(_ term: MatchedTerm, in sight: Sight) -> Bool {
        if term.source == .need, !sight.tellsNeeds { return false }
        if sight.isOwn, term.source == .strength { return false }
        if !sight.tellsGuardians, term.origin == .guardian { return false }
        return ([term.phrase] + term.words + (term.names ?? [:]).values).allSatisfy { mayName($0, in: sight) }
    }

    /// What was used of the learner's data, as it may be told.
    func dataUsed(_ used: [DataUsed], in sight: Sight) -> [DataUsed] {
        var told: [DataUsed] = []
        var isWhole = true
        func tell(_ topics: [String], _ make: ([String]) -> DataUsed) {
            let named = topics.filter { mayName($0, in: sight) }
            if named.count < topics.count { isWhole = false }
            if !named.isEmpty { told.append(make(named)) }
        }
        for kind in used {
            switch kind {
            case .interests(let topics): tell(topics, DataUsed.interests)
            case .asked(let topics): tell(topics, DataUsed.asked)
            case .wishes: told.append(kind)
            case .avoided(let topics) where !sight.isOwn: tell(topics, DataUsed.avoided)
            case .needs(let topics) where sight.tellsNeeds: tell(topics, DataUsed.needs)
            case .strengths(let topics) where !sight.isOwn: tell(topics, DataUsed.strengths)
            case .level where sight.tellsLevels, .grade where sight.tellsLevels: told.append(kind)
            case .avoided, .needs, .strengths, .level, .grade, .more: isWhole = false
            }
        }
        return isWhole ? told : told + [.more]
    }

    /// The lists decide, and they are the same where the digest is.
    public static func == (left: Discretion, right: Discretion) -> Bool { left.digest == right.digest }

    /// As equality goes.
    public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}
