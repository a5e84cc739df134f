import Content
import Scheduling
import UseCases

extension InstallTick.Outcome: Told {
    /// What would be written, or what was and what a person runs next.
    public var lines: [String] {
        switch self {
        case .shownFiles(let files):
            files.flatMap {
                ["# \($0.path)"]
                    + $0.text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
            }
        case .shownTable(let lines): ["# crontab -e"] + lines.map { $0.text }
        case .addedToTable: ["Added a line to your table of cron ('crontab -l' shows it)."]
        case .wrote(let paths, let next):
            paths.map { "Wrote \($0)" } + (next.isEmpty ? [] : ["Now run:"] + next.map { "    \($0)" })
        }
    }
}

extension UninstallTick.Outcome: Told {
    /// What was done, a line each.
    public var lines: [String] {
        if steps.isEmpty { return ["Nothing was installed for \(folder)."] }
        return steps.flatMap { step in
            switch step {
            case .foreignFile(let path):
                ["\(path) was not written by Gleaner for this folder; it was left as it is."]
            case .removed(let path): ["Removed \(path)"]
            case .removedTimer(let path, let unit, let isUser):
                [
                    "Removed \(path)",
                    "    systemctl\(isUser ? " --user" : "") disable --now \(unit).timer; "
                        + "systemctl\(isUser ? " --user" : "") daemon-reload",
                ]
            case .removedFromTable: ["Removed the line from your table of cron"]
            }
        }
    }
}

extension Watch.Event {
    /// What happens, as a line.
    public var line: String {
        switch self {
        case .begun(let folder, let every): "Looking at the calendar of \(folder) every \(every) seconds."
        case .ended(let seconds):
            "A tick had not ended after \(seconds) seconds and was ended; the next one goes on."
        case .failed(let status): "A tick ended with status \(status)."
        }
    }
}

extension Watch.Outcome: Told {
    /// Nothing on standard output.
    public var lines: [String] { [] }

    /// What ended it.
    public var talk: [String] { ["Ended by signal \(signal); what was not finished goes on with the next tick."] }
}
