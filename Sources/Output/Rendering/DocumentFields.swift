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
    private let teller: ReasonTeller
    /// The learner's name, clean.
    let name: String
    /// The edition's day in words.
    let date: String

    /// A document with the words of its language.
    init(_ document: ListDocument, words: Words, reasons: ReasonWording) {
        self.document = document
        self.words = words.spoken(in: document.language, to: document.role)
        teller = reasons.teller(role: document.role, name: document.learnerName, language: document.language)
        name = CleanText.line(document.learnerName, limit: 60)
        date = self.words.date(document.edition.date)
    }

    /// The names that mail and page share.
    static let sharedTexts = [
        "lang", "dir", "heading", "greeting", "name", "date", "school", "className", "teacher", "listCode", "overview",
        "madeBy", "sayHeading", "dataHeading", "start",
    ]
    static let sharedFlags = ["hasNotices"]
    static let sharedLists: [String: TemplateScope] = [
        "notices": TemplateScope(texts: ["text"]), "data": TemplateScope(texts: ["text"]),
    ]
    static let itemTexts = [
        "place", "code", "title", "feed", "minutes", "level", "summary", "reason", "itemLang", "url",
    ]
    static let itemFlags = ["pinned", "stretch"]
    static let wordTexts = WordKey.shownByTemplates.filter { !$0.isByRole }.map { "words.\($0.rawValue)" }

    /// What mail and page share, without the items and without the words that never change.
    func shared(extraNotices: [String] = []) -> TemplateFields {
        var fields = TemplateFields(sharing: words.constants)
        let own: [(String, TemplateValue)] = [
            ("lang", .text(words.language.tag)), ("dir", .text(document.direction.rawValue)),
            ("heading", .text(words.text(.heading, ["name": name]))),
            ("greeting", .text(words.text(.greeting, ["name": name]))), ("name", .text(name)),
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
        let empty = document.lines.isEmpty ? [words.text(.noticeEmpty)] : []
        let notices = extraNotices + document.notices.map { notice($0) } + empty
        fields["hasNotices"] = .flag(!notices.isEmpty)
        fields["notices"] = .list(notices.map { ["text": .text($0)] })
        fields["data"] = .list(dataUsed.map { ["text": .text($0)] })
        return fields
    }

    /// What is shown of an item wherever it stands, taken from `texts`, or made and kept there.
    func values(of line: ListDocument.Line, room: Room, texts: inout ItemTexts) -> ItemValues {
        texts.values(of: line, in: words.language.tag, room: room) { constants(of: line, room: room) }
    }

    /// Why an item is in the list, for a template.
    func reason(_ line: ListDocument.Line, texts: inout ItemTexts) -> TemplateValue {
        texts.sentences(line.reasons, by: teller)
    }

    /// Why an item is in the list, in sentences.
    func reason(_ line: ListDocument.Line) -> String { teller.sentences(line.reasons).joined(separator: " ") }

    /// The same, where it may be known already.
    func reasonText(_ line: ListDocument.Line, texts: inout ItemTexts) -> String {
        texts.text(line.reasons, by: teller)
    }

    private func constants(of line: ListDocument.Line, room: Room) -> ItemValues {
        func prepared(_ text: String?, _ limit: Int) -> TemplateValue {
            .prepared(PreparedText(CleanText.line(text ?? "", limit: limit)))
        }
        return ItemValues(
            code: prepared(line.code.rawValue, 40), title: .prepared(PreparedText(title(line, limit: room.title))),
            feed: prepared(line.feedTitle, 60), minutes: .prepared(PreparedText(minutes(line.minutes))),
            level: .prepared(PreparedText(line.level.map(words.level) ?? "")),
            summary: room.summary > 0 ? prepared(line.summary, room.summary) : .nothing,
            itemLang: .prepared(PreparedText(languageTag(line.language))),
            url: SafeLink.web(line.url).map { .prepared(PreparedText($0, isLink: true)) } ?? .nothing)
    }

    /// The list's code, clean enough for a subject and a boundary.
    var listCode: String {
        String(decoding: document.listCode.utf8.filter { Wire.isWord($0) || $0 == 0x2D }.prefix(40), as: UTF8.self)
    }

    /// How many articles and minutes it is in all.
    var overview: String {
        let total = document.lines.reduce(0) { $0 + min(max($1.minutes, 0), 1_000) }
        return words.text(
            document.lines.count == 1 ? .overviewOne : .overviewMany,
            ["count": String(document.lines.count), "minutes": minutes(total)])
    }

    /// The title of a line, never empty: its code stands in.
    func title(_ line: ListDocument.Line, limit: Int) -> String {
        let title = CleanText.line(line.title, limit: limit)
        return title.isEmpty ? line.code.rawValue : title
    }

    func minutes(_ count: Int) -> String { words.count(count, one: .minutesOne, many: .minutesMany) }

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
            tag.lowercased() != words.language.tag.lowercased()
        else { return "" }
        return tag
    }

    /// A notice in words.
    func notice(_ notice: ListNotice) -> String {
        switch notice {
        case .rankedWithout(let scorer): words.text(.noticeWithout, ["scorer": words.scorer(scorer)])
        case .answer(let answer, let place): self.answer(answer, place)
        case .text(let text): CleanText.line(text, limit: 300)
        }
    }

    private func answer(_ answer: WishAnswer, _ place: Int?) -> String {
        let topic = CleanText.line(answer.names?[words.language.tag] ?? answer.phrase, limit: 40)
        // What was found may have been taken out since.
        let outcome = answer.outcome == .found && place == nil ? .later : answer.outcome
        let key: WordKey =
            switch outcome {
            case .found: .answerFound
            case .later: .answerLater
            case .harder: .answerHarder
            case .nothing: .answerNothing
            case .had: .answerHad
            case .teacherChooses: .answerTeacher
            case .ask: .answerAsk
            }
        let asked: WordKey =
            switch answer.origin {
            case .teacher: .askedByTeacher
            case .guardian: .askedByGuardian
            case .learner, .roster: .askedByLearner
            }
        let said =
            words.text(asked, ["topic": topic, "name": name])
            + words.text(key, ["place": place.map { String($0) } ?? ""])
        // What is typed to let it go is the wish as it was said.
        let phrase = CleanText.line(answer.phrase, limit: 40)
        return answer.isOld ? said + " " + words.text(.answerOld, ["topic": phrase]) : said
    }

    var dataUsed: [String] {
        let known = document.dataUsed.compactMap { used -> String? in
            switch used {
            case .interests(let topics): list(topics, as: .dataInterests)
            case .asked(let topics): list(topics, as: .dataAsked)
            case .avoided(let topics): list(topics, as: .dataAvoided)
            case .needs(let topics): list(topics, as: .dataNeeds)
            case .strengths(let topics): list(topics, as: .dataStrengths)
            case .level(let level): words.text(.dataLevel, ["level": words.level(level)])
            case .grade(let grade): words.text(.dataGrade, ["grade": String(grade)])
            case .wishes(let count): words.count(count, one: .dataWishesOne, many: .dataWishesMany)
            case .more: words.text(.dataMore)
            }
        }
        let silent = document.silentScorers.map { words.scorer($0) }
        let unspoken =
            silent.isEmpty ? [] : [words.text(.dataSilent, ["list": silent.joined(separator: words.text(.listComma))])]
        return (known.isEmpty ? [words.text(.dataNothing)] : known) + unspoken
    }

    private func list(_ topics: [String], as key: WordKey) -> String? {
        let clean = topics.map { CleanText.line($0, limit: 40) }.filter { !$0.isEmpty }
        return clean.isEmpty ? nil : words.text(key, ["list": clean.joined(separator: words.text(.listComma))])
    }
}

/// Small facts about bytes in headers and codes.
enum Wire {
    /// Whether a byte is an ASCII letter or digit.
    static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
}
