/// What a run came to, stage by stage; a stage that did not run is nil.
public struct RunSummary: Hashable, Codable, Sendable {
    /// What the first stage came to.
    public struct Ingest: Hashable, Codable, Sendable {
        /// Feeds in the plan.
        public var feeds = 0
        /// Feeds that were read and had a new document.
        public var read = 0
        /// Feeds whose document has not changed.
        public var unchanged = 0
        /// Feeds that could not be read; each is a finding.
        public var failed = 0
        /// Items seen for the first time.
        public var new = 0
        /// Items with a new version.
        public var changed = 0
        /// Items that are measured by their page since this run; nil where no page was looked for.
        public var pages: Int?

        /// A summary of nothing.
        package init() {}
    }

    /// What the second stage came to.
    public struct Rank: Hashable, Codable, Sendable {
        /// Learners on the roster.
        public var learners = 0
        /// Lists made by this run.
        public var made = 0
        /// Learners whose list of this edition was there already.
        public var kept = 0
        /// Learners without a list; each is a finding.
        public var without = 0
        /// How many of those want none, or whose teacher pins all and has pinned nothing: that is as it should be.
        public var unwanted: Int?
        /// Lists that wait for a teacher's approval.
        public var awaiting = 0
        /// Lists of earlier editions that were never approved, now recorded as withheld.
        public var withheld = 0
        /// Pages of classes that were made, the same for all; nil: none.
        public var classPages: Int?
        /// Items that were ranked.
        public var items = 0
        /// Of a district: what it came to for each of its schools; nil: it is one school.
        public var schools: [OfSchool]?

        /// A summary of nothing.
        package init() {}
    }

    /// What the second stage came to for the learners of one school.
    public struct OfSchool: Hashable, Codable, Sendable {
        /// The school, as the configuration names it; nil: learners of none that it names.
        public var school: SchoolName?
        /// Learners that lists were to be made for.
        public var learners = 0
        /// Learners with a list, made by this run or there already.
        public var served = 0
        /// Learners without one.
        public var without = 0
        /// How many of those want none, or whose teacher pins all and has pinned nothing.
        public var unwanted = 0
        /// Learners with a list for whom articles run out.
        public var short = 0

        /// Of nobody yet.
        package init(school: SchoolName?) { self.school = school }
    }

    /// What the third stage came to.
    public struct Deliver: Hashable, Codable, Sendable {
        /// Mails rendered by this run.
        public var mails = 0
        /// Pages (files of a class) rendered or renewed by this run.
        public var pages = 0
        /// Files written by this run.
        public var written = 0
        /// Learners whose list goes to print and the teacher alone.
        public var printOnly = 0
        /// A digest of all that the mails and pages were made from, where all of them could be made and written: while it
        /// stays the same, delivering again changes nothing.
        public var inputs: String?
        /// How many lists and files there were, in which states, when all that may go out was out; nil where something could not
        /// be made or written. While it stays the same, nothing of the edition is to be put out.
        public var out: String?

        /// A summary of nothing.
        package init() {}
    }

    /// The first stage.
    public var ingest: Ingest?
    /// The second stage.
    public var rank: Rank?
    /// The third stage.
    public var deliver: Deliver?
    /// How many findings there were, by severity's name.
    public var findings: [String: Int] = [:]

    /// A summary of nothing.
    package init() {}
}
