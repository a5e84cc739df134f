import Content
import Output
import UseCases

/// A pin or a veto in the words of the desk.
struct RuleWords {
    let words: WordBook.Language

    /// What was just said.
    func lines(_ rule: SaidRule) -> [String] {
        let key =
            switch rule.verb {
            case .pin(let isAssigned): isAssigned ? "rule.assigned" : "rule.pin"
            case .veto: "rule.veto"
            case .unpin: "rule.unpin"
            case .unveto: "rule.unveto"
            case .approve: "rule.approve"
            case .unapprove: "rule.unapprove"
            }
        var line = words(key, ["what": subject(rule.subject), "whom": whom(rule.whom)])
        if let until = rule.until { line = words("rule.until", ["rule": line, "date": "\(until)"]) }
        return [rule.isNew ? line : words("said.again", ["said": line])]
    }

    /// What it is about.
    func subject(_ subject: RuleSubject) -> String {
        switch subject {
        case .article(let name): CleanText.line(name.title.text, limit: 160)
        case .unknownArticle(let id): id.rawValue
        case .topic(let topic): CleanText.line(topic.text, limit: 100)
        case .feed(let feed): CleanText.line(feed.text, limit: 100)
        }
    }

    /// Whom it is for.
    func whom(_ whom: Whom) -> String {
        switch whom {
        case .schoolClass(let name): words("frame.class", ["class": name.text])
        case .learner(let name): name.text
        }
    }
}
