import Content
import Scheduling

/// What somebody should look at: a schedule that fails, and readers who are not served.
public enum HealthProblem: Sendable {
    /// A schedule that cannot be used as it is written.
    case unusableSchedule(Finding)
    /// A schedule that has failed and has not been well since.
    case failing(schedule: Verbatim, ScheduleRecord.Streak, since: ShownMoment)
    /// An edition that was missed, with the ledger's words for why.
    case missed(Edition, because: Verbatim)
    /// An edition that will be written down as missed.
    case tooLate(Edition, because: Verbatim)
    /// A schedule that has no edition to come.
    case nothingToCome(schedule: Verbatim)
    /// The store was written by an older version.
    case olderStore
    /// Lists were to be made for nobody.
    case noLearners(Edition)
    /// Many of those who want a list got none.
    case withoutList(Int, of: Int, Edition)
    /// Many of one school's learners who want a list got none; nil: of learners of no school that is named.
    case schoolWithoutList(SchoolName?, Int, of: Int, Edition)
    /// A school of the district has learners and no schedule that is for them.
    case schoolWithoutSchedule(SchoolName, learners: Int)
    /// There is nothing to read.
    case noFeeds
    /// Many of the feeds could not be read.
    case feedsUnread(Int, of: Int, on: CalendarDate)
    /// Lists wait for a teacher; `until`: when they are to go out, where that is known.
    case awaitingApproval(lists: Int, Edition, until: ShownMoment?)
    /// Notes wait for a grown-up; `isUntold`: nobody could be written to about one of them.
    case openNotes(Int, since: Timestamp, isUntold: Bool)
    /// Lists or files that may go out and have not.
    case unsent(Edition)
    /// Learners who get neither a mail nor a page.
    case neitherMailNorPage(learners: Int, Edition)
    /// The last run was broken off.
    case brokenOff(Edition, Timestamp)
    /// The last run could not go on; the ledger's words for why.
    case failedRun(Edition, Timestamp, problem: Verbatim?)
    /// An edition is due and not worked on, or not for long; `holder`: who is at work.
    case overdue(Edition, since: ShownMoment, holder: Verbatim?)
    /// A run is at work for more than some hours.
    case stuck(hours: Int64, holder: Verbatim)
    /// Topics that must never come and that hold by their own word alone.
    case barredTopics(UnwidenedTopics)
    /// Learners for whom articles run out.
    case supply([SupplyDesk.Line])
    /// What keeps any run from beginning.
    case noRun(Finding)
}

extension HealthProblem {
    /// The one school that it is about; nil: no single one.
    var school: SchoolName? {
        switch self {
        case .schoolWithoutList(let school, _, of: _, _): school
        case .schoolWithoutSchedule(let school, _): school
        default: nil
        }
    }

    /// The schedule whose readers it is about; nil: it is about the whole district, or about one school.
    var schedule: String? {
        switch self {
        case .failing(let schedule, _, _), .nothingToCome(let schedule): schedule.text
        case .missed(let edition, _), .tooLate(let edition, _), .noLearners(let edition),
            .withoutList(_, _, let edition),
            .awaitingApproval(_, let edition, _), .unsent(let edition), .neitherMailNorPage(_, let edition),
            .overdue(let edition, _, _):
            edition.schedule
        default: nil
        }
    }
}

/// What is worth knowing of a school and needs nobody today.
public enum HealthNote: Sendable {
    /// Topics that somebody likes and that no lexicon knows.
    case likedTopics(UnwidenedTopics)
}
