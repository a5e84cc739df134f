import Content
import JSON
import Pipeline
import UseCases

/// A sheet in words, two lines an article: what it is and whom it is for; and as JSON Lines.
struct ReviewSheetText {
    let sheet: ReviewSheet
    let reasons: SheetReasons

    /// How many articles are shown.
    private static let most = 60

    /// The lines; none where there is no list to tell of.
    var lines: [String] {
        let whose = sheet.only?.name ?? sheet.schoolClass.map { "Class \($0)" } ?? "Learners of no class"
        guard let edition = sheet.edition, sheet.lists > 0 || sheet.out > 0 else { return [] }
        guard sheet.lists > 0 else {
            return ["\(whose), \(edition): \(Counted.of(sheet.out, "list")) sent already; nothing can be changed."]
        }
        var head = "\(whose), \(edition): \(Counted.of(sheet.lists, "list")) not sent yet"
        if sheet.waiting > 0 { head += ", \(sheet.waiting) to be approved" }
        if sheet.held > 0 { head += ", \(sheet.held) held back" }
        if sheet.out > 0 { head += "; \(sheet.out) sent already" }
        var lines = [head]
        for row in sheet.rows.prefix(Self.most) {
            lines.append(
                "  \(row.item.code)  \(TextTable.oneLine(row.item.title)) · \(row.item.knownMinutes.map { "\($0)" } ?? "–") min · level \(Self.level(row.item.level))"
            )
            lines.append("         for \(who(row.learners)): \(why(row))")
        }
        if sheet.rows.count > Self.most {
            lines.append("  … and \(sheet.rows.count - Self.most) more; --json and --csv have all of them")
        }
        return lines
    }

    /// A level as a school grade, to a tenth; one that is not known is not made up.
    static func level(_ level: Double?) -> String { LevelCell.text(level) }

    private func who(_ learners: [Learner]) -> String {
        if learners.count == sheet.lists, sheet.lists > 1 { return "all \(sheet.lists)" }
        let names = NameList.of(learners.map { $0.name })
        return learners.count == 1 ? names : "\(learners.count) of \(sheet.lists) (\(names))"
    }

    private func why(_ row: ReviewSheet.Row) -> String {
        reasons.told(row.reasons).map { reason in
            let isSaidOfAll = reason.learners.count == row.learners.count
            let names = NameList.of(reason.learners.map { $0.name })
            return isSaidOfAll || reason.text.contains(names) ? reason.text : "\(names): \(reason.text)"
        }.joined(separator: " ")
    }

    private struct Row: Encodable {
        let row = "list-article"
        let `class`: Verbatim?
        let edition: String
        let article: ItemCode
        let address: String?
        let title: String
        let minutes: Int?
        let level: Double?
        let learners: [LearnerID]
        let reasons: [String]

        enum Key: String, CodingKey {
            case row, `class`, edition, article, address, title, minutes, level, learners, reasons
        }

        /// What is not known is said to be null, so that every line has every key.
        func encode(to encoder: any Encoder) throws {
            var line = encoder.container(keyedBy: Key.self)
            try line.encode(row, forKey: .row)
            try line.encode(self.class, forKey: .class)
            try line.encode(edition, forKey: .edition)
            try line.encode(article, forKey: .article)
            try line.encode(address, forKey: .address)
            try line.encode(title, forKey: .title)
            try line.encode(minutes, forKey: .minutes)
            try line.encode(level, forKey: .level)
            try line.encode(learners, forKey: .learners)
            try line.encode(reasons, forKey: .reasons)
        }
    }

    /// A line an article. Its keys are others than those of what waits, which the same output tells.
    func jsonLines() throws -> [String] {
        guard let edition = sheet.edition else { return [] }
        return try sheet.rows.map { row in
            try JSONText.of(
                Row(
                    class: sheet.schoolClass, edition: "\(edition)", article: row.item.code, address: row.item.url,
                    title: row.item.title, minutes: row.item.knownMinutes, level: row.item.level,
                    learners: row.learners.map { $0.id }.sorted(), reasons: reasons.told(row.reasons).map { $0.text }))
        }
    }
}
