import Content

/// Something about how a list was made that its reader should know.
public enum ListNotice: Hashable, Sendable {
    /// A scorer failed or did not speak, so the list was ranked without it.
    case rankedWithout(scorer: String)
    /// What the list answers to an open wish; `place`: of the article that is about it, where the list has one.
    case answer(WishAnswer, place: Int?)
    /// It is shown before it may be handed out.
    case preview
    /// A sentence that is already in the reader's language.
    case text(String)

    /// Whether it is told before all else: what answers a wish, and that the list is no list yet.
    var isFirst: Bool {
        switch self {
        case .answer, .preview: true
        case .rankedWithout, .text: false
        }
    }
}

/// A kind of data about the learner that decided something in the list: what "what was used" tells.
public enum DataUsed: Hashable, Sendable {
    /// Declared interests.
    case interests([String])
    /// Topics asked for since.
    case asked([String])
    /// Topics left out because the learner or a guardian said so.
    case avoided([String])
    /// Subjects the learner is working on.
    case needs([String])
    /// What the learner is good at.
    case strengths([String])
    /// The level the learner reads well at, as a school grade.
    case level(Double)
    /// The school grade.
    case grade(Int)
    /// How many articles the learner said more or less about.
    case wishes(Int)
    /// More, which may not be named where this is read.
    case more
}

/// Everything that one message or one printed page needs, already gathered: a plain value. The same document and the
/// same templates always give the same bytes.
public struct ListDocument: Hashable, Sendable {
    /// The edition the list belongs to; its date is the date shown.
    public var edition: Edition
    /// Whom the message or page speaks to.
    public var role: RecipientRole
    /// The school's id of the learner, for programs; nil: it is not told.
    public var learner: LearnerID?
    /// The dial that the list was made at, for programs.
    public var dial: Dial?
    /// The scorers that had nothing to say about this learner, for programs.
    public var silentScorers: [String] = []
    /// The learner's name, as the school writes it.
    public var learnerName: String
    /// What the learner is called where they are spoken to, or of; nil: by that name.
    public var calledName: String?
    /// The language (BCP 47) to speak in. Where there are no words for it, English is spoken.
    public var language: String
    /// The direction of that language.
    public var direction: TextDirection
    /// The school's name, if it is to be shown.
    public var school: String?
    /// The class's name, if it is to be shown.
    public var className: String?
    /// The teacher's name, if it is to be shown.
    public var teacher: String?
    /// The list's short printed code: letters, digits and hyphens.
    public var listCode: String
    /// The items in their order.
    public var lines: [Line]
    /// What the reader should know about how the list was made.
    public var notices: [ListNotice]
    /// What was known about the learner and used.
    public var dataUsed: [DataUsed]
    /// When the list was made: the mail's date.
    public var made: Timestamp
    /// In a teacher's mail: for whom of the class articles run out.
    public var supply: [Supply] = []
    /// Whether levels are told here, so that one that is not known is said to be that.
    public var tellsLevels = false
    /// Whether it is a class's page, the same for all and about nobody: nobody says anything back on it.
    public var isForClass = false
    /// Whether the page is printed in large type.
    public var isLargePrint = false

    /// A document by its parts; the direction follows the language where it is not given.
    public init(
        edition: Edition, role: RecipientRole, learnerName: String, language: String, direction: TextDirection? = nil,
        school: String? = nil, className: String? = nil, teacher: String? = nil, listCode: String, lines: [Line],
        notices: [ListNotice] = [], dataUsed: [DataUsed] = [], made: Timestamp
    ) {
        self.edition = edition
        self.role = role
        self.learnerName = learnerName
        self.language = language
        self.direction = direction ?? TextDirection(language: language)
        self.school = school
        self.className = className
        self.teacher = teacher
        self.listCode = listCode
        self.lines = lines
        self.notices = notices
        self.dataUsed = dataUsed
        self.made = made
    }

    /// What is missing for one learner in one language.
    public struct Supply: Hashable, Sendable {
        /// The learner's name.
        public var name: String
        /// The language's tag.
        public var language: String
        /// How many articles are missing.
        public var needed: Int
        /// The least and the greatest level within reach, as school grades.
        public var lowest, highest: Double
        /// By when.
        public var by: CalendarDate
    }

    /// One item of the list.
    public struct Line: Hashable, Sendable {
        /// The place, from 1.
        public var place: Int
        /// The item's printed code.
        public var code: ItemCode
        /// The title, plain.
        public var title: String
        /// The article's address; only `http` and `https` are linked.
        public var url: String?
        /// The feed's title.
        public var feedTitle: String
        /// Minutes of reading; nil: nobody knows.
        public var minutes: Int?
        /// The item's level as a school grade, if it is known and may be told.
        public var level: Double?
        /// How hard it is for this reader; nil: nobody knows.
        public var difficulty: Difficulty?
        /// A short plain text; may be empty.
        public var summary: String
        /// The item's language (BCP 47), if it is known.
        public var language: String?
        /// Whose place it is.
        public var side: ListEntry.Side
        /// Why it is here, the weightiest first.
        public var reasons: [Reason]
        /// The whole article, where it may be printed.
        public var article: PrintedArticle?

        /// A line by its parts.
        package init(
            place: Int, code: ItemCode, title: String, url: String?, feedTitle: String, minutes: Int?, level: Double?,
            summary: String, language: String? = nil, side: ListEntry.Side, reasons: [Reason]
        ) {
            self.place = place
            self.code = code
            self.title = title
            self.url = url
            self.feedTitle = feedTitle
            self.minutes = minutes
            self.level = level
            self.summary = summary
            self.language = language
            self.side = side
            self.reasons = reasons
        }

        /// The line of a list entry and the item it names.
        public init(entry: ListEntry, item: ContentItem) {
            self.init(
                place: entry.place, code: item.code, title: item.title, url: item.url, feedTitle: item.feedTitle,
                minutes: item.knownMinutes, level: item.level, summary: item.summary, language: item.language,
                side: entry.side, reasons: entry.reasons)
        }
    }
}
