import Content
import Output
import Phrases
import Pipeline
import UseCases

/// What the lists of a class hold, an article a row, and how each list stands.
struct ReviewPage: DeskPage {
    static let file = "review.html.mustache"
    static let scope = DeskScope(
        texts: [
            "class", "path", "edition", "seen", "summary", "heldPath", "stripsPath", "printPath", "approveLabel",
            "nothing", "without",
        ],
        flags: ["hasLists", "mayApprove", "isOver"],
        lists: [
            "rows": DeskScope(
                texts: [
                    "row", "code", "articleTitle", "link", "facts", "who", "keepLabel", "swapLabel", "vetoLabel",
                    "pinLabel", "next", "whomLabel",
                ] + ArticleLanguage.texts,
                flags: ["hasLink"] + ArticleLanguage.flags,
                lists: [
                    "reasons": DeskScope(texts: ["reason"]),
                    "holders": DeskScope(texts: ["holder", "holderName", "whyPath", "whyLabel"]),
                ]),
            "readers": DeskScope(
                texts: [
                    "reader", "readerName", "state", "asPath", "asLabel", "learnerPath", "approveOne", "holdOne",
                    "liftOne",
                ],
                flags: ["mayApproveOne", "mayHold", "mayLift", "isShort", "isLearner"]),
            "supplies": DeskScope(texts: ["supply"]),
        ])

    let schoolClass: String
    let outcome: ShowReview.Outcome
    let place = ""

    func title(_ words: WordBook.Language) -> String { words("review.heading", ["class": schoolClass]) }

    func fields(_ words: WordBook.Language) -> TemplateFields {
        let sheet = outcome.sheet
        let name = PercentText.encoded(schoolClass)
        let isOver = sheet.edition != nil && sheet.lists == 0 && sheet.out > 0
        return [
            "class": .text(schoolClass), "path": .attribute("/review/\(name)"),
            "edition": .attribute(sheet.edition.map { "\($0)" } ?? ""), "seen": .attribute(sheet.digest),
            "summary": .text(summary(sheet, words)), "heldPath": .attribute("/review/\(name)/held"),
            "stripsPath": .attribute("/strips/\(name)"), "printPath": .attribute("/print/\(name)"),
            "approveLabel": .text(
                words(sheet.waiting == 1 ? "review.approveOnly" : "review.approveAll", ["count": "\(sheet.waiting)"])),
            "hasLists": .flag(sheet.lists > 0), "mayApprove": .flag(sheet.waiting > 0), "isOver": .flag(isOver),
            "nothing": .text(nothing(words)),
            "without": outcome.without.isEmpty
                ? .nothing
                : .text(words("review.without", ["names": ReviewNotice(words: words).names(outcome.without)])),
            "rows": .list(sheet.rows.enumerated().map { row($0, $1, words) }),
            "readers": .list(sheet.readers.map { reader($0, words) }),
            "supplies": .list(
                outcome.supply.map { ["supply": .text(words("review.runsOut", ["name": $0.name]))] }),
        ]
    }

    private func summary(_ sheet: ReviewSheet, _ words: WordBook.Language) -> String {
        guard let edition = sheet.edition else { return "" }
        let key = sheet.lists == 1 ? "review.summaryOne" : "review.summaryMany"
        return words(
            key,
            [
                "edition": words.edition(edition), "count": "\(sheet.lists)", "waiting": "\(sheet.waiting)",
                "held": "\(sheet.held)", "out": "\(sheet.out)",
            ])
    }

    private func nothing(_ words: WordBook.Language) -> String {
        if let edition = outcome.sheet.edition {
            if outcome.sheet.lists > 0 { return "" }
            return outcome.sheet.out > 0
                ? words("review.allOut") : words("refusal.noEditionOf", ["edition": words.edition(edition)])
        }
        return outcome.lastOut.map { words("review.noneOpen", ["edition": words.edition($0)]) } ?? words("review.none")
    }

    private func row(_ number: Int, _ row: ReviewSheet.Row, _ words: WordBook.Language) -> TemplateFields {
        let title = CleanText.line(row.item.title, limit: 200)
        let link = SafeLink.web(row.item.url)
        let names = ReviewNotice(words: words)
        let who =
            row.learners.count == outcome.sheet.lists && outcome.sheet.lists > 1
            ? words("review.forAll", ["count": "\(row.learners.count)"])
            : words("review.for", ["names": names.names(row.learners.map { Verbatim($0.name) })])
        let told = SheetReasons(wording: outcome.wording, language: words.tag, anybody: words("review.anybody"))
            .told(row.reasons)
        return
            ([
                "row": .attribute("row-\(number + 1)"),
                "next": .attribute(number + 1 < outcome.sheet.rows.count ? "#row-\(number + 2)" : "#each-list"),
                "code": .attribute(row.item.code.rawValue), "articleTitle": .text(title),
                "link": .attribute(link ?? ""), "hasLink": .flag(link != nil),
                "facts": .text(ArticleFacts(row.item, words).line), "who": .text(who),
                "keepLabel": .attribute(words("review.keepLabel", ["title": title])),
                "swapLabel": .attribute(words("review.swapLabel", ["title": title])),
                "vetoLabel": .attribute(words("review.vetoLabel", ["title": title])),
                "pinLabel": .attribute(words("review.pinLabel", ["title": title])),
                "whomLabel": .attribute(words("review.whomLabel", ["title": title])),
                "reasons": .list(
                    told.map { reason in
                        let isSaidOfAll = reason.learners.count == row.learners.count
                        let whom = names.names(reason.learners.map { Verbatim($0.name) })
                        let line = isSaidOfAll || reason.text.contains(whom) ? reason.text : "\(whom): \(reason.text)"
                        return ["reason": .text(CleanText.line(line, limit: 400))]
                    }),
                "holders": .list(
                    row.learners.map { learner in
                        let why =
                            "/why/\(PercentText.encoded(learner.id.rawValue))/\(PercentText.encoded(row.item.code.rawValue))"
                        return [
                            "holder": .attribute(learner.id.rawValue), "holderName": .shown(Verbatim(learner.name)),
                            "whyPath": .attribute(why),
                            "whyLabel": .attribute(words("review.whyLabel", ["name": learner.name, "title": title])),
                        ]
                    }),
            ] as TemplateFields).inLanguage(row.item.language)
    }

    private func reader(_ reader: ReviewSheet.Reader, _ words: WordBook.Language) -> TemplateFields {
        let (id, name) = (PercentText.encoded(reader.learner.id.rawValue), reader.learner.name)
        let isPage = reader.learner.id.classRead != nil
        let edition = outcome.sheet.edition.map { "?edition=\(PercentText.encoded("\($0)"))" } ?? ""
        let state =
            reader.isOut
            ? "review.stateOut"
            : [
                .ready: "review.stateReady", .awaitingApproval: "review.stateWaiting", .held: "review.stateHeld",
                .withheld: "review.stateWithheld",
            ][reader.state] ?? "review.stateReady"
        let count = words(
            reader.articles == 1 ? "review.oneArticle" : "review.manyArticles", ["count": "\(reader.articles)"])
        return [
            "reader": .attribute(reader.learner.id.rawValue),
            "readerName": .shown(Verbatim(isPage ? words("review.classPage") : name)),
            "state": .text("\(words(state)) · \(count)"), "isShort": .flag(reader.isShort),
            "isLearner": .flag(!isPage),
            "asPath": .attribute("/as/\(id)\(edition)"), "asLabel": .text(words("review.asSeen", ["name": name])),
            "learnerPath": .attribute("/learner/\(id)"),
            "approveOne": .attribute(words("review.approveLabel", ["name": name])),
            "holdOne": .attribute(words("review.holdLabel", ["name": name])),
            "liftOne": .attribute(words("review.liftLabel", ["name": name])),
            "mayApproveOne": .flag(!isPage && !reader.isOut && reader.state == .awaitingApproval),
            "mayHold": .flag(!reader.isOut && [.ready, .awaitingApproval].contains(reader.state)),
            "mayLift": .flag(!reader.isOut && reader.state == .held),
        ]
    }
}
