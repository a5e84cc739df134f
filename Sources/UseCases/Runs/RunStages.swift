import Configuration
import Content
import Pipeline
import Store

/// Runs stages for an edition that somebody asks for.
public struct RunStages: UseCase {
    private let open: SchoolAndStore
    private let words: any RunWords
    private let watch: RunWatch

    /// In an opened school. `words`: what is written down for people; `watch` sees how far it is.
    package init(_ open: SchoolAndStore, words: any RunWords, watch: RunWatch) {
        self.open = open
        self.words = words
        self.watch = watch
    }

    /// What is run.
    public struct Request: Sendable {
        /// The stages.
        public var stages: Set<Stage>
        /// The edition; nil: today's of no schedule.
        public var edition: Edition?
        /// What is read instead of the school's list of feeds.
        public var sources: [FeedSource]?
        /// Whether no server is asked: what was kept is read again.
        public var isOffline: Bool

        /// Stages of an edition.
        package init(
            _ stages: Set<Stage>, edition: Edition? = nil, sources: [FeedSource]? = nil, isOffline: Bool = false
        ) {
            self.stages = stages
            self.edition = edition
            self.sources = sources
            self.isOffline = isOffline
        }
    }

    /// How a run ended.
    public enum Ending: Hashable, Sendable {
        /// Everything was done, or another run is at work.
        case done
        /// Parts were left out.
        case leftOut
        /// Nothing at all could be done.
        case nothing
    }

    /// What came of it.
    public struct Outcome: Sendable {
        /// The edition.
        public var edition: Edition
        /// The numbers; of nothing where another run is at work.
        public var summary: RunSummary
        /// What the stages found.
        public var found: [Finding]
        /// Why nothing at all could be done; nil: something was, or nothing was to be done.
        public var shortfall: Shortfall?
        /// The folder in which another run is at work, so that nothing was done; nil: none is.
        public var busy: Verbatim?

        /// How it ended.
        public var ending: Ending {
            if busy != nil { return .done }
            if shortfall != nil { return .nothing }
            return found.contains { $0.severity == .error } ? .leftOut : .done
        }
    }

    /// Runs them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let school = open.school
        let edition = request.edition ?? Edition(date: school.localDate(at: now))
        let report = try Pipeline(school: school, store: open.store, words: words, isOffline: request.isOffline).run(
            request.stages, edition: edition, now: now, sources: request.sources, watch: watch)
        return Outcome(
            edition: edition, summary: report.summary, found: report.findings, shortfall: report.shortfall,
            busy: report.isBusy ? Verbatim(school.folder.data) : nil)
    }
}
