import Content
import ContentDigest

/// What a school decides about mail, print and the other forms.
public struct DeliverySettings: Hashable, Sendable {
    /// The school's name.
    public var school: String
    /// The language of pages and mails for learners of whom none is known.
    public var language: String
    /// The sender; nil: no mail is made.
    public var from: MailAddress?
    /// Where wishes go; nil: to the sender.
    public var wishes: MailAddress?
    /// The domain that names the list.
    public var listDomain: String
    /// The address of one-click unsubscription.
    public var oneClick: String?
    /// Who is written to.
    public var policy: MailPolicy
    /// The paper of printed pages.
    public var paper: Paper
    /// The classes that get pages.
    public var printedClasses: Selection
    /// The classes that each schedule is for; one that is not named here is for all.
    public var classesOfSchedules: [String: Set<String>] = [:]
    /// What is made beside the mails.
    public var forms = Set(ListForm.defaults)
    /// Whether articles whose licence allows it are printed after the page.
    public var printsArticles = true
    /// The learners who get pages in large type, by the school's ids.
    public var largePrint = Selection.named([])
    /// What guardians are told of needs and levels.
    public var guardianSees: Set<GuardianSight> = []
    /// The region whose dates and names of grades are used, as `GB`; nil: the language's own.
    public var region: String?
    /// Whether the teacher of a class gets its bundle by mail.
    public var mailsBundles = false
    /// On what the school rests that learners are profiled.
    public var basis: LawfulBasis?
    /// What may be named where.
    public var discretion = Discretion.withoutLists
    /// Which needs and strengths are skills: they were not used.
    public var skills = SkillRule()
    /// Of a district: the settings of each of its schools. These here are those of learners of none of them.
    public var schools: [SchoolName: DeliverySettings] = [:]
    /// What makes the tokens of one-click addresses; known to the school alone.
    public var secret = ""

    /// Settings by their values.
    package init(
        school: String, language: String, from: MailAddress?, wishes: MailAddress?, listDomain: String,
        oneClick: String?, policy: MailPolicy, paper: Paper, printedClasses: Selection
    ) {
        self.school = school
        self.language = language
        self.from = from
        self.wishes = wishes
        self.listDomain = listDomain
        self.oneClick = oneClick
        self.policy = policy
        self.paper = paper
        self.printedClasses = printedClasses
    }

    /// What holds for a learner: what their school says, or else the district.
    func of(_ learner: Learner) -> DeliverySettings {
        guard !schools.isEmpty, let name = SchoolName(of: learner) else { return self }
        return schools[name] ?? self
    }

    /// The school of a district that a learner is of; nil where it is none of those that are named.
    func school(of learner: Learner) -> SchoolName? {
        guard !schools.isEmpty else { return nil }
        return SchoolName(of: learner).flatMap { schools.index(forKey: $0) }.map { schools.keys[$0] }
    }

    /// What holds for a file of several learners: what their one school says, or else the district. One of whom no school is known goes
    /// with the others.
    func of(_ learners: [Learner]) -> DeliverySettings {
        guard !schools.isEmpty else { return self }
        let names = Set(learners.compactMap { SchoolName(of: $0) })
        return names.count == 1 ? names.first.flatMap { schools[$0] } ?? self : self
    }

    /// A language as it is spoken in the school's region: `en-GB`.
    func regional(_ language: String) -> String {
        guard let region, !language.contains("-") else { return language }
        return "\(language)-\(region)"
    }

    /// The one-click address of one recipient of one learner's lists, with an opaque token; nil where the school has no
    /// such address.
    func oneClickAddress(learner: LearnerID, address: String) -> String? {
        stopToken(learner: learner, address: address).flatMap { token in
            oneClick.map { $0 + ($0.contains("?") ? "&" : "?") + "t=\(token)" }
        }
    }

    /// The token in that address.
    func stopToken(learner: LearnerID, address: String) -> String? {
        oneClick.map { _ in UnsubscribeToken(secret: secret, learner: learner, address: address).description }
    }

    /// One text for the same settings.
    var digestText: String {
        // One school has no such parts: what was delivered before there were districts stays as it is.
        let parts = schools.sorted { $0.key < $1.key }.flatMap { [$0.key.text, $0.value.ownDigest] }
        return parts.isEmpty ? ownDigest : ContentDigest(of: [ownDigest] + parts).hex
    }

    private var ownDigest: String {
        let addresses = [from, wishes].map { "\($0?.shownName ?? "") <\($0?.address ?? "")>" }
        let forms = forms.map(\.rawValue).sorted().joined(separator: " ")
        return ContentDigest(
            of: addresses + [
                school, language, listDomain, oneClick ?? "", policy.rawValue, paper.styleName,
                printedClasses.digestText, forms,
                "\(printsArticles) \(mailsBundles) \(largePrint.digestText) \(region ?? "")",
                guardianSees.map(\.rawValue).sorted().joined(separator: " "), secret, discretion.digest,
                skills.digestText, basis?.rawValue ?? "",
            ]
        ).hex
    }
}

/// What stands for a learner and an address in a one-click address: nobody can read whom it means or make another
/// without the school's secret, and it is the same in every edition.
public struct UnsubscribeToken: Hashable, Sendable, CustomStringConvertible {
    /// Letters and digits.
    public let description: String

    /// The token of a learner's lists to one address.
    public init(secret: String, learner: LearnerID, address: String) {
        // Digested twice, as HMAC does: what the inner digest was made of cannot be continued.
        let inner = ContentDigest(of: [secret, "unsubscribe", learner.rawValue, address.lowercased()]).hex
        description =
            ContentDigest(of: [secret, inner]).code(length: 16) + ContentDigest(of: [inner, secret]).code(length: 10)
    }
}
