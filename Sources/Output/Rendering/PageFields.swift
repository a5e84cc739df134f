import Content

/// The values that the page template shows, with texts shortened so that eight items always fit on a page, and twelve in
/// smaller type.
struct PageFields {
    let shared: DocumentFields
    /// The paper, which decides how much room there is.
    var paper = Paper.letter

    /// The names that the page template can use.
    static let scope: TemplateScope = {
        var lists = DocumentFields.sharedLists
        lists["items"] = itemScope
        lists["articles"] = TemplateScope(
            texts: ["place", "title", "articleBy", "address", "itemLang"],
            lists: ["paragraphs": TemplateScope(texts: ["text"])])
        let page = TemplateScope(
            texts: DocumentFields.sharedTexts + DocumentFields.wordTexts,
            flags: DocumentFields.sharedFlags + ["dense", "few", "large"], lists: lists)
        return TemplateScope(texts: ["paper", "fileLang", "fileTitle"], lists: ["pages": page])
    }()

    /// The names that an item of a page has. ``item(_:_:_:)`` gives their values in this order.
    static let itemScope = TemplateScope(
        texts: DocumentFields.itemTexts + ["address", "letter", "qrPath", "qrSide"],
        flags: DocumentFields.itemFlags + ["hasArticle"])

    /// The values of one page, with what `texts` holds, or made and kept there.
    func fields(_ texts: inout PageTexts) -> TemplateFields {
        let lines = shared.document.lines
        if shared.document.isLargePrint { return largeFields(&texts) }
        let notices =
            shared.answers.reduce(0) { $0 + PageBudget.lines(of: $1, columns: PageBudget.answerColumns) }
            + (shared.answers.isEmpty ? 0 : 1)
            + shared.remarks.reduce(0) { $0 + PageBudget.lines(of: $1, columns: PageBudget.noticeColumns) }
        var budget = PageBudget(items: lines.count, notices: notices, isDense: lines.count > 8, paper: paper)
        var items = all(budget, &texts)
        func height() -> Int { items.reduce(0) { $0 + $1.height } }
        // Items that need less than their share leave room for the summaries of others.
        while height() > budget.lines, budget.spareLines > 0 {
            budget.spareLines -= 1
            items = all(budget, &texts)
        }
        if !budget.isDense, height() > budget.lines {
            budget = PageBudget(items: lines.count, notices: notices, isDense: true, paper: paper)
            budget.spareLines = 0
            items = all(budget, &texts)
        }
        // A full page says each thing shortly before it leaves one out, and leaves out before it runs over.
        while height() > budget.lines, budget.tightness < .noSummaries {
            budget.tightness = budget.tightness == .loose ? .shortReasons : .noSummaries
            items = all(budget, &texts)
        }
        // What room is left goes to the article that stands out.
        for lines in [3, 2, 1] where !items.isEmpty {
            budget.leadSummary = lines
            let lead = item(0, budget, &texts)
            guard height() - items[0].height + lead.height <= budget.lines else { continue }
            items[0] = lead
            break
        }
        let isRoomy = items.count <= PageBudget.few && height() <= PageBudget.roomy
        return fields(items.map(\.fields), isDense: budget.isDense, isRoomy: isRoomy)
    }

    /// A page in large type: nothing is shortened, it takes the sheets that it takes.
    private func largeFields(_ texts: inout PageTexts) -> TemplateFields {
        var budget = PageBudget(items: 1, notices: 0, isDense: false, paper: paper)
        budget.isLarge = true
        return fields(all(budget, &texts).map(\.fields), isDense: false, isRoomy: false)
    }

    private func all(_ budget: PageBudget, _ texts: inout PageTexts) -> [(fields: TemplateFields, height: Int)] {
        shared.document.lines.indices.map { item($0, budget, &texts) }
    }

    private func fields(_ items: [TemplateFields], isDense: Bool, isRoomy: Bool) -> TemplateFields {
        var fields = shared.shared()
        fields["dense"] = .flag(isDense)
        fields["large"] = .flag(shared.document.isLargePrint)
        fields["few"] = .flag(isRoomy && !isDense)
        fields["items"] = .list(items)
        fields["articles"] = .list(shared.document.lines.compactMap { article($0) })
        return fields
    }

    /// The whole article of a line, where it may be printed.
    private func article(_ line: ListDocument.Line) -> TemplateFields? {
        guard let article = line.article else { return nil }
        let by = shared.words.text(.articleBy, ["author": article.author, "license": article.license])
        return [
            "place": .text(String(line.place)), "title": .text(shared.title(line, limit: 300)), "articleBy": .text(by),
            "address": SafeLink.web(line.url).map { .link($0) } ?? .nothing,
            "itemLang": .text(shared.languageTag(line.language)),
            "paragraphs": .list(article.paragraphs.map { ["text": .text($0)] }),
        ]
    }

    /// One item's values and the lines that it takes.
    private func item(
        _ index: Int, _ budget: PageBudget, _ texts: inout PageTexts
    ) -> (fields: TemplateFields, height: Int) {
        let line = shared.document.lines[index]
        let isLead = index == 0
        let values = shared.values(of: line, room: DocumentFields.Room(title: 300, summary: 0), texts: &texts.items)
        let title = fitted(shared.title(line, limit: 300), budget.titleLines, budget.titleColumns, &texts)
        // Shortening takes out the marks that isolate directions, so what fits stays as it is.
        let whole = reason(at: index, budget)
        let reason = texts.fitted(whole, lines: budget.reasonLines, columns: budget.reasonColumns) {
            let needed = PageBudget.lines(of: whole, columns: budget.reasonColumns)
            return needed <= budget.reasonLines
                ? .init(whole, lines: needed) : shortened(whole, to: budget.reasonLines, of: budget.reasonColumns)
        }
        let feed = CleanText.line(line.feedTitle, limit: 30)
        // Whoever reads on paper types the address: it stands whole on a line of its own, unless it is longer than that.
        let way = texts.way(to: line.url)
        let address = way.map { SafeLink.printed($0.link, limit: budget.addressColumns) }
        let missing = shared.linkMissing(line)
        let used =
            (address == nil && missing == nil ? 1 : 2) + title.lines + reason.lines + (isLead ? budget.leadLines : 0)
        let share = budget.linesPerItem + budget.spareLines + (isLead ? budget.leadLines + budget.leadSummary : 0)
        let summary = teaser(
            line.summary, budget.isLarge ? 12 : max(budget.leastSummary, min(4, share - used)), budget.summaryColumns,
            &texts)
        // Where the article itself follows, nobody needs a way to it.
        let shown = line.article == nil ? way : nil
        let letter = TickCode.letter(of: line.place)
        let fields = TemplateFields(row: [
            .text(String(line.place)), values.code, title.value, .text(feed), values.minutes,
            .text(shared.level(of: line)), summary.value, reason.value, values.itemLang, values.url, values.inLanguage,
            values.linkMissing, address.map { .link($0) } ?? .nothing, letter.map { .text(String($0)) } ?? .nothing,
            shown?.code ?? .nothing, shown?.side ?? .nothing,
            .flag(line.side == .pin), .flag(line.side == .stretch), .flag(isLead),
            .flag(line.article != nil),
        ])
        return (fields, max(used + summary.lines, budget.stripLines))
    }

    /// The first part of an article, in whole sentences where there is room for one.
    private func teaser(_ text: String, _ lines: Int, _ columns: Int, _ texts: inout PageTexts) -> PageTexts.Fitted {
        texts.fitted(text, lines: lines, columns: columns, isTeaser: true) {
            shortened(text, to: lines, of: columns, by: Teaser.of)
        }
    }

    /// As many of an item's reasons as there is room for, the weightiest first.
    private func reason(at index: Int, _ budget: PageBudget) -> String {
        let sentences = shared.reasons(at: index)
        let room = budget.reasonLines
        let fitting = sentences.indices.last { last in
            let text = sentences[...last].joined(separator: " ")
            return PageBudget.lines(of: text, columns: budget.reasonColumns) <= room
        }
        return sentences.prefix((fitting ?? 0) + 1).joined(separator: " ")
    }

    private func fitted(_ text: String, _ lines: Int, _ columns: Int, _ texts: inout PageTexts) -> PageTexts.Fitted {
        texts.fitted(text, lines: lines, columns: columns) { shortened(text, to: lines, of: columns) }
    }

    /// A text that takes at most so many lines.
    private func shortened(
        _ text: String, to lines: Int, of columns: Int,
        by cut: (String, Int) -> String = { CleanText.line($0, limit: $1) }
    ) -> PageTexts.Fitted {
        guard lines > 0 else { return .init("", lines: 0) }
        // Words wrap early: a tenth of every line is not filled.
        let limit = lines * columns * 9 / 10
        let short = cut(text, limit)
        // Full-width scripts take two columns a character.
        let isWide = TextWrap.width(of: short[...]) > short.count * 3 / 2
        let fitting = isWide ? cut(short, limit / 2) : short
        return .init(fitting, lines: PageBudget.lines(of: fitting, columns: columns))
    }
}

/// How many lines and columns an item of a printed page has, in the widest of the usual serif types.
struct PageBudget {
    /// Whether smaller type is used.
    let isDense: Bool
    /// The lines that all items together may take.
    let lines: Int
    /// The lines that one item may take.
    let linesPerItem: Int
    /// The lines that an item's summary may take beyond the item's share, while the page has room for them.
    var spareLines = 2

    /// The lines that the first item's summary may take beyond its share.
    var leadSummary = 0
    /// Whether the page is in large type and goes on over as many sheets as it takes.
    var isLarge = false
    /// Up to so many items of so many lines are printed in larger type on one page.
    static let few = 3
    static let roomy = 24

    /// What a full page has given up.
    var tightness = Tightness.loose

    /// How little is left of each item on a page that is too full.
    enum Tightness: Int, Comparable {
        case loose, shortReasons, noSummaries

        static func < (left: Tightness, right: Tightness) -> Bool { left.rawValue < right.rawValue }
    }

    /// The lines that the strip to tick takes, or the code to photograph.
    var stripLines: Int { isDense ? 4 : 5 }
    /// The lines that the first item takes beyond what it says, for its frame and larger title.
    var leadLines: Int { PageBudget.leadLines(isDense: isDense) }

    private static func leadLines(isDense: Bool) -> Int { isDense ? 1 : 2 }
    /// The lines that a summary has at least.
    var leastSummary: Int { tightness == .noSummaries ? 0 : 1 }

    /// The budget of a page of that many items, with so many lines of notices. Beyond twelve, pages follow one another.
    init(items: Int, notices: Int, isDense: Bool, paper: Paper) {
        self.isDense = isDense
        let taller = paper == .letter ? 0 : 2
        lines = (isDense ? 46 : 45) + taller - min(notices, 12)
        let leadLines = PageBudget.leadLines(isDense: isDense)
        linesPerItem = max(4, min(9, (lines - leadLines) / max(1, items)))
    }

    /// Lines that a title may take.
    var titleLines: Int {
        isLarge ? 8 : tightness == .loose && linesPerItem >= 5 && (!isDense || linesPerItem >= 6) ? 2 : 1
    }
    /// Lines that a reason may take.
    var reasonLines: Int { isLarge ? 12 : tightness == .loose && linesPerItem >= 5 ? 2 : 1 }
    /// Columns of a title.
    var titleColumns: Int { 44 }
    /// Columns of an address.
    var addressColumns: Int { isDense ? 60 : 64 }
    /// Columns of a summary.
    var summaryColumns: Int { isDense ? 58 : 55 }
    /// Columns of a notice, which takes the whole width.
    static let noticeColumns = 112
    /// Columns of what answers a wish, in larger type.
    static let answerColumns = 84
    /// Columns of a reason.
    var reasonColumns: Int { isDense ? 62 : 60 }

    /// The lines that a text takes.
    static func lines(of text: String, columns: Int) -> Int {
        (TextWrap.width(of: text[...]) + columns - 1) / columns
    }
}
