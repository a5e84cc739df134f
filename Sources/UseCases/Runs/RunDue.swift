import Content
import Pipeline
import Scheduling
import ScorerKit

/// Does what the calendar says is due, and nothing twice.
public struct RunDue: UseCase {
    private let calendar: SchoolCalendar
    private let scorerTypes: [any Scorer.Type]
    private let words: any RunWords
    private let watch: RunWatch

    /// In a school's calendar. `words`: what is written down for people; `watch` sees how far it is.
    package init(
        _ calendar: SchoolCalendar, scorerTypes: [any Scorer.Type], words: any RunWords, watch: RunWatch
    ) {
        self.calendar = calendar
        self.scorerTypes = scorerTypes
        self.words = words
        self.watch = watch
    }

    /// How.
    public struct Request: Sendable {
        /// Whether it waits for the end of another run instead of ending at once.
        public var waits: Bool
        /// Whether parts that were left out count as not done.
        public var isStrict: Bool
        /// Whether nothing is said when nothing was done.
        public var isQuiet: Bool

        /// A look at the calendar.
        package init(waits: Bool = false, isStrict: Bool = false, isQuiet: Bool = false) {
            self.waits = waits
            self.isStrict = isStrict
            self.isQuiet = isQuiet
        }
    }

    /// What came of it.
    public struct Outcome: Sendable {
        /// What is wrong with the metrics.
        public var unwritten: [Finding]
        /// What was done.
        public var due: DueRun.Outcome
        /// Why nothing was; nil: something was, another run is at work, or it is not to be said.
        public var nothing: NothingDue?
        /// Whether it is not to be said that nothing was done.
        public var isQuiet: Bool
        /// 0 done, 1 parts left out where that counts, 2 something could not be done.
        public var status: Int32
    }

    /// Does it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let errors = calendar.errors
        RunEvent.of(errors, at: now).forEach(watch.log)
        let due = try DueRun(calendar: calendar, scorerTypes: scorerTypes, words: words).run(
            now: now, waits: request.waits, watch: watch)
        let unwritten = Metrics(calendar: calendar, words: words).write(now: now)
        RunEvent.of(unwritten, at: now).forEach(watch.log)
        var nothing: NothingDue?
        if case .nothingDue(let next) = due, !request.isQuiet { nothing = calendar.nothingDue(next: next) }
        let status = due.status(isStrict: request.isStrict)
        return Outcome(
            unwritten: unwritten, due: due, nothing: nothing, isQuiet: request.isQuiet,
            status: errors.isEmpty ? status : 2)
    }
}
