import Content

/// What a run came to, for people.
public enum RunText {
    /// The numbers of a run, a line a stage.
    public static func lines(_ summary: RunSummary) -> [String] {
        var lines: [String] = []
        if let ingest = summary.ingest {
            var line = "ingest   \(count(ingest.feeds, "feed")): \(ingest.read) read, \(ingest.unchanged) unchanged"
            if ingest.failed > 0 { line += ", \(ingest.failed) not readable" }
            line += "; articles: \(ingest.new) new, \(ingest.changed) changed"
            if let pages = ingest.pages, pages > 0 { line += ", \(pages) measured by their page" }
            lines.append(line)
        }
        if let rank = summary.rank {
            var line = "rank     \(count(rank.learners, "learner")), \(count(rank.items, "article")): "
            line += "\(count(rank.made, "list")) made"
            if rank.kept > 0 { line += ", \(rank.kept) there already" }
            if rank.awaiting > 0 { line += ", \(rank.awaiting) of them wait for approval" }
            if rank.without > 0 { line += ", \(count(rank.without, "learner")) without a list" }
            if rank.withheld > 0 { line += "; \(rank.withheld) of earlier editions withheld" }
            lines.append(line)
        }
        if let deliver = summary.deliver {
            var line = "deliver  \(count(deliver.mails, "mail")) and \(count(deliver.pages, "page file")) made, "
            line += "\(count(deliver.written, "file")) written"
            if deliver.printOnly > 0 { line += "; \(count(deliver.printOnly, "list")) in print only" }
            lines.append(line)
        }
        return lines
    }

    /// `3 feeds`, `1 feed`.
    public static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
        "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
    }
}
