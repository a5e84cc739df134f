import Content
import Scheduling

/// The words that runs write down for people who read them later: in the ledger, in the operator's mail, in the metrics.
///
/// Runs know what is so as values; `Phrases` has the words, and whoever starts a run passes them in.
public protocol RunWords: Sendable {
    /// Why a run could do nothing, as a sentence.
    func sentence(_ shortfall: Shortfall) -> String
    /// What a stage left out, as a clause.
    func clause(_ shortfall: StageShortfall) -> String
    /// How an edition of a schedule came to be as it is, as a clause.
    func clause(_ work: EditionByHand.Work) -> String
    /// An error, in the words of whoever asked.
    func text(_ error: any Error) -> String
    /// What is written to the operator: the subject, and the text line by line.
    func letter(_ letter: OperatorLetter) -> (subject: String, lines: [String])
    /// A status for the node exporter of Prometheus.
    func metrics(_ status: SchoolStatus, now: Timestamp) -> String
}

/// What is written to the operator of a school.
public struct OperatorLetter: Sendable {
    /// Why it is written.
    public enum Occasion: Sendable {
        /// A schedule keeps failing, or is well again.
        case alert(OperatorAlert)
        /// Somebody should look at how the school is.
        case health([HealthProblem])
    }

    /// Why it is written.
    public var occasion: Occasion
    /// The school's name.
    public var school: Verbatim
    /// The working folder, where one looks for more.
    public var folder: Verbatim
}

/// A moment as it is shown: by the wall clock of a schedule where it is known.
public struct ShownMoment: Sendable {
    /// The moment.
    public var moment: Timestamp
    /// The schedule's clock; nil: the schedule is no longer there.
    public var clock: LocalClock?

    /// A moment by a clock.
    package init(_ moment: Timestamp, _ clock: LocalClock?) {
        self.moment = moment
        self.clock = clock
    }
}
