import Content
import Files
import Pipeline

extension RunRefusal: Worded {
    /// What is so, and what to do.
    public var words: String {
        switch self {
        case .unlockable(let problem): "could not lock \(problem.path): \(problem.problem). \(problem.remedy)"
        case .ownerMayNotEnter(let folder, let owner):
            "\(folder) belongs to \(owner), who may not enter it. Check the folder and those above it."
        case .strangersPart(let folder, let owner, let part, let path, let stranger):
            "\(folder) belongs to \(owner), and \(part) in it to \(stranger). Nothing was done; give all of it to one user first:\n"
                + "  chown -R \(owner) '\(path)'"
        case .rootMayNotBecome(let folder, let owner, let problem, let account):
            "\(folder) belongs to \(owner), and root could not act as that user (\(problem)). Run it as that user:\n"
                + "  sudo -u \(account) gleaner …"
        case .noScheduleOf(let edition, let nearest, let known):
            "there is no schedule '\(edition.schedule)'.\(Hint.didYouMean(nearest)) Known: \(Listing.of(known)). "
                + "'--edition \(edition.date)' makes an edition of no schedule."
        case .noEditionOf(let schedule, let date, let next):
            "'\(schedule)' has no edition on \(date); \(next.isEmpty ? "none is to come" : "the next: \(Listing.of(next))"). "
                + "'--edition \(date)' makes one of no schedule."
        case .isSkipped(let edition, let because):
            "\(edition) is skipped: \(because). If there is one after all: 'gleaner schedule skip "
                + "\(edition.date) --schedule \(edition.schedule) --undo'."
        case .isPaused(let edition):
            "\(edition) falls into a pause of '\(edition.schedule)' ('gleaner schedule resume' ends it). "
                + "'--edition \(edition.date)' makes an edition of no schedule."
        case .noSchool(let name, let nearest):
            "there is no school '\(name)' under 'schools' in Config/gleaner.yaml.\(Hint.didYouMean(nearest))"
        case .secretIsInOrder: "Data/secret is in order; nothing was changed."
        case .noSchedule(let name, let nearest): "the schedule '\(name)' is not there.\(Hint.didYouMean(nearest))"
        case .unusableSchedule(let name, let nearest):
            "the schedule '\(name)' cannot be used as it is: see 'gleaner schedule check'.\(Hint.didYouMean(nearest))"
        }
    }
}
