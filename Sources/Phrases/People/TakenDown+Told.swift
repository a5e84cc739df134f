import Content
import Roster
import UseCases

extension TakenDown: Told {
    /// What was taken down, one line each.
    public var lines: [String] { parts.flatMap { $0.lines } }

    /// What was left out.
    public var findings: [Finding] { notes.map { $0.finding } }

    /// 1 where a grown-up could not be told of something that they must see.
    public var status: Int32 { isUntold ? 1 : 0 }
}

extension TakeStripLine.Outcome: Told {
    /// What was taken down, one line each.
    public var lines: [String] { taken.lines }

    /// What was left out.
    public var findings: [Finding] { taken.findings }

    /// 1 where a grown-up could not be told of something that they must see.
    public var status: Int32 { taken.status }
}

extension TakenDown.Part {
    fileprivate var lines: [String] {
        switch self {
        case .said(let wish): [wish.line]
        case .noSuchWish(let learner, let about): ["\(learner) has no wish for \(about)."]
        case .staysBarred(let origin):
            ["It stays barred: the \(origin.rawValue) said never, and only they can take that back."]
        case .kept: ["That was kept for a grown-up to see today; it is not shown here."]
        case .keepsBack(let topic): TopicTold.lines(topic)
        case .keepBack(let topics): TopicTold.lines(topics)
        }
    }
}

extension TakenDown.SaidWish {
    fileprivate var line: String {
        let subject = isOfArticle ? "“\(about)”" : "\(about)"
        return "\(learner) (\(by.rawValue)): \(wish.wished) \(subject)\(isNew ? "" : " — was there already")"
    }
}

extension Fact.Kind {
    /// A wish in words, before what it is about.
    fileprivate var wished: String {
        switch self {
        case .tooEasy: "too easy:"
        case .tooHard: "too hard:"
        case .more: "more of"
        case .less: "less of"
        case .never: "never"
        case .allow: "may come again:"
        case .enough: "enough of"
        case .read: "has read"
        case .liked: "liked"
        case .disliked: "did not like"
        default: rawValue
        }
    }
}

extension TakenDown.Note {
    fileprivate var finding: Finding {
        switch self {
        case .finding(let finding): finding
        case .noLearnerOfRow(let name, let place):
            Finding(
                .warning, at: place.text, "there is no learner \(Hidden.quoted(name)); the row was left out.",
                remedy: "See 'gleaner learners list'.")
        case .noLearner(let name, let place):
            Finding(
                .warning, at: place.text, "there is no learner \(Hidden.quoted(name)); the line was left out.",
                remedy: "See 'gleaner learners list'.")
        case .noItem(let code, let topicCounts, let place):
            Finding(
                .warning, at: place.text,
                "there is no item with the code '\(code)'; "
                    + "\(topicCounts ? "only its topic counts" : "the row was left out").",
                remedy: "Look at the code on the page again.")
        case .ofNobody(let place): Finding(.warning, at: place.text, "the line says of nobody whose strip it is.")
        case .noList(let learner, let place):
            Finding(
                .warning, at: place.text, "\(learner) has no list that went out, so the codes mean nothing.",
                remedy: "Name the edition with --edition.")
        case .unreadableArticle(let learner, let place):
            Finding(
                .warning, at: place.text, "an article of \(learner)'s list cannot be read; the line was left out.")
        case .problem(let problem, let place):
            Finding(
                .warning, at: place.text, "\(problem.words).",
                remedy: "Look at the strip again; the rest of the line counts.")
        case .notMatched(let learner):
            Finding(
                .note, at: .learner(learner),
                "they are not profiled: what they wish is kept, and nothing is matched to it. The class page is the same for all."
            )
        case .refused(let error, let place): Finding(.warning, at: place.text, ErrorWords.of(error))
        }
    }
}

extension StripLine.Problem {
    fileprivate var words: String {
        switch self {
        case .noCode(let letters): "'\(letters)' is no code of a box"
        case .noArticle(let place, let count): "the list has \(count) articles, and none at \(place)"
        case .contradiction(let one, let other, let place):
            "'\(one.rawValue)' and '\(other.rawValue)' of article \(place) contradict each other"
        }
    }
}

extension StripPlace {
    /// The place as findings tell it: `strips.txt:3`.
    fileprivate var text: String {
        let name =
            switch source {
            case .file(let name): name.text
            case .command: "strip"
            case .answer(let learner): learner.text
            }
        return ([name] + lines.map { "\($0)" }).joined(separator: ":")
    }
}
