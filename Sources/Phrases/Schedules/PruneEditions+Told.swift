import Content
import Pipeline
import Store
import UseCases

extension PruneEditions.Outcome: Told {
    /// What was, or would be, removed, a line each.
    public var lines: [String] {
        guard let date = report.date else { return ["Nothing is removed: 'operation.keep-days' is none."] }
        if report.editions.isEmpty, report.parts.isEmpty {
            let isAllYoung = report.remaining.isEmpty && report.unfinished.isEmpty
            return [isAllYoung ? "Nothing is older than \(date)." : "Nothing was removed."]
        }
        let rows = report.editions.map { old in
            "  \(old.edition): \(old.runs) runs, \(old.lists) lists, \(old.files) files, \(old.bytes / 1_000) kB"
        }
        let done = isDryRun || report.doubt != nil ? "Would remove" : "Removed"
        var lines: [String] = []
        if !rows.isEmpty {
            let before = report.isBySchool ? "that no school keeps" : "before \(date)"
            lines += ["\(done) \(Counted.of(rows.count, "edition")) \(before):"] + rows
        }
        if !report.parts.isEmpty {
            lines.append(
                "\(done) of \(Counted.of(report.parts.count, "edition")) what is of schools that keep it less long:")
            lines += report.parts.map { old in
                let schools = Listing.of(old.schools.map { $0.isEmpty ? "no school" : $0 })
                return "  \(old.part.edition): \(old.part.lists) lists, \(old.part.names.count) files (\(schools))"
            }
        }
        return lines
    }

    /// What could not be removed, and why.
    public var findings: [Finding] { report.findings }

    /// They are told after what is gone.
    public var endsWithFindings: Bool { true }

    /// 0 what is old is gone, 1 some of it, 2 nothing of it.
    public var status: Int32 {
        if isDryRun { return 0 }
        if report.doubt != nil { return 2 }
        return report.remaining.isEmpty ? 0 : report.editions.isEmpty && report.parts.isEmpty ? 2 : 1
    }
}

extension PruningReport {
    /// What could not be removed, and why.
    var findings: [Finding] {
        var findings: [Finding] = []
        if let doubt {
            let count = Counted.of(editions.count + parts.count, "old edition")
            findings.append(Finding(.error, at: .part("retention"), "\(count) kept: \(doubt.clause)."))
        }
        findings += remaining.map { left in
            Finding(
                .error, at: .edition(left.edition),
                "it is old and stays: \(left.files) of its \(left.of) files could not be removed: \(left.problem)"
            )
        }
        if !unfinished.isEmpty {
            let some = Listing.of(unfinished.prefix(3).map { $0.edition })
            findings.append(
                Finding(
                    .note, at: .part("retention"),
                    "\(Counted.of(unfinished.count, "old edition")) kept (\(some)\(unfinished.count > 3 ? " …" : "")): "
                        + "lists wait for approval or are not out yet.",
                    remedy: "See 'gleaner review' and 'gleaner deliver'."))
        }
        return findings
    }

    /// That editions are gone, of a run that removed them by itself.
    var removal: [Finding] {
        guard let date, doubt == nil, !editions.isEmpty || !parts.isEmpty else { return [] }
        guard isBySchool else {
            return [
                Finding(
                    .note, at: .part("retention"),
                    "removed, as 'operation.keep-days' says: \(Counted.of(editions.count, "edition")) before \(date).")
            ]
        }
        return [
            Finding(
                .note, at: .part("retention"),
                "removed, as 'keep-days' of the schools says: \(Counted.of(editions.count, "edition")), and parts of \(parts.count)."
            )
        ]
    }
}
