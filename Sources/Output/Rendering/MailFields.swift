import Content

/// The values that the two mail templates show, and the subject and preheader.
struct MailFields {
    let shared: DocumentFields
    let envelope: Envelope

    /// The names that mail templates can use.
    static let scope: TemplateScope = {
        var lists = DocumentFields.sharedLists
        lists["items"] = itemScope
        return TemplateScope(
            texts: DocumentFields.sharedTexts + DocumentFields.wordTexts + [
                "subject", "preheader", "sayHow", "sayHowText", "topicLink", "stopLink", "stopPlain",
            ], flags: DocumentFields.sharedFlags, lists: lists)
    }()

    /// The names that an item of a mail has. ``item(_:room:links:texts:)`` gives their values in this order.
    static let itemScope = TemplateScope(
        texts: DocumentFields.itemTexts + ["moreLink", "lessLink", "tooEasyLink", "tooHardLink"],
        flags: DocumentFields.itemFlags)

    private var document: ListDocument { shared.document }
    private var words: SpokenWords { shared.words }

    /// The subject: a name and a date, nothing of levels or needs.
    let subject: String

    /// The values of a document's mail.
    init(shared: DocumentFields, envelope: Envelope) {
        self.shared = shared
        self.envelope = envelope
        subject = shared.words.text(.subject, ["name": shared.name, "date": shared.date])
    }

    /// What mail programs show beside the subject: the first titles. Items that are there for a need or a level are not
    /// named, since a title beside a name on a locked screen can tell what a learner struggles with.
    var preheader: String {
        let open = document.lines.filter { line in
            !line.reasons.contains { reason in
                switch reason {
                // What may not be named may be a need.
                case .stretch, .unnamed: true
                case .scored(_, let evidence): evidence.tellsLevelOrNeed
                case .pinned, .bestLeft: false
                }
            }
        }
        let titles = open.prefix(2).map { words.language.direction.isolating(shared.title($0, limit: 60)) }
        let overview = shared.overview
        if titles.isEmpty { return words.text(.preheaderPlain, ["overview": overview]) }
        return words.text(
            .preheader, ["titles": titles.joined(separator: words.text(.listComma)), "overview": overview])
    }

    /// The values for the items that a fit keeps. What is left out is said in a notice.
    func fields(_ fit: MailFit, texts: inout ItemTexts) -> TemplateFields {
        var notices: [String] = []
        if fit.room.summary == 0 { notices.append(words.text(.noticeSummaries)) }
        if fit.room.title < MailFit.whole.title { notices.append(words.text(.noticeTitles)) }
        let missing = document.lines.count - fit.count
        if missing > 0 { notices.append(words.text(.noticeItems, ["count": String(missing)])) }
        var fields = shared.shared(extraNotices: notices)
        let links = SayBack.ItemLinks(to: envelope.wishes.address, listCode: shared.listCode)
        fields["items"] = .list(
            document.lines.prefix(fit.count).indices.map { item($0, room: fit.room, links: links, texts: &texts) })
        let stop = SayBack.stopSubject(listCode: shared.listCode)
        let example = "\(document.lines.first?.code.rawValue ?? "H4XQZ") \(words.text(.typedMore))"
        let typed = MailedWish.allCases.map { words.text(WordKey.typed($0)) }.joined(separator: ", ")
        fields["subject"] = .text(subject)
        fields["preheader"] = .text(preheader)
        fields["sayHow"] = .text(words.text(.sayHow, ["example": example]))
        fields["sayHowText"] = .text(
            words.text(.sayHowText, ["example": example, "words": typed, "name": shared.name]))
        fields["topicLink"] = .link(
            SayBack.link(
                to: envelope.wishes.address, subject: SayBack.topicSubject(listCode: shared.listCode),
                body: words.text(.wantToRead) + " "))
        fields["stopLink"] = .link(SayBack.link(to: envelope.wishes.address, subject: stop))
        fields["stopPlain"] = .text(
            words.text(.stopPlain, ["address": envelope.wishes.address, "subject": stop]))
        return fields
    }

    /// The values of one item, in the order of ``itemScope``.
    private func item(
        _ index: Int, room: DocumentFields.Room, links: SayBack.ItemLinks, texts: inout ItemTexts
    ) -> TemplateFields {
        let line = document.lines[index]
        let values = shared.values(of: line, room: room, texts: &texts)
        let about = links.link(place: line.place, code: line.code)
        func link(_ wish: MailedWish) -> TemplateValue { .link(about + wish.rawValue) }
        return TemplateFields(row: [
            .text(String(line.place)), values.code, values.title, values.feed, values.minutes,
            .text(shared.level(of: line)), values.summary, .text(shared.reason(at: index)), values.itemLang, values.url,
            values.inLanguage, values.linkMissing, link(.more), link(.less), link(.tooEasy), link(.tooHard),
            .flag(line.side == .pin), .flag(line.side == .stretch), .flag(index == 0),
        ])
    }
}
