import Content
import Output
import UseCases

/// What was done with lists, in the words of the desk.
struct ReviewNotice {
    let words: WordBook.Language

    /// What a repair came to: what has gone, what has come in its place, and what stays as it is.
    func notice(of report: RepairReport, undo: DeskNotice.Undo?) -> DeskNotice {
        var lines = report.done.map { done in
            let key =
                switch done.verb {
                case .veto: "vetoed"
                case .pin: "pinned"
                case .swap: "swapped"
                }
            let line = words("review.\(key)", ["title": done.article.title.text, "whom": whom(done.whom)])
            return done.isNew ? line : words("said.again", ["said": line])
        }
        if report.done.contains(where: { $0.verb == .pin && $0.replaces }) { lines.append(words("find.replaces")) }
        lines += report.gone.map {
            words("review.gone", ["title": $0.article.title.text, "names": names($0.learners)])
        }
        lines += report.come.map {
            words("review.come", ["title": $0.article.title.text, "names": names($0.learners)])
        }
        if !report.waiting.isEmpty { lines.append(words("review.waitsAgain", ["names": names(report.waiting)])) }
        var isProblem = false
        for note in report.notes {
            switch note {
            case .finding(let finding) where finding.severity == .error: isProblem = true
            case .finding: continue
            case .isOut(_, let learners): lines.append(words("review.isOut", ["names": names(learners)]))
            case .pinsTooLong: lines.append(words("review.pinsTooLong"))
            case .previewIsOld: continue
            }
        }
        if report.done.contains(where: { $0.verb == .swap }) { lines.append(words("review.swapStays")) }
        if isProblem { lines.append(words("review.problem")) }
        return DeskNotice(isProblem ? .problem : .done, lines, undo: undo)
    }

    /// What came of an approval, a hold or a lift.
    func notice(of reviews: [ClassReview], undo: DeskNotice.Undo?) -> DeskNotice {
        let approved = reviews.reduce(0) { $0 + $1.approvedLists }
        var lines: [String] = []
        if approved == 1 { lines.append(words("review.approvedOne")) }
        if approved > 1 { lines.append(words("review.approvedMany", ["count": "\(approved)"])) }
        lines += reviews.flatMap(\.held).map { words("review.heldBack", ["name": $0.name]) }
        lines += reviews.flatMap(\.lifted).map { words("review.lifted", ["name": $0.name]) }
        let elsewhere = reviews.flatMap(\.lists).compactMap { $0.releasedBy }
        if !elsewhere.isEmpty {
            lines.append(
                words("review.releasedBy", ["class": Set(elsewhere).map(\.text).sorted().joined(separator: ", ")]))
        }
        if lines.isEmpty { lines = [words("review.nothingToApprove")] }
        return DeskNotice(.done, lines, undo: undo)
    }

    /// Names in a row; of many the first, and how many more.
    func names(_ names: [Verbatim], most: Int = 12) -> String {
        let shown = names.prefix(most).map { CleanText.line($0.text, limit: 60) }.joined(separator: ", ")
        return names.count <= most
            ? shown : words("frame.andMore", ["names": shown, "count": "\(names.count - most)"])
    }

    private func whom(_ whom: Whom) -> String {
        switch whom {
        case .schoolClass(let name): words("frame.class", ["class": name.text])
        case .learner(let name): name.text
        }
    }
}
