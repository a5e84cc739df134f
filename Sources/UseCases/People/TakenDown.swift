import Content
import Pipeline
import Roster

/// What came of taking down what somebody said.
public struct TakenDown: Sendable {
    /// What was taken down, or why nothing was, in the order in which it is told.
    public var parts: [Part] = []
    /// What was left out, and what else a person should know.
    public var notes: [Note] = []
    /// How many facts were appended.
    public var appended = 0
    /// Their numbers, of those that may be taken back.
    public var facts: [Int64] = []

    /// One thing that came of it.
    public enum Part: Hashable, Sendable {
        /// A wish was taken down.
        case said(SaidWish)
        /// The learner has no wish for a topic that could be let go.
        case noSuchWish(learner: Verbatim, about: Verbatim)
        /// A topic stays barred: only whoever said never can take it back.
        case staysBarred(by: Fact.Origin)
        /// Something was kept for a grown-up to see: neither whom it is about nor what it was is told.
        case kept
        /// What a topic that must never come keeps back.
        case keepsBack(BarredTopic)
        /// What several such topics keep back.
        case keepBack(BarredTopics)
    }

    /// A wish as it was taken down.
    public struct SaidWish: Hashable, Sendable {
        /// What the learner is called.
        public var learner: Verbatim
        /// Who said it.
        public var by: Fact.Origin
        /// What is wished.
        public var wish: Fact.Kind
        /// An article's title, or a topic.
        public var about: Verbatim
        /// Whether it is about an article.
        public var isOfArticle: Bool
        /// Whether it was not there already.
        public var isNew: Bool
    }

    /// Something that a person should know besides.
    public enum Note: Sendable {
        /// What a stage found.
        case finding(Finding)
        /// No learner has the name that a row begins with; nil: it is not to be shown.
        case noLearnerOfRow(Verbatim?, at: StripPlace)
        /// No learner has the name that a typed line begins with; nil: it is not to be shown.
        case noLearner(Verbatim?, at: StripPlace)
        /// No article has the code of a row; whether the row's topic counts nevertheless.
        case noItem(ItemCode, topicCounts: Bool, at: StripPlace)
        /// A typed line does not say whose strip it is.
        case ofNobody(at: StripPlace)
        /// The learner has no list that went out.
        case noList(of: Verbatim, at: StripPlace)
        /// An article of the learner's list cannot be read.
        case unreadableArticle(of: Verbatim, at: StripPlace)
        /// A part of a typed line could not be taken down.
        case problem(StripLine.Problem, at: StripPlace)
        /// The learner is not profiled: what they wish is kept, and nothing is matched to it.
        case notMatched(LearnerID)
        /// The wish of a typed line was refused.
        case refused(any Error, at: StripPlace)
    }

    /// Whether a grown-up could not be told of something that they must see.
    public var isUntold: Bool {
        notes.contains { note in
            guard case .finding(let finding) = note else { return false }
            return finding.severity == .error && finding.place == SafeguardingDesk.place
        }
    }

    /// Adds what another came to.
    mutating func add(_ other: TakenDown) {
        parts += other.parts
        notes += other.notes
        appended += other.appended
        facts += other.facts
    }

    /// Adds what stages found.
    mutating func add(_ findings: [Finding]) { notes += findings.map { .finding($0) } }
}

/// Where something stands that was typed in from strips.
public struct StripPlace: Hashable, Sendable {
    /// What it was typed into.
    public enum Source: Hashable, Sendable {
        /// A file of the name.
        case file(Verbatim)
        /// The command itself.
        case command
        /// The answer to a question for the strip of the learner.
        case answer(for: Verbatim)
    }

    /// What it was typed into.
    public var source: Source
    /// The line, from 1, and of a line with several rows the row's.
    public var lines: [Int] = []

    /// A line there.
    func line(_ number: Int) -> StripPlace { StripPlace(source: source, lines: lines + [number]) }
}
