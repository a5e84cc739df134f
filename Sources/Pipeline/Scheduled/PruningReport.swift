import Content
import Reports
import Store

/// What was, or would be, removed because it is old, and what was not.
public struct PruningReport: Sendable {
    /// The first date that is kept; nil: all are.
    public let date: CalendarDate?
    /// The editions that are gone, or would be, with what was kept of them.
    public var editions: [OldEditionRepository.OldEdition] = []
    /// Those that stay although they are old: lists of them wait for a teacher, or are not out yet.
    public var unfinished: [OldEditionRepository.OldEdition] = []
    /// Those of which files could not be removed. The store keeps them, and the next removal tries again.
    public var remaining: [Remaining] = []
    /// Why nothing was removed by this clock.
    var doubt: ClockDoubt?

    /// An edition that could not be removed.
    public struct Remaining: Sendable {
        /// The edition.
        public var edition: OldEditionRepository.OldEdition
        /// How many of its files are still there.
        public var files: Int
        /// Why the first of them is.
        public var problem: String
    }

    init(before date: CalendarDate?) { self.date = date }

    /// The exit status: 0 what is old is gone, 1 some of it, 2 nothing of it.
    public var status: Int32 {
        if doubt != nil { return 2 }
        return remaining.isEmpty ? 0 : editions.isEmpty ? 2 : 1
    }

    /// What a person should know.
    public var findings: [Finding] {
        var findings: [Finding] = []
        if let doubt {
            let count = RunText.count(editions.count, "old edition")
            findings.append(Finding(.error, at: .part("retention"), "\(count) kept: \(doubt.sentence)."))
        }
        findings += remaining.map { left in
            Finding(
                .error, at: .edition(left.edition.edition),
                "it is old and stays: \(left.files) of its \(left.edition.files) files could not be removed: \(left.problem)"
            )
        }
        if !unfinished.isEmpty {
            let some = unfinished.prefix(3).map { "\($0.edition)" }.joined(separator: ", ")
            findings.append(
                Finding(
                    .note, at: "retention",
                    "\(RunText.count(unfinished.count, "old edition")) kept (\(some)\(unfinished.count > 3 ? " …" : "")): "
                        + "lists wait for approval or are not out yet.",
                    remedy: "See 'gleaner review' and 'gleaner deliver'."))
        }
        return findings
    }

    /// That editions are gone, for the findings of a run that removed them by itself.
    var removal: [Finding] {
        guard let date, doubt == nil, !editions.isEmpty else { return [] }
        return [
            Finding(
                .note, at: "retention",
                "removed, as 'operation.keep-days' says: \(RunText.count(editions.count, "edition")) before \(date).")
        ]
    }

    /// What was, or would be, removed, a line each.
    public func lines(isPreview: Bool) -> [String] {
        guard let date else { return ["Nothing is removed: 'operation.keep-days' is none."] }
        let isOnlyShown = isPreview || doubt != nil
        if editions.isEmpty {
            return [remaining.isEmpty && unfinished.isEmpty ? "Nothing is older than \(date)." : "Nothing was removed."]
        }
        let rows = editions.map { old in
            "  \(old.edition): \(old.runs) runs, \(old.lists) lists, \(old.files) files, \(old.bytes / 1_000) kB"
        }
        return ["\(isOnlyShown ? "Would remove" : "Removed") \(RunText.count(rows.count, "edition")) before \(date):"]
            + rows
    }
}
