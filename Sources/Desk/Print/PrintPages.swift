import Content
import Output
import UseCases

/// A list as its reader sees it: the mail and the printed page beside each other.
struct AsSeenPage: DeskPage {
    static let file = "asseen.html.mustache"
    static let scope = DeskScope(
        texts: [
            "subject", "state", "mailPath", "pagePath", "mailTitle", "pageTitle", "otherPath", "otherLabel", "goes",
        ],
        flags: ["hasOther"])

    let learner: Learner
    let outcome: ShowListAsSeen.Outcome
    let isGuardians: Bool
    let place = ""

    func title(_ words: WordBook.Language) -> String {
        words(isGuardians ? "asseen.titleOfGuardian" : "asseen.title", ["name": learner.name])
    }

    func fields(_ words: WordBook.Language) -> TemplateFields {
        let base = "/as/\(PercentText.encoded(learner.id.rawValue))"
        let edition = "edition=\(PercentText.encoded("\(outcome.edition)"))"
        let to = isGuardians ? "&to=guardian" : ""
        let state = [
            ReadingList.State.ready: "review.stateReady", .awaitingApproval: "review.stateWaiting",
            .held: "review.stateHeld", .withheld: "review.stateWithheld",
        ][outcome.state]
        let goes = outcome.addresses == 0 ? "asseen.noMail" : "asseen.mailed"
        return [
            "subject": .shown(outcome.subject), "state": .text(words(state ?? "review.stateReady")),
            "goes": .text(words(goes)),
            "mailPath": .attribute("\(base)/mail?\(edition)\(to)"), "pagePath": .attribute("\(base)/page?\(edition)"),
            "mailTitle": .attribute(words("asseen.mailOf", ["name": learner.name])),
            "pageTitle": .attribute(words("asseen.pageOf", ["name": learner.name])),
            "hasOther": .flag(outcome.hasGuardians),
            "otherPath": .attribute("\(base)?\(edition)" + (isGuardians ? "" : "&to=guardian")),
            "otherLabel": .text(words(isGuardians ? "asseen.toLearner" : "asseen.toGuardian", ["name": learner.name])),
        ]
    }
}

/// What there is to print of a class.
struct PrintPage: DeskPage {
    static let file = "print.html.mustache"
    static let scope = DeskScope(
        texts: ["packetPath", "packetLabel", "edition", "waiting"], flags: ["hasPacket", "hasWaiting"],
        lists: ["pages": DeskScope(texts: ["learner", "pagePath"])])

    let schoolClass: String
    let outcome: ShowPagesToPrint.Outcome
    let place = ""

    func title(_ words: WordBook.Language) -> String { words("print.title", ["class": schoolClass]) }

    func fields(_ words: WordBook.Language) -> TemplateFields {
        let base = "/print/\(PercentText.encoded(schoolClass))"
        let edition = outcome.edition.map { "?edition=\(PercentText.encoded("\($0)"))" } ?? ""
        let inside = outcome.inside
        let waiting = ReviewNotice(words: words).names(
            outcome.outside.filter { $0.id.classRead == nil }.map { Verbatim($0.name) })
        return [
            "packetPath": .attribute("\(base)/packet\(edition)"), "hasPacket": .flag(outcome.html != nil),
            "packetLabel": .text(
                words(inside.count == 1 ? "print.packetOne" : "print.packet", ["count": "\(inside.count)"])),
            "edition": .text(outcome.edition.map { words("strips.edition", ["edition": words.edition($0)]) } ?? ""),
            "waiting": .text(words("print.waiting", ["names": waiting])), "hasWaiting": .flag(!waiting.isEmpty),
            "pages": .list(
                inside.filter { $0.id.classRead == nil }.map { learner in
                    [
                        "learner": .shown(Verbatim(learner.name)),
                        "pagePath": .attribute("\(base)/page/\(PercentText.encoded(learner.id.rawValue))\(edition)"),
                    ]
                }),
        ]
    }
}
