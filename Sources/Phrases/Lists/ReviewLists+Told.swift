import Content
import JSON
import Pipeline
import UseCases

extension ReviewLists.Outcome: Told, ToldAsJSON {
    /// What was done, what the lists hold, and what waits.
    public var lines: [String] {
        var lines = repair?.lines ?? []
        for part in parts {
            let waits = part.review.map { ReviewText.lines($0) } ?? []
            let told = text(part.sheet).lines
            if waits.isEmpty, told.isEmpty, parts.count > 1 { continue }
            if !lines.isEmpty, parts.count > 1 { lines.append("") }
            let isSilent = waits.isEmpty && told.isEmpty
            let shown = isSilent ? part.review.map { [ReviewText.nothing($0)] } ?? [] : waits
            // What was done is said before what is there.
            lines += part.review?.wasChanged == true ? shown + told : told + shown
        }
        lines += supply.map { SupplyText.line($0) }
        return lines.isEmpty ? ["Nothing waits, and no list is open."] : lines
    }

    /// For each class what waits, then its lists' articles, with keys of their own.
    public func jsonLines() throws -> [String] {
        var lines: [String] = []
        for part in parts {
            if let review = part.review { lines += try ReviewText.jsonLines(review) }
            lines += try text(part.sheet).jsonLines()
        }
        for line in supply { lines.append(try JSONText.of(SupplyRow(line))) }
        if let repair { lines.append(try repair.jsonLine()) }
        return lines
    }

    /// What a person should know, each once.
    public var findings: [Finding] {
        var findings: [Finding] = []
        for finding in (repair?.notes ?? []).map({ $0.finding }) + parts.flatMap({ $0.review?.findings ?? [] })
        where !findings.contains(finding) { findings.append(finding) }
        return findings
    }

    private func text(_ sheet: ReviewSheet) -> ReviewSheetText {
        ReviewSheetText(
            sheet: sheet, reasons: SheetReasons(wording: wording, language: (sheet.language ?? language).text))
    }
}

extension RepairReport {
    /// What was asked for, and how lists changed by it.
    fileprivate var lines: [String] {
        var lines = done.map { done in
            let what =
                switch done.verb {
                case .veto: "vetoed"
                case .pin: "pinned"
                case .swap: "taken out of \(edition.map { "\($0)" } ?? "this edition") alone"
                }
            return "\(done.article.words) is \(what) for \(done.whom.words)\(done.isNew ? "" : ", as it was")."
        }
        guard let edition, !remade.isEmpty else { return lines }
        lines.append("\(Counted.of(remade.count, "list")) of \(edition) made anew:")
        lines += gone.map { "  out  \(Self.words($0))" }
        lines += come.map { "  in   \(Self.words($0))" }
        if !waiting.isEmpty { lines.append("To be approved: \(NameList.of(waiting)).") }
        return lines
    }

    private static func words(_ moved: Moved) -> String {
        "\(moved.article.code)  \(moved.article.title) (\(NameList.of(moved.learners)))"
    }

    private struct Line: Encodable {
        struct Moved: Encodable {
            let article: ItemCode
            let learners: [Verbatim]
            let title: Verbatim
        }
        let row = "lists-made-anew"
        let edition: String?
        let learners: [Verbatim]
        let toBeApproved: [Verbatim]
        let `in`: [Moved]
        let out: [Moved]
    }

    /// A line that says it, with keys of its own.
    fileprivate func jsonLine() throws -> String {
        func told(_ moved: [Moved]) -> [Line.Moved] {
            moved.map { Line.Moved(article: $0.article.code, learners: $0.learners, title: $0.article.title) }
        }
        return try JSONText.of(
            Line(
                edition: edition.map { "\($0)" }, learners: remade, toBeApproved: waiting, in: told(come),
                out: told(gone)))
    }
}

extension RepairReport.Note {
    /// The note as a finding.
    fileprivate var finding: Finding {
        switch self {
        case .finding(let finding): finding
        case .isOut(let edition, let names):
            Finding(
                .warning, at: .edition(edition),
                "the list of \(Listing.of(names)) is out already and cannot be changed any more.")
        case .pinsTooLong(let short, let whom): Finding(.note, at: whom.words, short.words)
        case .previewIsOld(let learner, let error):
            Finding(
                .warning, at: .learner(learner), "the preview could not be made anew: \(ErrorWords.of(error))")
        }
    }
}
