import Content
import JSON
import Pipeline
import UseCases

extension ListStandingRules.Outcome: Told, ToldAsJSON {
    /// A table.
    public var lines: [String] {
        guard !rules.isEmpty else {
            switch kind {
            case .pins: return ["No pin stands."]
            case .vetoes: return ["No veto stands."]
            }
        }
        var table = TextTable([
            .init("code"), .init("what", widest: 48), .init("for", widest: 30), .init("by", widest: 30),
            .init("since"), .init("until"),
        ])
        for standing in rules {
            let rule = standing.rule
            table.add([
                standing.item.map { "\($0.code)" } ?? "", what(standing), standing.whom.words, rule.by,
                "\(rule.at.utcDate)", rule.until.map { "\($0)" } ?? "forever",
            ])
        }
        return table.lines
    }

    private func what(_ standing: StandingRule) -> String {
        var what = standing.item?.title ?? standing.subject.words
        if standing.rule.assigned { what += " (assigned)" }
        if standing.rule.exact { what += " (this version)" }
        return what
    }

    /// What is not understood.
    public var findings: [Finding] { unread.map { $0.finding } }

    private struct Line: Encodable {
        let address: String?
        let article: ItemCode?
        let assigned: Bool?
        let by: String
        let `class`: String?
        let feed: String?
        let kind: String
        let learner: LearnerID?
        let name: String?
        let since: Timestamp
        let title: String?
        let topic: String?
        let until: String
    }

    /// A line a rule.
    public func jsonLines() throws -> [String] {
        try rules.map { standing in
            let rule = standing.rule
            var (schoolClass, learner, topic): (String?, LearnerID?, String?) = (nil, nil, nil)
            switch rule.scope {
            case .schoolClass(let name): schoolClass = name
            case .learner(let id): learner = id
            }
            if case .topic(let said) = rule.target { topic = said }
            var feed: String?
            if case .feed(let address) = rule.target { feed = address }
            return try JSONText.of(
                Line(
                    address: standing.item?.url, article: standing.item?.code,
                    assigned: rule.kind == .pin ? rule.assigned : nil, by: rule.by, class: schoolClass,
                    feed: feed, kind: rule.kind.rawValue, learner: learner,
                    name: learner == nil ? nil : standing.whom.words,
                    since: rule.at, title: standing.item?.title, topic: topic, until: rule.until?.iso ?? "forever"))
        }
    }
}
