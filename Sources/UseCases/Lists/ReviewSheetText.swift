import Content
import Pipeline
import Reports

/// A sheet for people: two lines an article, what it is and whom it is for.
enum ReviewSheetText {
    /// How many articles are shown.
    static let most = 60

    /// The lines of a sheet; none where there is no list to tell of.
    static func lines(_ sheet: ReviewSheet) -> [String] {
        let whose = sheet.only?.name ?? sheet.schoolClass.map { "Class \($0)" } ?? "Learners of no class"
        guard let edition = sheet.edition, sheet.lists > 0 || sheet.out > 0 else { return [] }
        guard sheet.lists > 0 else {
            return ["\(whose), \(edition): \(RunText.count(sheet.out, "list")) sent already; nothing can be changed."]
        }
        var head = "\(whose), \(edition): \(RunText.count(sheet.lists, "list")) not sent yet"
        if sheet.waiting > 0 { head += ", \(sheet.waiting) to be approved" }
        if sheet.held > 0 { head += ", \(sheet.held) held back" }
        if sheet.out > 0 { head += "; \(sheet.out) sent already" }
        var lines = [head]
        for row in sheet.rows.prefix(most) {
            lines.append(
                "  \(row.item.code)  \(TextTable.oneLine(row.item.title)) · \(row.item.knownMinutes.map { "\($0)" } ?? "–") min · level \(level(row.item.level))"
            )
            lines.append("         for \(who(row.learners, of: sheet)): \(why(row, of: sheet))")
        }
        if sheet.rows.count > most {
            lines.append("  … and \(sheet.rows.count - most) more; --json and --csv have all of them")
        }
        return lines
    }

    /// A level as a school grade, to a tenth; one that is not known is not made up.
    static func level(_ level: Double?) -> String {
        guard let level, level.isFinite, level.magnitude < 1_000 else { return "–" }
        let tenths = Int((level * 10).rounded())
        return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }

    private static func who(_ learners: [Learner], of sheet: ReviewSheet) -> String {
        if learners.count == sheet.lists, sheet.lists > 1 { return "all \(sheet.lists)" }
        let names = ReviewSheet.names(learners.map { $0.name })
        return learners.count == 1 ? names : "\(learners.count) of \(sheet.lists) (\(names))"
    }

    private static func why(_ row: ReviewSheet.Row, of sheet: ReviewSheet) -> String {
        row.reasons.map { reason in
            let isSaidOfAll = reason.learners.count == row.learners.count
            let names = ReviewSheet.names(reason.learners.map { $0.name })
            return isSaidOfAll || reason.text.contains(names) ? reason.text : "\(names): \(reason.text)"
        }.joined(separator: " ")
    }
}

/// A sheet as JSON Lines: a line an article. Its keys are others than those of what waits, which the same output tells.
enum ReviewSheetLines {
    private struct Row: Encodable {
        let row = "list-article"
        let `class`: String?
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

    static func of(_ sheet: ReviewSheet) throws -> [String] {
        guard let edition = sheet.edition else { return [] }
        return try sheet.rows.map { row in
            try StableJSON.text(
                Row(
                    class: sheet.schoolClass, edition: "\(edition)", article: row.item.code, address: row.item.url,
                    title: row.item.title, minutes: row.item.knownMinutes, level: row.item.level,
                    learners: row.learners.map { $0.id }.sorted(), reasons: row.reasons.map { $0.text }))
        }
    }
}

/// What was done with lists, as JSON Lines: a line that says it, with keys of its own.
enum RepairLines {
    private struct Line: Encodable {
        struct Moved: Encodable {
            let article: ItemCode
            let learners: [String]
            let title: String
        }
        let row = "lists-made-anew"
        let edition: String?
        let learners: [String]
        let toBeApproved: [String]
        let `in`: [Moved]
        let out: [Moved]
    }

    static func of(_ report: RepairReport) throws -> [String] {
        func told(_ moved: [RepairReport.Moved]) -> [Line.Moved] {
            moved.map { Line.Moved(article: $0.code, learners: $0.learners, title: $0.title) }
        }
        return [
            try StableJSON.text(
                Line(
                    edition: report.edition.map { "\($0)" }, learners: report.remade, toBeApproved: report.waiting,
                    in: told(report.come), out: told(report.gone)))
        ]
    }
}
