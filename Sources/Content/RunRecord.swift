/// One run as the ledger keeps it.
public struct RunRecord: Hashable, Sendable {
    /// How a run ended.
    public enum Outcome: String, Codable, Sendable {
        /// It has not ended, or was killed.
        case started
        /// It ended with everything done.
        case done
        /// It ended with parts left out: feeds that could not be read, a scorer that failed.
        case degraded
        /// It could not go on.
        case failed

        /// The exit status that says so.
        package var status: Int {
            switch self {
            case .started, .done: 0
            case .degraded: 1
            case .failed: 2
            }
        }
    }

    /// The run's number, from 1; 0 before it is stored.
    public var number: Int64
    /// The edition it worked for.
    public var edition: Edition
    /// The stages it ran: `ingest rank deliver`.
    public var stages: [String]
    /// The moment that it was given as now.
    public var now: Timestamp
    /// When the edition was due; nil for a run by hand.
    public var due: Timestamp?
    /// The machine that it ran on.
    public var host: String?
    /// How long it took.
    public var milliseconds: Int?
    /// The moment it ended by its own clock: `now` and how long it took; nil before its end.
    public var ended: Timestamp?
    /// The exit status: 0 done, 1 parts left out, 2 it could not go on; nil before its end.
    public var status: Int?
    /// Why it could not go on.
    public var problem: String?
    /// The program's version.
    public var version: String
    /// The digest of the configuration.
    public var configuration: String
    /// The key of the names that scorers know learners by in this run; empty where none was drawn.
    public var pseudonyms: String
    /// Each scorer with its version, weight and the digest of its options.
    public var scorers: [ScorerRecord]
    /// What the rank stage saw.
    public var marks: StoreMarks
    /// What it came to, as JSON; nil before its end.
    public var summary: String?
    /// How it ended.
    public var outcome: Outcome

    /// A run by its parts.
    package init(
        number: Int64 = 0, edition: Edition, stages: [String], now: Timestamp, due: Timestamp? = nil,
        host: String? = nil, milliseconds: Int? = nil, ended: Timestamp? = nil, status: Int? = nil,
        problem: String? = nil, version: String, configuration: String, pseudonyms: String = "",
        scorers: [ScorerRecord] = [],
        marks: StoreMarks = StoreMarks(feeds: 0, items: 0, facts: 0, classes: 0, rules: 0), summary: String? = nil,
        outcome: Outcome = .started
    ) {
        self.number = number
        self.edition = edition
        self.stages = stages
        self.now = now
        self.due = due
        self.host = host
        self.milliseconds = milliseconds
        self.ended = ended
        self.status = status
        self.problem = problem
        self.version = version
        self.configuration = configuration
        self.pseudonyms = pseudonyms
        self.scorers = scorers
        self.marks = marks
        self.summary = summary
        self.outcome = outcome
    }
}

/// A scorer as a run used it.
public struct ScorerRecord: Hashable, Codable, Sendable {
    /// Its name.
    public var name: String
    /// Its version.
    public var version: String
    /// Its weight, before the dial.
    public var weight: Double
    /// Its options as JSON.
    public var options: String
    /// For a scorer outside of the process: whether it was closed off from the machine. Nil for one inside.
    public var sandboxed: Bool?

    /// A record by its parts.
    package init(name: String, version: String, weight: Double, options: String, sandboxed: Bool? = nil) {
        self.name = name
        self.version = version
        self.weight = weight
        self.options = options
        self.sandboxed = sandboxed
    }
}

/// The largest number of each appended table at one moment. Reading "as of" marks shows what a run saw, exactly.
public struct StoreMarks: Hashable, Codable, Sendable {
    /// The last version of a feed.
    public var feeds: Int64
    /// The last version of an item.
    public var items: Int64
    /// The last fact about a learner.
    public var facts: Int64
    /// The last version of a class.
    public var classes: Int64
    /// The last teacher's rule.
    public var rules: Int64

    /// Everything that there is.
    public static let all = StoreMarks(feeds: .max, items: .max, facts: .max, classes: .max, rules: .max)

    /// Marks by their numbers.
    package init(feeds: Int64, items: Int64, facts: Int64, classes: Int64, rules: Int64) {
        self.feeds = feeds
        self.items = items
        self.facts = facts
        self.classes = classes
        self.rules = rules
    }
}
