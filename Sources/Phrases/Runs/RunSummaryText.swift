import Content

/// The numbers of a run, for people.
enum RunSummaryText {
    /// A line a stage.
    static func lines(_ summary: RunSummary) -> [String] {
        var lines: [String] = []
        if let ingest = summary.ingest {
            var line =
                "ingest   \(Counted.of(ingest.feeds, "feed")): \(ingest.read) read, \(ingest.unchanged) unchanged"
            if ingest.failed > 0 { line += ", \(ingest.failed) not readable" }
            line += "; articles: \(ingest.new) new, \(ingest.changed) changed"
            if let pages = ingest.pages, pages > 0 { line += ", \(pages) measured by their page" }
            lines.append(line)
        }
        if let rank = summary.rank {
            var line = "rank     \(Counted.of(rank.learners, "learner")), \(Counted.of(rank.items, "article")): "
            line += "\(Counted.of(rank.made, "list")) made"
            if rank.kept > 0 { line += ", \(rank.kept) there already" }
            if rank.awaiting > 0 { line += ", \(rank.awaiting) of them wait for approval" }
            if let pages = rank.classPages { line += ", \(Counted.of(pages, "class page"))" }
            if rank.without > 0 {
                line += ", \(Counted.of(rank.without, "learner")) without a list\(without(rank.schools ?? []))"
            }
            if rank.withheld > 0 { line += "; \(rank.withheld) of earlier editions withheld" }
            lines.append(line)
        }
        if let deliver = summary.deliver {
            var line =
                "deliver  \(Counted.of(deliver.mails, "mail")) and \(Counted.of(deliver.pages, "page file")) made, "
            line += "\(Counted.of(deliver.written, "file")) written"
            if deliver.printOnly > 0 { line += "; \(Counted.of(deliver.printOnly, "list")) in print only" }
            lines.append(line)
        }
        return lines
    }

    /// At which schools of a district learners are without a list, the first few of them.
    private static func without(_ schools: [RunSummary.OfSchool]) -> String {
        let names = schools.filter { $0.without > 0 }.map { "\($0.school?.text ?? "no school") \($0.without)" }
        let more = names.count > 5 ? " …" : ""
        return names.isEmpty ? "" : " (\(names.prefix(5).joined(separator: ", "))\(more))"
    }
}
