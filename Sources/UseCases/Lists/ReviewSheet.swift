import Configuration
import Content
import ContentDigest
import Output
import Pipeline
import Store

/// What a class's lists of one edition hold, an article a row: who gets it and why, what is said of many said once.
public struct ReviewSheet: Sendable {
    /// A reason of places in lists.
    public struct Why: Sendable {
        /// The reason, as others than the learner may be told it.
        public var reason: Reason
        /// Those of whom it is said.
        public var learners: [Learner]
    }

    /// An article of lists.
    public struct Row: Sendable {
        /// The article.
        public var item: ContentItem
        /// Who gets it.
        public var learners: [Learner]
        /// Why.
        public var reasons: [Why]
    }

    /// The class; nil: of learners in none.
    public var schoolClass: Verbatim?
    /// The class's own language; nil: the school's.
    public var language: Verbatim?
    /// The one learner that is asked about.
    public var only: Learner?
    /// The edition; nil: no list is open.
    public var edition: Edition?
    /// How many lists there are.
    public var lists = 0
    /// How many of them wait for approval.
    public var waiting = 0
    /// How many of them are held back.
    public var held = 0
    /// The articles, those that most get first.
    public var rows: [Row] = []
    /// How many lists are out already.
    public var out = 0
    /// The lists, those that are out among them, by the names of their learners.
    public var readers: [Reader] = []
    /// Changes with what the lists hold and with their states.
    public var digest = ""

    /// A list of a sheet.
    public struct Reader: Sendable {
        /// Whose it is.
        public var learner: Learner
        /// Its state.
        public var state: ReadingList.State
        /// Whether it is out.
        public var isOut: Bool
        /// How many articles it holds.
        public var articles: Int

        /// A list with fewer articles is called short: who reads little has short lists by design.
        static let fewest = 2

        /// Whether it is short.
        public var isShort: Bool { articles < Self.fewest }
    }

    /// A sheet without lists.
    init(schoolClass: Verbatim?, only: Learner? = nil) { (self.schoolClass, self.only) = (schoolClass, only) }
}

/// Makes sheets.
struct ReviewSheetMaker {
    let school: School
    let store: Store

    /// The sheet of a class, or of one learner.
    func sheet(class name: String?, members: [LearnerID], only: Learner?, edition: Edition?) throws -> ReviewSheet {
        var sheet = ReviewSheet(schoolClass: name.map { Verbatim($0) }, only: only)
        if let name { sheet.language = try NamedThings(store: store).languagesOfClasses()[name].map { Verbatim($0) } }
        guard let lists = try lists(of: members, edition: edition) else { return sheet }
        sheet.edition = lists.edition
        let own = Self.own(lists, class: name, isOfOne: only != nil)
        let open = own.filter { !$0.isOut }
        sheet.out = own.count - open.count
        sheet.lists = open.count
        sheet.waiting = open.count { $0.list.state == .awaitingApproval }
        sheet.held = open.count { $0.list.state == .held }
        sheet.rows = try rows(of: open)
        sheet.digest = Self.digest(of: own)
        sheet.readers = own.map { open in
            ReviewSheet.Reader(
                learner: open.learner, state: open.list.state, isOut: open.isOut, articles: open.list.entries.count)
        }.sorted { ($0.learner.name, $0.learner.id) < ($1.learner.name, $1.learner.id) }
        return sheet
    }

    /// What tells the lists of a class as they are now from what they were (``ReviewSheet/digest``): of an edition, or of the latest that is open.
    func digest(class name: String?, members: [LearnerID], edition: Edition?) throws -> String {
        try lists(of: members, edition: edition).map {
            Self.digest(of: Self.own($0, class: name, isOfOne: false))
        } ?? ""
    }

    private func lists(of members: [LearnerID], edition: Edition?) throws -> OpenLists? {
        try edition.map { try OpenLists(of: $0, learners: members, school: school, store: store) }
            ?? OpenLists.latestLists(of: members, school: school, store: store)
    }

    private static func own(_ lists: OpenLists, class name: String?, isOfOne: Bool) -> [OpenLists.Open] {
        lists.all.filter { open in isOfOne || name.map { open.terms.mayHold($0) } ?? true }
    }

    private static func digest(of lists: [OpenLists.Open]) -> String {
        ContentDigest(
            of: lists.map { "\($0.learner.id) \($0.list.state.rawValue) \($0.isOut) \($0.list.contentDigest)" }
        ).code(length: 12)
    }

    /// The articles, those that most get first.
    private func rows(of open: [OpenLists.Open]) throws -> [ReviewSheet.Row] {
        var places: [ItemID: [(open: OpenLists.Open, entry: ListEntry)]] = [:]
        for open in open { for entry in open.list.entries { places[entry.item, default: []].append((open, entry)) } }
        let items = try store.items.items(versions: Set(places.values.flatMap { $0.map { $0.entry.version } }))
        let rows = places.values.compactMap { places -> (row: ReviewSheet.Row, place: Int)? in
            guard let version = places.map({ $0.entry.version }).max(), let item = items[version] else { return nil }
            let row = ReviewSheet.Row(
                item: item, learners: places.map { $0.open.learner }, reasons: reasons(of: places))
            return (row, places.map { $0.entry.place }.min() ?? 0)
        }
        return rows.sorted {
            ($1.row.learners.count, $0.place, $0.row.item.code.rawValue)
                < ($0.row.learners.count, $1.place, $1.row.item.code.rawValue)
        }.map { $0.row }
    }

    /// Why they get it: a reason that several have stands there once.
    private func reasons(of places: [(open: OpenLists.Open, entry: ListEntry)]) -> [ReviewSheet.Why] {
        var groups: [ReviewSheet.Why] = []
        for (open, entry) in places {
            for reason in school.discretion.toldToOthers(entry.reasons) {
                if let index = groups.firstIndex(where: { $0.reason == reason }) {
                    groups[index].learners.append(open.learner)
                } else {
                    groups.append(.init(reason: reason, learners: [open.learner]))
                }
            }
        }
        return groups
    }
}
