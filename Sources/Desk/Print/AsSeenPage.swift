import Content
import Output
import UseCases

/// A list as those see it whom it goes to: each mail, and the printed page.
struct AsSeenPage: DeskPage {
    static let file = "asseen.html.mustache"
    static let scope = DeskScope(
        texts: ["name", "edition", "state", "pagePath", "pageTitle", "learnerPath", "noMail", "why"],
        flags: ["isThere", "isPreview", "leavesOut"],
        lists: ["mails": DeskScope(texts: ["mailHeading", "mailPath", "mailTitle", "subject", "aloneLabel"])])

    let outcome: ShowListAsSeen.Outcome
    let place = ""

    func title(_ words: WordBook.Language) -> String { words("asseen.title", ["name": outcome.learner.name]) }

    func fields(_ words: WordBook.Language) -> TemplateFields {
        let name = outcome.learner.name
        let base = "/as/\(PercentText.encoded(outcome.learner.id.rawValue))"
        let query = outcome.edition.map { "?edition=\(PercentText.encoded("\($0)"))" } ?? ""
        let seen = outcome.seen
        return [
            "name": .shown(Verbatim(name)),
            "edition": .text(outcome.edition.map { words("strips.edition", ["edition": words.edition($0)]) } ?? ""),
            "state": .text(state(words)), "isThere": .flag(seen != nil), "why": .text(why(words)),
            "isPreview": .flag(seen.map { $0.state != .ready } ?? false), "leavesOut": .flag(seen?.leavesOut ?? false),
            "noMail": .text(noMail(words)),
            "pagePath": .attribute("\(base)/page\(query)"),
            "pageTitle": .attribute(
                outcome.pageOf.map { words("asseen.pageOfClass", ["class": $0.text]) }
                    ?? words("asseen.pageOf", ["name": name])),
            "learnerPath": .attribute("/learner/\(PercentText.encoded(outcome.learner.id.rawValue))"),
            "mails": .list(
                (seen?.copies ?? []).map { copy in
                    let heading = heading(copy, words)
                    let path = "\(base)/mail" + (query.isEmpty ? "?" : "\(query)&") + "to=\(Self.value(copy.reader))"
                    return [
                        "mailHeading": .text(heading), "mailPath": .attribute(path), "mailTitle": .attribute(heading),
                        "subject": .text(CleanText.line(copy.subject, limit: 200)),
                        "aloneLabel": .attribute(words("asseen.aloneLabel", ["what": heading])),
                    ]
                }),
        ]
    }

    /// Whose mail it is, and the language where it is somebody else's.
    private func heading(_ copy: ListPreview.Copy, _ words: WordBook.Language) -> String {
        let language = outcome.words.nameOfLanguage(copy.language, in: words.tag)
        let guardians = outcome.seen?.copies.count { $0.reader != .learner } ?? 0
        return switch copy.reader {
        case .learner: words("asseen.mailOf", ["name": outcome.learner.name])
        case .guardian(let number):
            guardians > 1
                ? words("asseen.mailOfOneGuardian", ["number": "\(number)", "language": language])
                : words("asseen.mailOfGuardian", ["language": language])
        }
    }

    private func state(_ words: WordBook.Language) -> String {
        guard let seen = outcome.seen else { return "" }
        if outcome.isOut { return words("review.stateOut") }
        switch seen.state {
        case .ready: return words("review.stateReady")
        case .awaitingApproval: return words("review.stateWaiting")
        case .held: return words("review.stateHeld")
        case .withheld: return words("review.stateWithheld")
        }
    }

    /// Why no mail goes out with it.
    private func noMail(_ words: WordBook.Language) -> String {
        guard let seen = outcome.seen, seen.copies.isEmpty else { return "" }
        let name = outcome.learner.name
        if let schoolClass = outcome.pageOf {
            return words("asseen.getsClassPage", ["name": name, "class": schoolClass.text])
        }
        return words(seen.hasSender ? "asseen.nobodyMailed" : "asseen.noSender", ["name": name])
    }

    /// Why there is nothing to see.
    private func why(_ words: WordBook.Language) -> String {
        let name = ["name": outcome.learner.name]
        switch outcome.missing {
        case nil: return ""
        case .noList: return words("asseen.noList", name)
        case .notProfiled: return words("asseen.notProfiled", name)
        case .willNotGoOut: return words("asseen.willNotGoOut", name)
        }
    }

    /// A reader as an address has them.
    static func value(_ reader: ListPreview.Reader) -> String {
        switch reader {
        case .learner: "learner"
        case .guardian(let number): "guardian-\(number)"
        }
    }

    /// A reader as an address has them; nil where it is none.
    static func reader(_ value: String) -> ListPreview.Reader? {
        switch value {
        case "learner": return .learner
        default:
            guard value.hasPrefix("guardian-"), let number = Int(value.dropFirst(9)),
                number > 0
            else { return nil }
            return .guardian(number)
        }
    }
}
