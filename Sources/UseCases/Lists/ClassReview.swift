import Content

/// What waits for a class's teacher, and what was done with it just now.
public struct ClassReview: Sendable {
    /// A list that waits.
    public struct WaitingList: Sendable {
        /// Whose it is.
        public var learner: Learner
        /// The edition.
        public var edition: Edition
        /// Its articles.
        public var articles: [ArticleName]
        /// The classes whose teachers hold it back; empty: nobody does.
        public var heldBy: [Verbatim] = []
        /// The class whose teachers release it, where those of this class cannot.
        public var releasedBy: Verbatim?
    }

    /// An item that waits.
    public struct WaitingItem: Sendable {
        /// The item.
        public var item: ContentItem
        /// Why it waits.
        public var verdict: GateVerdict
    }

    /// The class.
    public var schoolClass: Verbatim
    /// The lists.
    public var lists: [WaitingList] = []
    /// The items.
    public var items: [WaitingItem] = []
    /// How many lists were approved just now.
    public var approvedLists = 0
    /// How many items were approved just now.
    public var approvedItems = 0
    /// The learners whose lists were held back just now.
    public var held: [Learner] = []
    /// The learners whose lists go on just now.
    public var lifted: [Learner] = []
    /// What of the store could not be read.
    public var findings: [Finding] = []

    /// Nothing yet of a class.
    init(_ schoolClass: String) { self.schoolClass = Verbatim(schoolClass) }

    /// Whether anything was done.
    public var wasChanged: Bool { approvedLists + approvedItems + held.count + lifted.count > 0 }
}
