import Content
import Output
import UseCases

/// What is known of a learner, from whom and since when, with what puts it right.
struct LearnerPage: DeskPage {
    static let file = "learner.html.mustache"
    static let scope = DeskScope(
        texts: [
            "path", "name", "facts", "agreed", "dialSaid", "minutesSaid", "levelSaid", "minutes", "level", "levelRests",
            "dialSeen", "minutesSeen", "levelSeen",
        ],
        flags: ["isProfiled"],
        lists: [
            "dials": DeskScope(texts: ["dial", "dialName"], flags: ["isChosen"]),
            "stances": DeskScope(
                texts: ["stance", "kind", "seenOfKind", "addLabel", "field"], flags: ["mayChange", "isEmpty"],
                lists: [
                    "topics": DeskScope(
                        texts: ["topic", "said", "members", "removeLabel", "topicValue"],
                        flags: ["mayRemove", "hasMembers"])
                ]),
            "answers": DeskScope(texts: ["answer"]),
            "lists": DeskScope(
                texts: ["edition", "state"],
                lists: [
                    "articles": DeskScope(
                        texts: ["articleTitle", "whyPath", "whyLabel"] + ArticleLanguage.texts,
                        flags: ArticleLanguage.flags)
                ]),
            "statements": DeskScope(texts: ["statement", "said", "number", "backLabel"], flags: ["mayTakeBack"]),
        ])

    let outcome: ShowLearnerAtDesk.Outcome
    let place = ""

    func title(_ words: WordBook.Language) -> String { CleanText.line(outcome.learner.name, limit: 100) }

    func fields(_ words: WordBook.Language) -> TemplateFields {
        let learner = outcome.learner
        return [
            "path": .attribute("/learner/\(PercentText.encoded(learner.id.rawValue))"),
            "name": .shown(Verbatim(learner.name)), "facts": .text(facts(words)), "agreed": .text(agreed(words)),
            "isProfiled": .flag(outcome.isProfiled),
            "dialSaid": .text(said(.dial, words)), "minutesSaid": .text(said(.minutes, words)),
            "levelSaid": .text(said(.level, words)),
            "minutes": .attribute(learner.minutes.map { "\($0)" } ?? ""),
            "level": .attribute(outcome.band.map { ReadingBand.written($0.level) } ?? ""),
            "levelRests": .text(levelRests(words)),
            "dialSeen": .attribute(seen(.dial)), "minutesSeen": .attribute(seen(.minutes)),
            "levelSeen": .attribute(seen(.level)),
            "dials": .list(dials(words)),
            "stances": .list(
                outcome.isProfiled ? ShowLearnerAtDesk.Stance.allCases.map { stance($0, words) } : []),
            "answers": .list(
                outcome.answers.map { answer in
                    let phrase = answer.phrase?.text ?? words("learner.hidden")
                    return ["answer": .text(words("answer.\(answer.outcome.rawValue)", ["topic": phrase]))]
                }),
            "lists": .list(outcome.lists.map { given($0, words) }),
            "statements": .list(outcome.statements.map { statement($0, words) }),
        ]
    }

    private func dials(_ words: WordBook.Language) -> [TemplateFields] {
        let chosen = outcome.learner.dial?.rawValue
        let ofClass = Self.dial("", words("learner.dialOfClass"), chosen == nil)
        return [ofClass]
            + (0...4).map { (dial: Int) in Self.dial("\(dial)", words("learner.dial\(dial)"), chosen == dial) }
    }

    private static func dial(_ value: String, _ name: String, _ isChosen: Bool) -> TemplateFields {
        ["dial": .attribute(value), "dialName": .text(name), "isChosen": .flag(isChosen)]
    }

    private func facts(_ words: WordBook.Language) -> String {
        let learner = outcome.learner
        var parts = learner.classes.map { words("frame.class", ["class": $0]) }
        parts.append(words("learner.grade", ["grade": "\(learner.grade)"]))
        if !learner.languages.isEmpty {
            parts.append(words("learner.languages", ["languages": learner.languages.joined(separator: ", ")]))
        }
        return parts.joined(separator: " · ")
    }

    private func agreed(_ words: WordBook.Language) -> String {
        if !outcome.isProfiled { return words("learner.notProfiled") }
        return words("learner.profiled")
    }

    private func seen(_ kind: Fact.Kind) -> String { "\(outcome.seen[kind] ?? 0)" }

    /// Who said what holds, and when.
    private func said(_ kind: Fact.Kind, _ words: WordBook.Language) -> String {
        guard let said = outcome.said[kind] else { return words("learner.nobodySaid") }
        return words("learner.saidBy", ["by": words("origin.\(said.by.rawValue)"), "date": "\(said.at.utcDate)"])
    }

    /// What the level rests on.
    private func levelRests(_ words: WordBook.Language) -> String {
        guard let band = outcome.band else { return words("learner.levelUnknown") }
        let values = [
            "level": ReadingBand.written(band.level), "from": ReadingBand.written(band.range.lowerBound),
            "to": ReadingBand.written(band.range.upperBound), "answers": "\(band.answers)",
            "date": "\(band.at.utcDate)",
        ]
        let key =
            switch band.origin {
            case .fixed: "learner.levelFixed"
            case .stated: band.answers > 0 ? "learner.levelMoved" : "learner.levelStated"
            case .grade: band.answers > 0 ? "learner.levelMovedFromGrade" : "learner.levelOfGrade"
            }
        return words(key, values)
    }

    private func stance(_ stance: ShowLearnerAtDesk.Stance, _ words: WordBook.Language) -> TemplateFields {
        let kind: Fact.Kind? =
            switch stance {
            case .likes: .interests
            case .strengths: .strengths
            case .needs: .needs
            case .wishes, .never, .less: nil
            }
        let topics = outcome.topics[stance] ?? []
        let name = words("stance.\(stance)")
        return [
            "stance": .text(name), "kind": .attribute(kind?.rawValue ?? ""), "isEmpty": .flag(topics.isEmpty),
            "seenOfKind": .attribute(kind.map(seen) ?? ""), "mayChange": .flag(kind != nil),
            "addLabel": .text(words("learner.addTo", ["stance": name])), "field": .attribute("add-\(stance)"),
            "topics": .list(
                topics.map { topic in
                    let phrase = topic.phrase.map { CleanText.line($0.text, limit: 100) } ?? words("learner.hidden")
                    let members = topic.members.map { CleanText.line($0.text, limit: 40) }.joined(separator: ", ")
                    return [
                        "topic": .text(phrase),
                        "said": .text(
                            words(
                                "learner.saidBy",
                                ["by": words("origin.\(topic.by.rawValue)"), "date": "\(topic.since.utcDate)"])),
                        "members": .text(members.isEmpty ? "" : words("learner.members", ["members": members])),
                        "hasMembers": .flag(!members.isEmpty),
                        "removeLabel": .attribute(words("learner.removeLabel", ["topic": phrase])),
                        "topicValue": .attribute(topic.phrase?.text ?? ""),
                        "mayRemove": .flag(kind != nil && topic.phrase != nil),
                    ]
                }),
        ]
    }

    private func given(_ given: ShowLearnerAtDesk.Given, _ words: WordBook.Language) -> TemplateFields {
        let id = PercentText.encoded(outcome.learner.id.rawValue)
        return [
            "edition": .text(words.edition(given.edition)),
            "state": .text(words(given.isOut ? "review.stateOut" : "learner.notOut")),
            "articles": .list(
                given.articles.map { article in
                    let title = CleanText.line(article.title.text, limit: 160)
                    let why = "/why/\(id)/\(PercentText.encoded(article.code.rawValue))"
                    let fields: TemplateFields = [
                        "articleTitle": .text(title),
                        "whyPath": .attribute(why + "?edition=\(PercentText.encoded("\(given.edition)"))"),
                        "whyLabel": .attribute(words("learner.whyLabel", ["title": title])),
                    ]
                    return fields.inLanguage(article.language)
                }),
        ]
    }

    private func statement(_ statement: ShowLearnerAtDesk.Statement, _ words: WordBook.Language) -> TemplateFields {
        let about = statement.about.map { CleanText.line($0.text, limit: 160) } ?? words("learner.hidden")
        let line =
            statement.kind.isWish
            ? words("said.\(statement.kind.rawValue)", ["about": about])
            : words("learner.corrected", ["kind": words("kind.\(statement.kind.rawValue)"), "value": about])
        return [
            "statement": .text(line), "number": .attribute("\(statement.number)"),
            "said": .text(
                words(
                    "learner.saidBy",
                    ["by": words("origin.\(statement.by.rawValue)"), "date": "\(statement.at.utcDate)"])),
            "backLabel": .attribute(words("learner.backLabel", ["what": line])),
            "mayTakeBack": .flag(statement.mayBeTakenBack),
        ]
    }
}
