import Content
import Output
import Phrases
import UseCases

/// Why this, why not that, in words; the numbers behind it below.
struct WhyPage: DeskPage {
    static let file = "why.html.mustache"
    static let scope = DeskScope(
        texts: [
            "learnerName", "learnerPath", "path", "articleTitle", "facts", "headline", "because", "english", "rank",
        ] + ArticleLanguage.texts,
        flags: ["hasAnswer", "hasEnglish", "hasNumbers", "hasChanged"] + ArticleLanguage.flags,
        lists: [
            "reasons": DeskScope(texts: ["reason"]),
            "parts": DeskScope(texts: ["scorer", "adds", "evidence"]),
        ])

    let learner: Learner
    let outcome: ExplainList.Outcome?
    /// The reasons of a place, as a teacher is told them.
    let told: [String]
    let place = ""

    func title(_ words: WordBook.Language) -> String { words("why.title", ["name": learner.name]) }

    func fields(_ words: WordBook.Language) -> TemplateFields {
        let id = PercentText.encoded(learner.id.rawValue)
        let item = outcome?.item
        let (headline, because, english) = answer(words)
        return
            ([
                "learnerName": .shown(Verbatim(learner.name)), "learnerPath": .attribute("/learner/\(id)"),
                "path": .attribute("/why/\(id)"), "hasAnswer": .flag(item != nil),
                "articleTitle": .text(CleanText.line(item?.item.title ?? "", limit: 200)),
                "facts": .text(item.map { ArticleFacts($0.item, words).line } ?? ""), "headline": .text(headline),
                "because": .text(because), "english": .text(CleanText.line(english, limit: 400)),
                "hasEnglish": .flag(!english.isEmpty), "reasons": .list(told.map { ["reason": .text($0)] }),
                "rank": .text(rank(words)), "hasNumbers": .flag(!(item?.parts ?? []).isEmpty),
                "hasChanged": .flag(!(outcome?.notes ?? []).isEmpty),
                "parts": .list(
                    (item?.parts ?? []).map { part in
                        [
                            "scorer": .text(part.score.scorer), "adds": .text(Numbers.signed(part.score.contribution)),
                            "evidence": .text(
                                CleanText.line(part.evidence.map { EvidenceText.line($0) } ?? "", limit: 200)),
                        ]
                    }),
            ] as TemplateFields).inLanguage(item?.item.language)
    }

    private func rank(_ words: WordBook.Language) -> String {
        guard let item = outcome?.item, let rank = item.rank else { return "" }
        return words("why.rank", ["rank": "\(rank)", "count": "\(item.candidates)"])
    }

    /// What became of it, why, and what a gate says of it in English.
    private func answer(_ words: WordBook.Language) -> (headline: String, because: String, english: String) {
        guard let outcome, let item = outcome.item else { return ("", "", "") }
        let edition = words.edition(outcome.list.edition)
        switch item.outcome {
        case .placed(let entry):
            let place = words("why.placed", ["place": "\(entry.place)", "edition": edition])
            return (place, words("why.side.\(entry.side.rawValue)"), "")
        case .removed(let verdict):
            return (
                words("why.notIn", ["edition": edition]), words("why.gate.\(verdict.gate.rawValue)"), verdict.because
            )
        case .stopped(let stop): return (words("why.notIn", ["edition": edition]), because(stop, words), "")
        }
    }

    private func because(_ stop: Stop, _ words: WordBook.Language) -> String {
        func grade(_ level: Double) -> String { Numbers.fixed(level, decimals: 1) }
        switch stop {
        case .feedFull(let feed, let limit): return words("why.stop.feedFull", ["feed": feed, "limit": "\(limit)"])
        case .feedShare(let feed, let limit): return words("why.stop.feedShare", ["feed": feed, "limit": "\(limit)"])
        case .topicShare(let topic, let limit):
            return words("why.stop.topicShare", ["topic": topic, "limit": "\(limit)"])
        case .outgrown(let highest): return words("why.stop.outgrown", ["grade": "\(highest)"])
        case .otherSense(let topic): return words("why.stop.otherSense", ["topic": topic])
        case .tooLong(let minutes, let budget):
            return words("why.stop.tooLong", ["minutes": "\(minutes)", "budget": "\(budget)"])
        case .topicFull(let topic, let limit):
            return words("why.stop.topicFull", ["topic": topic, "limit": "\(limit)"])
        case .outOfReach(let level, let range):
            return words(
                "why.stop.outOfReach",
                ["level": grade(level), "from": grade(range.lowerBound), "to": grade(range.upperBound)])
        case .unknownLevel: return words("why.stop.unknownLevel")
        case .takesTooMuch(let minutes, let budget):
            return words("why.stop.takesTooMuch", ["minutes": "\(minutes)", "budget": "\(budget)"])
        case .sameStory(let title): return words("why.stop.sameStory", ["title": title])
        case .older(let days): return words("why.stop.older", ["days": "\(days)"])
        case .notReached(let rank, let count):
            return words("why.stop.notReached", ["rank": "\(rank)", "count": "\(count)"])
        case .pinsOnly: return words("why.stop.pinsOnly")
        }
    }
}
