import Content

/// Turns a document into the values that templates show: all choices of wording, cleaning and shortening are here, none
/// in the templates.
struct DocumentFields {
    /// How much of each text a form has room for, in characters.
    struct Room: Hashable {
        var title: Int
        var summary: Int
    }

    let document: ListDocument
    let words: SpokenWords
    /// What tells the reasons.
    let teller: ReasonTeller
    /// What is told, at each item and once for several.
    let told: SharedReasons
    /// What the learner is called, clean.
    let name: String
    /// The edition's day in words.
    let date: String

    /// A document with the words of its language.
    init(_ document: ListDocument, words: FixedWords, reasons: ReasonWording) {
        var texts = ItemTexts()
        self.init(document, words: words, reasons: reasons, texts: &texts)
    }

    /// The same, with what was told before.
    init(_ document: ListDocument, words: FixedWords, reasons: ReasonWording, texts: inout ItemTexts) {
        self.document = document
        self.words = words.spoken(in: document.language, to: document.role)
        let called = document.calledName ?? document.learnerName
        let teller = reasons.teller(role: document.role, name: called, language: document.language)
        told = SharedReasons(document.lines.map { texts.clauses($0.reasons, by: teller) })
        self.teller = teller
        name = CleanText.line(called, limit: 60)
        date = self.words.date(document.edition.date)
    }

    /// The names that mail and page share.
    static let sharedTexts = [
        "lang", "dir", "heading", "greeting", "name", "date", "school", "className", "teacher", "listCode", "overview",
        "madeBy", "sayHeading", "dataHeading", "start",
    ]
    static let sharedFlags = ["hasNotices", "hasAnswers", "forClass"]
    static let sharedLists: [String: TemplateScope] = [
        "notices": TemplateScope(texts: ["text"]), "answers": TemplateScope(texts: ["text"]),
        "remarks": TemplateScope(texts: ["text"]), "data": TemplateScope(texts: ["text"]),
    ]
    static let itemTexts = [
        "place", "code", "title", "feed", "minutes", "level", "summary", "reason", "itemLang", "url", "inLanguage",
        "linkMissing",
    ]
    static let itemFlags = ["pinned", "stretch", "lead"]
    static let wordTexts = WordKey.shownByTemplates.filter { !$0.isByRole }.map { "words.\($0.rawValue)" }

    /// What mail and page share, without the items and without the words that never change.
    func shared(extraNotices: [String] = []) -> TemplateFields {
        var fields = TemplateFields(sharing: words.constants)
        let own: [(String, TemplateValue)] = [
            ("lang", .text(words.language.tag)), ("dir", .text(document.direction.rawValue)),
            ("heading", .text(heading)), ("greeting", .text(greeting)), ("name", .text(name)),
            ("date", .text(date)), ("school", text(document.school)),
            ("className", optional(document.className, as: .classIs, hole: "class")),
            ("teacher", optional(document.teacher, as: .teacherIs, hole: "teacher")),
            ("listCode", .text(words.text(.listCode, ["code": listCode]))), ("overview", .text(overview)),
            ("madeBy", optional(document.school, as: .madeBy, hole: "school")),
            ("sayHeading", .text(words.text(.sayHeading))),
            ("dataHeading", .text(words.text(.dataHeading, ["name": name]))),
            ("start", .text(document.direction == .leftToRight ? "left" : "right")),
        ]
        for (name, value) in own { fields[name] = value }
        func list(_ texts: [String]) -> TemplateValue { .list(texts.map { ["text": .text($0)] }) }
        let remarks = extraNotices + self.remarks
        fields["hasAnswers"] = .flag(!answers.isEmpty)
        fields["hasNotices"] = .flag(!answers.isEmpty || !remarks.isEmpty)
        fields["answers"] = list(answers)
        fields["remarks"] = list(remarks)
        fields["notices"] = list(answers + remarks)
        fields["data"] = list(document.isForClass ? [words.text(.classData)] : dataUsed)
        fields["forClass"] = .flag(document.isForClass)
        return fields
    }

    /// Whom the list is for.
    var heading: String { words.text(document.isForClass ? .classHeading : .heading, ["name": name]) }

    private var greeting: String { words.text(document.isForClass ? .classGreeting : .greeting, ["name": name]) }

    /// What is shown of an item wherever it stands, taken from `texts`, or made and kept there.
    func values(of line: ListDocument.Line, room: Room, texts: inout ItemTexts) -> ItemValues {
        texts.values(of: line, in: words.language.tag, room: room) { constants(of: line, room: room) }
    }

    /// Why the item at an index of the list is in it, in sentences, but for what is said once for several.
    func reasons(at index: Int) -> [String] { told.own[index].map { teller.sentence($0) } }

    /// The reasons of an item where it stands alone, as in a program's line: none is without one. What several share is told with the feed.
    func reasonsAlone(at index: Int) -> [String] {
        guard told.own[index].isEmpty, let clause = told.all[index].first else { return reasons(at: index) }
        return [teller.sentence(clause, from: document.lines[index].feedTitle)]
    }

    /// The same as one text.
    func reason(at index: Int) -> String { reasons(at: index).joined(separator: " ") }

    /// How hard an item is, for whom that is told: the learner a mark beside their own level, others the level as a grade too, where it may
    /// be told.
    func level(of line: ListDocument.Line) -> String {
        let mark = line.difficulty.map { words.difficulty($0, name: name) }
        guard document.role != .learner else { return mark ?? "" }
        let unknown = document.tellsLevels ? words.text(.levelUnknown) : nil
        return [line.level.map { words.level($0) } ?? unknown, mark].compactMap { $0 }.joined(separator: " · ")
    }

    private func constants(of line: ListDocument.Line, room: Room) -> ItemValues {
        func prepared(_ text: String?, _ limit: Int) -> TemplateValue {
            .prepared(PreparedText(CleanText.line(text ?? "", limit: limit)))
        }
        return ItemValues(
            code: prepared(line.code.rawValue, 40), title: .prepared(PreparedText(title(line, limit: room.title))),
            feed: prepared(line.feedTitle, 60), minutes: .prepared(PreparedText(minutes(line.minutes))),
            summary: .prepared(PreparedText(Teaser.of(line.summary, room.summary))),
            itemLang: .prepared(PreparedText(languageTag(line.language))),
            url: SafeLink.web(line.url).map { .prepared(PreparedText($0, isLink: true)) } ?? .nothing,
            inLanguage: .prepared(PreparedText(inLanguage(line.language))),
            linkMissing: .prepared(PreparedText(linkMissing(line) ?? "")))
    }

    /// That an article has an address which cannot stand here: nothing is left out without a word.
    func linkMissing(_ line: ListDocument.Line) -> String? {
        let hasAddress = !(line.url ?? "").isEmpty
        return hasAddress && SafeLink.web(line.url) == nil ? words.text(.linkMissing) : nil
    }

    /// Which language an article is in, where it is another than that of the words around it.
    func inLanguage(_ tag: String?) -> String {
        let tag = languageTag(tag)
        return tag.isEmpty ? "" : words.text(.inLanguage, ["language": words.nameOfLanguage(tag)])
    }

    /// The list's code, clean enough for a subject and a boundary.
    var listCode: String {
        String(decoding: document.listCode.utf8.filter { Wire.isWord($0) || $0 == 0x2D }.prefix(40), as: UTF8.self)
    }

    /// How many articles and minutes it is in all.
    var overview: String {
        let known = document.lines.compactMap(\.minutes)
        let total = known.reduce(0) { $0 + min(max($1, 0), 1_000) }
        let count = document.lines.count
        let key: WordKey =
            count == 1
            ? .overviewOne
            : known.count == count ? .overviewMany : known.isEmpty ? .overviewUntimed : .overviewSome
        let isUntimed = known.isEmpty && count > 0
        return words.text(key, ["count": String(count), "minutes": minutes(isUntimed ? nil : total)])
    }

    /// The title of a line, never empty: its code stands in.
    func title(_ line: ListDocument.Line, limit: Int) -> String {
        let title = CleanText.line(line.title, limit: limit)
        return title.isEmpty ? line.code.rawValue : title
    }

    /// Minutes of reading in words; that nobody knows them, where nobody does.
    func minutes(_ count: Int?) -> String {
        count.map { words.count($0, one: .minutesOne, many: .minutesMany) } ?? words.text(.minutesUnknown)
    }

    private func text(_ text: String?, limit: Int = 80) -> TemplateValue {
        .text(CleanText.line(text ?? "", limit: limit))
    }

    private func optional(_ text: String?, as key: WordKey, hole: String) -> TemplateValue {
        let clean = CleanText.line(text ?? "", limit: 80)
        return clean.isEmpty ? .nothing : .text(words.text(key, [hole: clean]))
    }

    /// The tag for an item in another language than the words around it; nothing for one that is none.
    func languageTag(_ tag: String?) -> String {
        guard let tag, tag.utf8.count <= 35, tag.utf8.allSatisfy({ Wire.isWord($0) || $0 == 0x2D }),
            WordingFolder.primary(tag) != WordingFolder.primary(words.language.tag)
        else { return "" }
        return tag
    }
}

/// Small facts about bytes in headers and codes.
enum Wire {
    /// Whether a byte is an ASCII letter or digit.
    static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
}
