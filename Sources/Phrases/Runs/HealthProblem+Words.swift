import Content
import Pipeline
import Scheduling
import UseCases

extension HealthProblem {
    /// What somebody should look at, as a clause that says what to do.
    var clause: String {
        switch self {
        case .unusableSchedule(let finding): "\(finding.place): \(finding.problem.withoutStop)"
        case .failing(let schedule, let streak, let since):
            "\(schedule) has failed \(streak.count == 1 ? "once" : "\(streak.count) times in a row") since \(since.text): \(streak.problem)"
        case .missed(let edition, let because): "\(edition) was missed: \(because)"
        case .tooLate(let edition, let because): "\(edition) is too late: \(because)"
        case .nothingToCome(let schedule):
            "\(schedule) has no edition to come; look at its days and terms with 'gleaner schedule check'"
        case .olderStore: "the store was written by an older version of Gleaner; any run brings it up to date"
        case .noLearners(let edition):
            "\(edition) was for no learners; import them with 'gleaner learners import'"
        case .withoutList(let without, let wanted, let edition):
            "\(without) of \(wanted) learners got no list of \(edition); "
                + "'gleaner explain LEARNER' says why, 'gleaner feeds check' whether there are articles"
        case .schoolWithoutList(let school, let without, let wanted, let edition):
            "\(school?.text ?? "of no school that is named"): \(without) of \(wanted) learners got no list of \(edition); "
                + "'gleaner explain LEARNER' says why, 'gleaner feeds check' whether there are articles"
        case .schoolWithoutSchedule(let school, let learners):
            "\(school): no schedule is for its \(learners) learners; write one with 'school: \(school)', or one for all"
        case .noFeeds: "there are no feeds; add some with 'gleaner feeds add ADDRESS'"
        case .feedsUnread(let failed, let all, let date):
            "\(failed) of \(all) feeds could not be read on \(date); 'gleaner feeds check' names them"
        case .awaitingApproval(let lists, let edition, let until):
            "\(lists) \(lists == 1 ? "list" : "lists") of \(edition) \(lists == 1 ? "waits" : "wait") for a teacher's approval; "
                + "'gleaner review --class CLASS' shows, --approve lets them go out\(until.map { " before \($0.text)" } ?? "")"
        case .openNotes(let count, let since, let isUntold):
            "\(count == 1 ? "one note waits" : "\(count) notes wait") for a grown-up since \(since); "
                + "'gleaner safeguarding list' names whom to look after"
                + (isUntold ? ", and nobody could be written to about all of them: 'gleaner run' says why" : "")
        case .unsent(let edition):
            "\(edition) has lists or files that may go out and have not; put them out with 'gleaner deliver --edition \(edition)'"
        case .neitherMailNorPage(let learners, let edition):
            "\(learners) learners got neither a mail nor a page of \(edition); see 'forms' and 'print' in Config/gleaner.yaml"
        case .brokenOff(let edition, let moment):
            "the last run (\(edition), \(moment)) was broken off; the next one goes on with it"
        case .failedRun(let edition, let moment, let problem):
            "the last run (\(edition), \(moment)) could not go on\(Self.after(problem))"
        case .overdue(let edition, let since, let holder?):
            "\(edition) is overdue since \(since.text) while a run is at work (\(holder)); "
                + "end that process if it hangs, the next tick goes on"
        case .overdue(let edition, let since, nil):
            "\(edition) is overdue since \(since.text) and nothing is at work on it; "
                + "'gleaner schedule install' lets the machine tick, 'gleaner run --due' does it now"
        case .stuck(let hours, let holder):
            "a run is at work for more than \(hours) hours (\(holder)); end that process if it hangs"
        case .barredTopics(let topics): topics.barredClause
        case .supply(let lines): SupplyText.problems(lines).joined()
        case .noRun(let finding):
            "no run can begin: \(finding.place): \(finding.problem.trimmed)".withoutStop
        }
    }

    /// Why a run could not go on, by the first line of it.
    private static func after(_ problem: Verbatim?) -> String {
        guard let problem else { return "" }
        let first = problem.text.split(separator: "\n").first.map { String($0) } ?? ""
        return ": \(first)".trimmed.withoutStop
    }
}

extension HealthNote {
    /// What is worth knowing, as a clause.
    var clause: String {
        switch self {
        case .likedTopics(let topics):
            "no lexicon knows \(UnwidenedTopics.named(topics.liked, andMore: 0)); 'gleaner topics add' tells other words for it, "
                + "'gleaner status --acknowledge topics' that it was seen"
        }
    }
}

extension UnwidenedTopics {
    /// How many are named.
    private static let most = 8

    fileprivate var barredClause: String {
        let count = barred.count + unnamed
        let names = Self.named(barred, andMore: unnamed)
        return
            "\(count == 1 ? "what must never come holds" : "\(count) topics that must never come hold") by the own word alone: \(names); "
            + "'gleaner topics add' tells other words, 'gleaner status --acknowledge topics' that it was seen"
    }

    fileprivate static func named(_ phrases: [Verbatim], andMore unnamed: Int) -> String {
        var names = phrases.prefix(most).map { "'\($0)'" }
        let rest = phrases.count - names.count
        if rest > 0 { names.append("\(rest) more") }
        if unnamed > 0 { names.append("\(unnamed) that \(unnamed == 1 ? "is" : "are") not named here") }
        return names.joined(separator: ", ")
    }
}

extension ShownMoment {
    /// By the wall clock, or by that of the world where no clock is known.
    var text: String { clock?.text(at: moment) ?? "\(moment)" }
}

extension String {
    /// Without a full stop at its end.
    fileprivate var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
