import Configuration
import Content
import Files
import Foundation
import Pipeline
import Ranking
import ScorerKit
import Store

/// Keeps a conversation with a scorer about the school's own items and learners, by pseudonyms.
public struct RecordScorer: UseCase {
    private let open: SchoolAndStore
    private let types: [any Scorer.Type]

    /// Of a school's store; `types`: the scorers that ship.
    package init(_ open: SchoolAndStore, types: [any Scorer.Type]) {
        self.open = open
        self.types = types
    }

    /// What is kept, and where.
    public struct Request: Sendable {
        /// The scorer's name.
        public var scorer: String
        /// How many learners it is asked about at most.
        public var learners: Int
        /// The file that the conversation is written to.
        public var path: String

        /// A conversation about so many learners.
        package init(scorer: String, learners: Int, path: String) {
            self.scorer = scorer
            self.learners = learners
            self.path = path
        }
    }

    /// What was kept.
    public struct Outcome: Sendable {
        /// How many articles and learners it was asked about.
        public var articles, learners: Int
        /// The file.
        public var path: Verbatim
    }

    /// So many learners are asked about at a time, as in a run.
    private static let batch = 16
    /// For so many articles a learner evidence is asked for.
    private static let questions = 3

    /// Asks the scorer about all items and the first learners, and writes the conversation.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let (school, store) = (open.school, open.store)
        let scorer = try RecordableScorers(school: school, types: types).scorer(
            request.scorer, allowsUnsandboxed: false)
        guard scorer.plan.face == .json else {
            throw ScorerRefusal.binaryFace(Verbatim(request.scorer))
        }
        _ = try TextShelf(store: store).catchUp()
        let marks = try store.marks()
        let snapshot = try RankSnapshot(store: store, asOf: marks, settings: school.rankingSettings, now: now)
        let reader = try StoredRankRecords(
            StoredLines(store: store, marks: marks, pseudonyms: Pseudonyms(key: Pseudonyms.newKey())))
        let views = try reader.views(most: request.learners, snapshot: snapshot)
        let conversation = ScorerConversation()
        do {
            let session = try scorer.begin(snapshot.batch, recording: conversation)
            for start in stride(from: 0, to: views.count, by: Self.batch) {
                let some = Array(views[start..<min(start + Self.batch, views.count)])
                var block = ScoreBlock(learners: some.count, items: snapshot.batch.count)
                try session.fill(&block, for: some)
                for (number, view) in some.enumerated() {
                    let best = snapshot.batch.indices.filter { !block[number, $0].isNaN }
                        .sorted { (block[number, $1], $0) < (block[number, $0], $1) }
                    for item in best.prefix(Self.questions) { _ = try session.evidence(for: item, learner: view) }
                }
            }
        }
        // For its owner alone: it tells what learners want to read about.
        do throws(FileProblem) {
            try RewrittenFile(request.path).write(Array(conversation.text.utf8), mode: 0o600)
        } catch {
            throw ScorerRefusal.unwritableConversation(Verbatim(request.path), error)
        }
        return Outcome(articles: snapshot.batch.count, learners: views.count, path: Verbatim(request.path))
    }
}
