import Content
import UseCases

extension SkipEdition.Outcome: Told {
    /// A line an edition.
    public var lines: [String] {
        editions.map { edition, change in
            switch change {
            case .skipped(let because):
                "\(edition) is skipped: \(because). 'gleaner schedule skip \(edition.date) --undo' takes it back."
            case .wasSkipped(let because): "\(edition) is skipped, as it was: \(because)."
            case .restored: "\(edition) will be made after all."
            case .wasNotSkipped: "\(edition) is not skipped, as it was."
            }
        }
    }
}

extension PauseSchedules.Outcome: Told {
    /// A line a schedule.
    public var lines: [String] {
        let end = until.map { "up to \($0)" } ?? "until 'gleaner schedule resume'"
        return schedules.map {
            "'\($0.schedule)' is paused \(end)\($0.wasPaused ? "; it was paused before" : "")."
        }
    }
}

extension ResumeSchedules.Outcome: Told {
    /// A line a schedule.
    public var lines: [String] {
        schedules.map {
            guard $0.wasPaused else { return "'\($0.schedule)' is not paused, as it was." }
            return "'\($0.schedule)' goes on\($0.next.map { "; next: \($0)" } ?? "")."
        }
    }
}
