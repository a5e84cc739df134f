import Content

/// Something that happens in a run, for the machine's journal: what an operator looks for afterwards, in another form than what a person
/// reads while it happens.
///
/// A journal is kept by others and for long. So nothing in it tells of a learner: neither a name, nor a wish, nor an id. What was found of
/// learners is counted here, and stands in the school's own ledger.
public struct RunEvent: Hashable, Sendable {
    /// The moment that counts as now for the run.
    public var at: Timestamp
    /// The edition; nil: it is about none, or about several.
    public var edition: Edition?
    /// The run's number in the ledger, from 1; nil: there is none yet.
    public var run: Int64?
    /// The stage; nil: it is about none.
    public var stage: Stage?
    /// What happens.
    public var what: What

    /// What happens.
    public enum What: Hashable, Sendable {
        /// A run begins with its stages.
        case begun([Stage])
        /// A stage begins.
        case stageBegun
        /// A stage ended after so many milliseconds; the summary has its numbers alone.
        case stageEnded(milliseconds: Int, RunSummary)
        /// Something was found that a person should know.
        case found(Found)
        /// So much was found of learners, as bad as that.
        case foundOfLearners(Finding.Severity, count: Int)
        /// A run ended after so many milliseconds; why it could not go on, as the ledger has it.
        case ended(RunRecord.Outcome, milliseconds: Int, problem: Verbatim?)
        /// What became of an edition that was due, as the ledger has it; `isFailure`: it could not be gone on with.
        case settled(EditionRecord.State, because: Verbatim, isFailure: Bool)
        /// Editions that were removed because they are old, and such as could not be; `isDoubted`: nothing is removed by this clock.
        case removed(editions: Int, remaining: Int, isDoubted: Bool)
        /// Nothing was done, for another run is at work: who.
        case busy(holder: Verbatim)
        /// It could not be begun: why.
        case refused(Verbatim)
    }

    /// A finding that does not tell of a learner.
    public struct Found: Hashable, Sendable {
        /// How bad it is.
        public var severity: Finding.Severity
        /// Where.
        public var site: FindingSite
        /// What is so.
        public var problem: Verbatim
        /// What to do; empty where nothing needs doing.
        public var remedy: Verbatim

        /// A finding as it may stand in a journal; nil: it tells of a learner.
        public init?(_ finding: Finding) {
            if case .learner = finding.site { return nil }
            severity = finding.severity
            site = finding.site
            problem = Verbatim(finding.problem)
            remedy = Verbatim(finding.remedy)
            // The files of an edition are named for those whom they are for.
            if case .file(let path, _, _) = finding.site, let slash = path.firstIndex(of: "/"),
                let edition = Edition(String(path[..<slash])), let name = path.split(separator: "/").last
            {
                site = .edition(edition)
                problem = Verbatim(finding.problem.replacing(name, with: "…"))
                remedy = Verbatim(finding.remedy.replacing(name, with: "…"))
            }
        }
    }

    /// An event by its parts.
    package init(at: Timestamp, edition: Edition? = nil, run: Int64? = nil, stage: Stage? = nil, _ what: What) {
        self.at = at
        self.edition = edition
        self.run = run
        self.stage = stage
        self.what = what
    }

    /// The events of some findings: each that may stand in a journal, and how many tell of learners.
    public static func of(
        _ findings: some Sequence<Finding>, at: Timestamp, edition: Edition? = nil, run: Int64? = nil,
        stage: Stage? = nil,
        telling private: Set<Finding> = []
    ) -> [RunEvent] {
        var counts: [Finding.Severity: Int] = [:]
        var events: [RunEvent] = []
        for finding in findings {
            if !`private`.contains(finding), let found = Found(finding) {
                events.append(RunEvent(at: at, edition: edition, run: run, stage: stage, .found(found)))
            } else {
                counts[finding.severity, default: 0] += 1
            }
        }
        return events
            + counts.sorted { $0.key < $1.key }.map {
                RunEvent(at: at, edition: edition, run: run, stage: stage, .foundOfLearners($0.key, count: $0.value))
            }
    }
}

/// Whoever watches a run: how long it takes, how far it is, what happens in it.
public struct RunWatch: Sendable {
    /// Tells the milliseconds since the run began.
    public var stopwatch: @Sendable () -> Int
    /// Hears how far it is.
    public var progress: @Sendable (StageProgress) -> Void
    /// Hears what happens.
    public var log: @Sendable (RunEvent) -> Void

    /// A watch; nobody's by default.
    public init(
        stopwatch: @escaping @Sendable () -> Int = { 0 },
        progress: @escaping @Sendable (StageProgress) -> Void = { _ in },
        log: @escaping @Sendable (RunEvent) -> Void = { _ in }
    ) {
        self.stopwatch = stopwatch
        self.progress = progress
        self.log = log
    }
}
