import Content
import Output
import UseCases

/// What there is to print of a class, and whose pages there are not.
struct PrintPage: DeskPage {
    static let file = "print.html.mustache"
    static let scope = DeskScope(
        texts: ["packetPath", "packetLabel", "edition", "classPagePath", "classPageFate"],
        flags: ["hasPacket", "hasPages", "hasClassPage", "mayPrintClassPage", "hasMissing", "hasEditions"],
        lists: [
            "pages": DeskScope(texts: ["learner", "pagePath", "remark"]),
            "missing": DeskScope(texts: ["whose"]),
            "editions": DeskScope(texts: ["editionName", "editionPath"], flags: ["isShown"]),
        ])

    let schoolClass: String
    let outcome: ShowPagesToPrint.Outcome
    let place = ""

    /// The reasons why there is no page, in the order in which they are told.
    private static let missing: [(fate: ShowPagesToPrint.Fate, key: String)] = [
        (.waits, "print.waits"), (.isHeld, "print.held"), (.wasNotApproved, "print.notApproved"),
        (.isWithdrawn, "print.withdrawn"), (.isNotUnderstood, "print.notUnderstood"), (.isMissing, "print.noList"),
        (.getsClassPage, "print.classPageFor"),
    ]

    func title(_ words: WordBook.Language) -> String { words("print.title", ["class": schoolClass]) }

    func fields(_ words: WordBook.Language) -> TemplateFields {
        let base = "/print/\(PercentText.encoded(schoolClass))"
        let query = outcome.edition.map { Self.query($0) } ?? ""
        let count = outcome.pages.count { $0.fate == .isIn }
        let printable = outcome.pages.filter { page in
            if case .isInPacket = page.fate { true } else { page.fate == .isIn }
        }
        let missing = missing(words)
        return [
            "packetPath": .attribute("\(base)/packet\(query)"), "hasPacket": .flag(count > 0),
            "packetLabel": .text(words(count == 1 ? "print.packetOne" : "print.packet", ["count": "\(count)"])),
            "edition": .text(outcome.edition.map { words("strips.edition", ["edition": words.edition($0)]) } ?? ""),
            "classPagePath": .attribute("\(base)/page\(query)"), "hasClassPage": .flag(outcome.classPage != nil),
            "mayPrintClassPage": .flag(outcome.classPage == .isIn), "classPageFate": .text(classPage(words)),
            "hasPages": .flag(!printable.isEmpty), "hasMissing": .flag(!missing.isEmpty),
            "hasEditions": .flag(outcome.editions.count > 1),
            "pages": .list(printable.map { page($0, "\(base)/page", query, words) }),
            "missing": .list(missing.map { ["whose": .text($0)] }),
            "editions": .list(
                outcome.editions.map { edition in
                    [
                        "editionName": .text(words.edition(edition)),
                        "editionPath": .attribute(base + Self.query(edition)),
                        "isShown": .flag(edition == outcome.edition),
                    ]
                }),
        ]
    }

    private static func query(_ edition: Edition) -> String { "?edition=\(PercentText.encoded("\(edition)"))" }

    private func page(
        _ page: ShowPagesToPrint.Page, _ base: String, _ query: String, _ words: WordBook.Language
    ) -> TemplateFields {
        var remark = ""
        if case .isInPacket(let other) = page.fate { remark = words("print.withOther", ["class": other.text]) }
        return [
            "learner": .shown(Verbatim(page.learner.name)), "remark": .text(remark),
            "pagePath": .attribute("\(base)/\(PercentText.encoded(page.learner.id.rawValue))\(query)"),
        ]
    }

    /// Whose pages there are not, a line a reason.
    private func missing(_ words: WordBook.Language) -> [String] {
        Self.missing.compactMap { fate, key in
            let names = outcome.pages.filter { $0.fate == fate }.map { Verbatim($0.learner.name) }
            guard !names.isEmpty else { return nil }
            let isWithoutPage = fate == .getsClassPage && outcome.classPage == nil
            return words(
                isWithoutPage ? "print.noClassPage" : key,
                ["names": ReviewNotice(words: words).names(names, most: names.count)])
        }
    }

    /// What becomes of the page of the class, where it may not be printed.
    private func classPage(_ words: WordBook.Language) -> String {
        switch outcome.classPage {
        case nil, .isIn, .isInPacket: ""
        case .waits: words("print.classPageWaits")
        default: words("print.classPageNot")
        }
    }
}
