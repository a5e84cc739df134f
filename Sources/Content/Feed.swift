/// One feed that a school reads: a document and its address, and whom it is meant for.
public struct Feed: Hashable, Codable, Sendable {
    /// Where it is read from: an `http(s)` address, or a file's path (relative to the working folder where it lies below it).
    public var address: String
    /// Its title, as the publisher or the feed list gives it.
    public var title: String
    /// The publisher's page, if it names one.
    public var homePage: String?
    /// The language it declares (BCP 47), if any.
    public var language: String?
    /// The lowest school grade it is meant for (0 = kindergarten … 13). Nil: nobody has reviewed it yet, so learners
    /// below ``reviewedFromGrade`` get its items only through a teacher's approval.
    public var audience: Int?
    /// The highest grade that it is meant for; nil: no grade is too high. Its articles come to older learners after all others.
    public var audienceTo: Int?

    /// Whether its articles have no age; nil: they age.
    public var evergreen: Bool?

    /// The schools of a district whose lists alone name it, in their order; nil: the district's own list names it, so that it reaches
    /// everybody.
    public var schools: [SchoolName]?

    /// What the addresses of feeds begin with that hold the school's own articles: they are in no document and on no list.
    public static let ownItems = "school:items"
    /// The feed of the school's own articles that were taken away.
    public static let removedItems = "school:removed"

    /// Whether it holds articles of the school's own.
    public var isOwn: Bool { address.hasPrefix(Feed.ownItems) }

    /// The grade from which an unreviewed feed may reach a learner.
    public static let reviewedFromGrade = 9

    /// A feed by its parts.
    package init(
        address: String, title: String, homePage: String? = nil, language: String? = nil, audience: Int? = nil
    ) {
        self.address = address
        self.title = title
        self.homePage = homePage
        self.language = language
        self.audience = audience
    }
}
