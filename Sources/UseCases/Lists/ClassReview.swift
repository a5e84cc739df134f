import Content
import Pipeline

/// What waits for a class's teacher, and what was done with it just now.
public struct ClassReview: Sendable {
    /// A list that waits.
    public struct WaitingList: Sendable {
        /// The learner's name.
        public var learner: String
        /// The edition.
        public var edition: Edition
        /// The titles of its items, with codes.
        public var titles: [String]
        /// The classes whose teachers hold it back; empty: nobody does.
        public var heldBy: [String] = []
        /// The class whose teachers release it, where those of this class cannot.
        public var releasedBy: String?
    }

    /// An item that waits, with why.
    public struct WaitingItem: Sendable {
        /// The item.
        public var item: ContentItem
        /// Why it waits.
        public var because: String
    }

    /// The lists.
    public var lists: [WaitingList] = []
    /// The items.
    public var items: [WaitingItem] = []
    /// How many lists were approved just now.
    public var approvedLists = 0
    /// How many items were approved just now.
    public var approvedItems = 0
    /// The learners whose lists were held back just now.
    public var held: [String] = []
    /// The learners whose lists go on just now.
    public var lifted: [String] = []
    /// What a person should know: whose lists cannot be shown, what could not be done.
    public var findings: [Finding] = []
}
