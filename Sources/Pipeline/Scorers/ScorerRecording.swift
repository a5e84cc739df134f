import Configuration
import Content
import Files
import JSON
import Ranking
import ScorerKit
import Store

/// Keeps a conversation with a scorer about the school's own items and learners, by pseudonyms, and says it again.
public struct ScorerRecording: Sendable {
    private let school: School
    private let types: [any Scorer.Type]

    /// A recorder for a school.
    public init(school: School, types: [any Scorer.Type]) {
        self.school = school
        self.types = types
    }

    /// So many learners are asked about at a time, as in a run.
    private static let batch = 16
    /// For so many articles a learner evidence is asked for.
    private static let questions = 3
    /// The largest conversation that is read, in bytes.
    private static let largestFile = 1_000_000_000

    /// Asks a scorer about all items and the first learners, and writes the conversation into a file. Gives what was kept,
    /// a line each.
    public func record(_ name: String, learners most: Int, into path: String, store: Store, now: Timestamp) throws
        -> [String]
    {
        let scorer = try scorer(name, allowUnsandboxed: nil)
        guard scorer.plan.face == .json else {
            throw RequestError(
                "\(name) speaks the binary face, which cannot be kept as lines of text. Only scorers with 'face: json' can be recorded."
            )
        }
        _ = try TextShelf(store: store).catchUp()
        let marks = try store.marks()
        let snapshot = try RankSnapshot(store: store, asOf: marks, settings: school.rankingSettings, now: now)
        let reader = try StoredRankRecords(
            StoredLines(store: store, marks: marks, pseudonyms: Pseudonyms(key: Pseudonyms.newKey())))
        let views = try reader.views(most: most, snapshot: snapshot)
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
        do throws(FileProblem) {
            // For its owner alone: it tells what learners want to read about.
            try RewrittenFile(path).write(Array(conversation.text.utf8), mode: 0o600)
        } catch {
            throw RequestError("could not write \(path): \(error.problem). \(error.remedy)")
        }
        return [
            "\(snapshot.batch.count) articles and \(views.count) learners, by pseudonyms, in \(path)",
            "What they want to read about stands in it: keep it within the school.",
        ]
    }

    /// Says a kept conversation again; gives a line for each answer that differs.
    public func replay(_ path: String, allowUnsandboxed: Bool) throws -> [String] {
        let text: String
        do throws(RegularFile.Problem) {
            text = String(decoding: try RegularFile.read(path, limit: Self.largestFile), as: UTF8.self)
        } catch {
            throw RequestError("\(path) cannot be read: \(error). Check the path.")
        }
        guard let name = Self.name(in: text) else {
            throw RequestError("\(path) is no kept conversation: its first line is no greeting of a scorer.")
        }
        let scorer = try scorer(name, allowUnsandboxed: allowUnsandboxed)
        return try scorer.replay(text).map { "line \($0.line): answered \($0.answer.prefix(200))" }
    }

    /// The scorer that a conversation is with.
    private static func name(in text: String) -> String? {
        struct Greeting: Decodable {
            var scorer: String
        }
        guard text.hasPrefix("> "), let line = text.split(separator: "\n").first else { return nil }
        return try? JSONText.value(Greeting.self, of: Array(line.dropFirst(2).utf8)).scorer
    }

    private func scorer(_ name: String, allowUnsandboxed: Bool?) throws -> ExternalScorer {
        if types.contains(where: { $0.card.name == name }) {
            throw RequestError("\(name) is part of the program; only a scorer of Plugins/External speaks the protocol.")
        }
        let (found, manifest, external) = try ExternalScorers.named(name, in: school.folder, types: types)
        var settings = school.configuration.scorers[name] ?? ScorerSettings()
        if let allowUnsandboxed { settings.allowUnsandboxed = settings.allowUnsandboxed || allowUnsandboxed }
        return ExternalScorer(try external.plan(of: found, manifest, settings))
    }
}
