import Content

/// The paper that pages are laid out for.
public enum Paper: String, Hashable, Codable, Sendable, CaseIterable {
    /// 210 × 297 mm.
    case a4 = "A4"
    /// 8.5 × 11 in.
    case letter
}

/// Renders the lists of a class as one HTML file to print, black on white, one page a learner, with a strip to tick.
public struct PrintRenderer: Sendable {
    private let templates: Templates
    private let words: Words
    private let reasons: ReasonWording

    /// A renderer with a school's templates and wordings.
    public init(templates: Templates, words: Words, reasons: ReasonWording) {
        self.templates = templates
        self.words = words
        self.reasons = reasons
    }

    /// The file: one page for each document, in their order. `className` is shown in the file's title.
    public func render(_ documents: [ListDocument], className: String, paper: Paper) -> [UInt8] {
        let pages = documents.map { PageFields(shared: DocumentFields($0, words: words, reasons: reasons)) }
        // The file as a whole speaks the language of its first page; each page says its own.
        let spoken = pages.first?.shared.words ?? words.spoken(in: WordingFolder.fallback, to: .teacher)
        let date = documents.first.map { spoken.date($0.edition.date) } ?? ""
        return templates.page.render([
            "paper": .text(paper.rawValue), "fileLang": .text(spoken.language.tag),
            "fileTitle": .text(
                spoken.text(.printTitle, ["class": CleanText.line(className, limit: 60), "date": date])),
            "pages": .list(pages.map(\.fields)),
        ])
    }
}

/// The values that the page template shows.
struct PageFields {
    let shared: DocumentFields

    /// The names that the page template can use.
    static let scope: TemplateScope = {
        var lists = DocumentFields.sharedLists
        lists["items"] = TemplateScope(
            texts: DocumentFields.itemTexts + ["address"], flags: DocumentFields.itemFlags)
        let page = TemplateScope(
            texts: DocumentFields.sharedTexts + DocumentFields.wordTexts,
            flags: DocumentFields.sharedFlags + ["dense"], lists: lists)
        return TemplateScope(texts: ["paper", "fileLang", "fileTitle"], lists: ["pages": page])
    }()

    /// The values of one page. Texts are shortened so that eight items fit on a page, and twelve in smaller type.
    var fields: TemplateFields {
        let budget = PageBudget(items: shared.document.lines.count)
        var fields = shared.shared()
        fields["dense"] = .flag(budget.isDense)
        fields["items"] = .list(shared.document.lines.map { item($0, budget) })
        return fields
    }

    private func item(_ line: ListDocument.Line, _ budget: PageBudget) -> TemplateFields {
        var item = shared.item(line, room: DocumentFields.Room(title: budget.titleColumns * 2 - 8, summary: 0))
        func columns(_ name: String) -> Int {
            if case .text(let text) = item[name] { TextWrap.width(of: text[...]) } else { 0 }
        }
        if case .text(let reason) = item["reason"] {
            item["reason"] = .text(CleanText.line(reason, limit: budget.reasonColumns * 2 - 8))
        }
        // The address stands on the line of feed, minutes and level: whole where it fits, else its host.
        let room = budget.metaColumns - columns("feed") - columns("minutes") - columns("level") - 9
        item["address"] = SafeLink.web(line.url).map { .text(SafeLink.printed($0, limit: max(24, room))) } ?? .nothing
        let used =
            budget.lines(columns("title"), of: budget.titleColumns) + 1
            + budget.lines(columns("reason"), of: budget.reasonColumns)
        let limit = max(1, min(4, budget.linesPerItem - used)) * budget.summaryColumns - 6
        let summary = CleanText.line(line.summary, limit: limit)
        // Full-width scripts take two columns a character.
        let isWide = TextWrap.width(of: summary[...]) > summary.count * 3 / 2
        item["summary"] = .text(isWide ? CleanText.line(summary, limit: limit / 2) : summary)
        return item
    }
}

/// How many lines and columns an item of a printed page has, on the smaller of the two papers (Letter) and in the
/// widest of the usual serif types.
struct PageBudget {
    /// Whether smaller type is used.
    let isDense: Bool
    /// The lines that one item may take.
    let linesPerItem: Int

    /// The budget of a page of that many items. Beyond twelve, pages follow one another.
    init(items: Int) {
        isDense = items > 8
        linesPerItem = isDense ? 5 : min(9, 48 / max(1, items))
    }

    /// Columns of a title.
    var titleColumns: Int { isDense ? 70 : 60 }
    /// Columns of feed, minutes, level and address.
    var metaColumns: Int { isDense ? 96 : 90 }
    /// Columns of a summary.
    var summaryColumns: Int { isDense ? 84 : 70 }
    /// Columns of a reason.
    var reasonColumns: Int { isDense ? 92 : 78 }

    /// The lines that so many columns take.
    func lines(_ columns: Int, of width: Int) -> Int { (columns + width - 1) / width }
}
