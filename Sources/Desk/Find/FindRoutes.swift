import Content
import Output
import UseCases

/// Articles looked for and pinned, and the pins and vetoes that stand.
enum FindRoutes {
    static var all: [DeskRoute] {
        [
            DeskRoute(.get, "/find", for: .teacher, weight: .heavy, answer: find),
            DeskRoute(.post, "/pin", for: .teacher, answer: pin),
            DeskRoute(.get, "/rules", for: .teacher, answer: rules),
            DeskRoute(.post, "/rules/back", for: .teacher, answer: takeBack),
            DeskRoute(.post, "/rules/veto", for: .teacher, answer: veto),
        ]
    }

    private static let most = 20

    /// A value of the address, as somebody typed it; nil: nothing.
    private static func typed(_ visit: DeskVisit, _ name: String) throws(DeskRefusal) -> String? {
        guard let text = visit.request.query[name]?.trimmed, !text.isEmpty else { return nil }
        guard text.count <= 200, text.utf8.count <= 800 else { throw .tooLong(limit: 200) }
        return text
    }

    /// So many minutes; nil: any.
    private static func minutes(_ visit: DeskVisit) throws(DeskRefusal) -> Int? {
        guard let text = try typed(visit, "minutes") else { return nil }
        guard let minutes = Int(text), (1...600).contains(minutes) else { throw .notMinutes }
        return minutes
    }

    /// Words one by one, and what stands in quotes as one phrase.
    static func phrases(_ text: String) -> [String] {
        let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
        return parts.enumerated().flatMap { number, part -> [String] in
            number % 2 == 1 && number < parts.count - 1
                ? [String(part)] : part.split(whereSeparator: \.isWhitespace).map { String($0) }
        }
    }

    @Sendable private static func find(_ visit: DeskVisit) throws -> DeskAnswer {
        guard let person = visit.person else { throw DeskRefusal.noSession }
        let words = try typed(visit, "words")
        let level = try typed(visit, "level").map { $0.replacing("-", with: "..").replacing("–", with: "..") }
        var outcome: SearchArticles.Outcome?
        if let words {
            outcome = try SearchArticles(visit.open).run(
                .init(
                    words: Self.phrases(words), levels: level,
                    language: try typed(visit, "language"), minutes: try minutes(visit),
                    feed: try typed(visit, "feed"), limit: most), by: visit.actor, now: visit.now)
        }
        let members = try person.classes.map { name in
            (
                name,
                try ListStripReaders(visit.open).run(.init(schoolClass: name), by: visit.actor, now: visit.now).learners
            )
        }
        return .page(
            FindPage(query: visit.request.query, outcome: outcome, classes: members, here: visit.request.target))
    }

    /// For whom something is: `class:NAME` or `learner:ID`, which must be this person's.
    private static func audience(_ visit: DeskVisit) throws -> RuleAudience {
        let text = try visit.needed("for")
        if text.hasPrefix("class:") {
            return .schoolClass(try visit.schoolClass(named: String(text.dropFirst(6))).name)
        }
        guard text.hasPrefix("learner:"), let person = visit.person,
            let learner = try DeskAccess(visit.open).learner(String(text.dropFirst(8)), of: person)
        else { throw DeskRefusal.notYours }
        return .learner(learner.id.rawValue)
    }

    private static func until(_ visit: DeskVisit) throws -> CalendarDate? {
        guard let text = try visit.text("until", atMost: 10) else { return nil }
        guard let date = CalendarDate(iso: text) else { throw DeskRefusal.malformed }
        return date
    }

    /// Back to where a form was, within the part that it was in.
    private static func back(_ visit: DeskVisit) throws -> String {
        guard let here = try visit.text("here", atMost: 2_000), let (path, query) = DeskRequest.target(here),
            ["find", "rules"].contains(path.first)
        else { return "/rules" }
        return DeskRequest(.get, path: path, query: query, peer: .unixSocket).target
    }

    @Sendable private static func pin(_ visit: DeskVisit) throws -> DeskAnswer {
        let item = try visit.needed("item", atMost: 40)
        let audience = try audience(visit)
        let outcome = try PinArticle(visit.open).run(
            .init(
                item, for: audience, isAssigned: try visit.text("assigned") == "yes",
                isExact: try visit.text("exact") == "yes", until: try until(visit)), by: visit.actor, now: visit.now)
        var lines = RuleWords(words: visit.words).lines(outcome.rule)
        if let long = outcome.tooLong {
            lines.append(
                visit.words(
                    "find.tooLong",
                    ["name": long.learner.text, "pinned": "\(long.pinned)", "budget": "\(long.budget)"]))
        }
        if outcome.replaces { lines.append(visit.words("find.replaces")) }
        lines.append(visit.words("find.nextLists"))
        let undo = DeskNotice.Undo(
            path: "/rules/back",
            values: ["kind": "pin", "item": item, "for": try visit.needed("for"), "here": try back(visit)])
        return .see(
            try back(visit), DeskNotice(.done, lines, undo: outcome.rule.isNew && !outcome.replaces ? undo : nil))
    }

    @Sendable private static func veto(_ visit: DeskVisit) throws -> DeskAnswer {
        let topic = try visit.needed("topic", atMost: 100)
        let outcome = try VetoTopic(visit.open).run(
            .init(topic, for: try audience(visit), until: try until(visit)), by: visit.actor, now: visit.now)
        let undo = DeskNotice.Undo(
            path: "/rules/back", values: ["kind": "veto", "topic": topic, "for": try visit.needed("for")])
        return .see(
            "/rules",
            DeskNotice(
                .done, RuleWords(words: visit.words).lines(outcome.rule),
                // An undo would take back what stood before as well.
                undo: outcome.rule.isNew && !outcome.replaces ? undo : nil))
    }

    @Sendable private static func takeBack(_ visit: DeskVisit) throws -> DeskAnswer {
        let audience = try audience(visit)
        let rule: SaidRule
        if try visit.needed("kind") == "pin" {
            rule = try UnpinArticle(visit.open).run(
                .init(try visit.needed("item", atMost: 40), for: audience), by: visit.actor, now: visit.now)
        } else {
            let subject: TakeVetoBack.Subject =
                try visit.text("topic", atMost: 100).map { .topic($0) }
                ?? .article(try visit.needed("item", atMost: 40))
            rule = try TakeVetoBack(visit.open).run(.init(subject, for: audience), by: visit.actor, now: visit.now)
        }
        return .see(try back(visit), DeskNotice(.done, RuleWords(words: visit.words).lines(rule)))
    }

    @Sendable private static func rules(_ visit: DeskVisit) throws -> DeskAnswer {
        guard let person = visit.person else { throw DeskRefusal.noSession }
        let standing = try person.classes.flatMap { name in
            try [ListStandingRules.Kind.pins, .vetoes].flatMap { kind in
                try ListStandingRules(visit.open).run(
                    .init(kind, schoolClass: name), by: visit.actor, now: visit.now
                ).rules
            }
        }
        // Who is in two of their classes is there once.
        var seen: Set<Int64> = []
        return .page(
            RulesPage(rules: standing.filter { seen.insert($0.rule.number).inserted }, classes: person.classes))
    }
}
