import Content
import Store

/// What a teacher does with an article of lists that have not gone out.
public enum RepairVerb: Hashable, Sendable {
    /// It must not come.
    case veto
    /// It must.
    case pin
    /// Something else takes its place in one edition.
    case swap
}

/// What was done with lists before they went out.
public struct RepairReport: Sendable {
    /// One thing that a teacher asked for.
    public struct Done: Sendable {
        /// What was asked for.
        public var verb: RepairVerb
        /// The article.
        public var article: ArticleName
        /// For whom.
        public var whom: Whom
        /// Whether it was not so already.
        public var isNew: Bool
        /// Whether another rule of the kind stood before for the same, which holds no more.
        public var replaces: Bool
    }

    /// An article that has come into lists, or gone from them.
    public struct Moved: Hashable, Sendable {
        /// The article.
        public var article: ArticleName
        /// The names of those whose lists they are.
        public var learners: [Verbatim]
    }

    /// What a person should know besides.
    public enum Note: Sendable {
        /// What a stage found.
        case finding(Finding)
        /// Lists that are out already stay as they are.
        case isOut(Edition, of: [Verbatim])
        /// Pins take more minutes than somebody has.
        case pinsTooLong(PinsTooLong, for: Whom)
        /// The preview of somebody's list shows it as it was, for it could not be written.
        case previewIsOld(LearnerID, any Error)
    }

    /// The edition; nil: none was open.
    public var edition: Edition?
    /// What was asked for, in the order in which it was.
    public var done: [Done] = []
    /// The names of those whose lists were made anew.
    public var remade: [Verbatim] = []
    /// Of those the ones that wait for approval now.
    public var waiting: [Verbatim] = []
    /// What has gone from lists, that of most lists first.
    public var gone: [Moved] = []
    /// What has come into lists.
    public var come: [Moved] = []
    /// What a person should know besides.
    public var notes: [Note] = []

    /// Tells how lists differ from what they were.
    mutating func tell(
        _ old: [OpenLists.Open], _ new: [LearnerID: ReadingList?], store: Store
    ) throws(StoreError) {
        var moved: (gone: [Int64: [Verbatim]], come: [Int64: [Verbatim]]) = ([:], [:])
        for open in old {
            guard let made = new[open.learner.id] else { continue }
            let name = Verbatim(open.learner.name)
            remade.append(name)
            if made?.state == .awaitingApproval { waiting.append(name) }
            let before = Set(open.list.entries.map { $0.item })
            let after = Set((made?.entries ?? []).map { $0.item })
            for entry in open.list.entries where !after.contains(entry.item) {
                moved.gone[entry.version, default: []].append(name)
            }
            for entry in made?.entries ?? [] where !before.contains(entry.item) {
                moved.come[entry.version, default: []].append(name)
            }
        }
        gone = try Self.articles(moved.gone, store)
        come = try Self.articles(moved.come, store)
    }

    private static func articles(_ moved: [Int64: [Verbatim]], _ store: Store) throws(StoreError) -> [Moved] {
        let items = try store.items.items(versions: Set(moved.keys))
        return moved.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.compactMap { version, names in
            items[version].map { Moved(article: ArticleName($0), learners: names) }
        }
    }
}
