import Content
import UseCases

extension ScheduleRefusal: Worded {
    /// What is so, and what to do.
    public var words: String {
        switch self {
        case .noTimeZone(let zone): "'\(zone)' is no time zone. Write one such as America/New_York."
        case .noEdition(let date): "no schedule has an edition on \(date). See 'gleaner schedule next'."
        case .isOut(let edition): "\(edition) is out already; it cannot be skipped any more."
        case .hasNotGoneOut(let edition, let because): "\(edition) has not gone out: \(because)."
        case .listsAreWithheld(let edition):
            "the lists of \(edition) were made and then skipped; they stay withheld."
        case .isOver(let date): "\(date) is over already. Give the last date of the pause."
        case .noSchedule: "there is no schedule. Add one under 'schedules' in Config/gleaner.yaml."
        case .noneUsable: "no schedule can be used: see 'gleaner schedule check'."
        case .runAtWork(let holder): "a run is at work: \(holder). Try again when it has ended."
        case .runAtWorkWhenPruning(let holder): "another run is at work: \(holder). Try again later."
        case .folderOfRoot(let folder):
            "\(folder) belongs to root, and nothing of Gleaner's runs as root: what feeds and scorers send would reach "
                + "the whole machine. Give it to a user of its own first:\n"
                + "  useradd --system gleaner; chown -R gleaner '\(folder)'"
        case .ownerWithoutName(let folder, let user):
            "\(folder) belongs to user \(user), of whom this machine knows no name, as cron needs it. Use "
                + "--systemd, or give the folder to a user with a name."
        case .foreignFile(let path):
            "\(path) is there and was not written by Gleaner for this folder; it was left as it is."
        case .unwritable(let path):
            "could not write \(path). Run it as root, or with --user for your own services; --print shows the text."
        case .unremovable(let path, let problem): "could not remove \(path): \(problem). Run it as root."
        case .noCrontab: "there is no 'crontab' here. Install cron (Debian package 'cron'), or use --systemd."
        case .tableRefused:
            "'crontab' refused the table. Add the lines of 'gleaner schedule install --cron --user --print' by hand."
        case .notStarted(let program, let problem): "could not start \(program): \(problem)."
        }
    }
}
