import Content
import Dispatch
import Ranking
import ScorerKit
import Synchronization

/// What every scorer owes to the core, whatever it measures and wherever it runs.
public struct ConformanceKit: Sendable {
    /// One thing that is owed, in words.
    public enum Property: String, CaseIterable, Sendable {
        /// Each score is a number from 0 to 1, or it abstains.
        case range = "every score is from 0 to 1, or it abstains, for strange articles and learners too"
        /// Evidence where there is a score, none where there is not.
        case evidence = "evidence for every score, and none where it abstains"
        /// The words of a match mean what was said.
        case words = "what it names as a match was said, and its words stand in the article and mean that"
        /// The same answer when it is asked, and started, again.
        case twice = "the same answer twice"
        /// The same whoever was asked about before.
        case order = "the same answer in any order of the learners"
        /// The same whoever is in the batch.
        case batches = "the same answer in batches of any size"
        /// The same whoever asks.
        case threads = "the same answer on any number of threads"
        /// No items at all.
        case noItems = "no articles are no trouble"
        /// A single item.
        case oneItem = "one article is no trouble"
        /// An item of a megabyte.
        case hugeText = "an article of a megabyte is no trouble"
        /// Options that read back.
        case options = "its options read back as they were written, and a mistyped one is refused by name"
        /// The examples of a scorer in Swift.
        case examples = "its examples are so"
        /// What it says of itself.
        case card = "name, version and summary can be shown"
    }

    /// A property that does not hold.
    public struct Fault: Hashable, Sendable {
        /// Which.
        public var property: Property
        /// What was seen.
        public var problem: String
    }

    /// A scorer's options: the defaults as JSON, and how JSON is read and written again.
    public struct Options: Sendable {
        /// The defaults.
        public var defaults: String
        /// Their names.
        public var names: [String]
        /// Reads options; throws for what the scorer does not take.
        public var read: @Sendable (String) throws -> String

        /// Options by their parts.
        public init(defaults: String, names: [String], read: @escaping @Sendable (String) throws -> String) {
            self.defaults = defaults
            self.names = names
            self.read = read
        }
    }

    private let card: ScorerCard
    private let scorer: any RunnableScorer
    private let options: Options
    private let examples: @Sendable () -> String?

    /// A kit for a scorer with its default options. `examples` tells what is wrong with its examples, if it has such.
    public init(
        card: ScorerCard, scorer: any RunnableScorer, options: Options,
        examples: @escaping @Sendable () -> String? = { nil }
    ) {
        self.examples = examples
        self.card = card
        self.scorer = scorer
        self.options = options
    }

    /// What does not hold of a property; nil: it holds.
    public func fault(_ property: Property) -> Fault? {
        do {
            try check(property)
            return nil
        } catch {
            return Fault(property: property, problem: "\(error)")
        }
    }

    /// What does not hold, in the order of the properties. `progress` is told each with what was found.
    public func faults(progress: (Property, Fault?) -> Void = { _, _ in }) -> [Fault] {
        Property.allCases.compactMap { property in
            let found = fault(property)
            progress(property, found)
            return found
        }
    }

    private struct Unsound: Error, CustomStringConvertible {
        var description: String
        init(_ description: String) { self.description = description }
    }

    private func check(_ property: Property) throws {
        switch property {
        case .range: for seed in 0..<3 as Range<UInt64> { try checkRange(ConformanceSamples(seed: seed)) }
        case .evidence: try checkEvidence(ConformanceSamples(seed: 1))
        case .words: try checkWords(ConformanceSamples(seed: 1))
        case .twice:
            let samples = ConformanceSamples(seed: 7)
            let batch = Self.batch(samples.items)
            let first = try scorer.begin(batch)
            let rows = try Self.rows(first, samples.learners, batch)
            try Self.expect(try Self.rows(first, samples.learners, batch), rows, "asked again")
            try Self.expect(try Self.rows(scorer.begin(batch), samples.learners, batch), rows, "started again")
        case .order: try checkOrder(ConformanceSamples(seed: 7))
        case .batches: try checkBatches(ConformanceSamples(seed: 8))
        case .threads: try checkThreads(ConformanceSamples(seed: 9))
        case .noItems:
            let batch = Self.batch([])
            _ = try Self.rows(scorer.begin(batch), ConformanceSamples(seed: 1).learners, batch)
        case .oneItem:
            let samples = ConformanceSamples(seed: 2)
            let batch = Self.batch(Array(samples.items.prefix(1)))
            try Self.expectInRange(Self.rows(scorer.begin(batch), samples.learners, batch), batch)
        case .hugeText:
            let text = String(repeating: "The whale swims past volcanoes. ", count: 32_000)
            let batch = Self.batch([
                ConformanceSamples.item(1, title: "Long", text: text, tags: [], language: "en", age: 1, level: 3),
                ConformanceSamples.item(2, title: "Boats", text: "Boats.", tags: [], language: "en", age: 1, level: 3),
            ])
            try Self.expectInRange(Self.rows(scorer.begin(batch), ConformanceSamples(seed: 1).learners, batch), batch)
        case .options: try checkOptions()
        case .examples: if let problem = examples() { throw Unsound(problem) }
        case .card: try checkCard()
        }
    }

    private static func batch(_ items: [ContentItem]) -> ItemBatch { ItemBatch(items, now: ConformanceSamples.now) }

    /// The scores of learners, all in one batch.
    private static func rows(
        _ session: any ScorerSession, _ learners: [LearnerView], _ batch: ItemBatch
    ) throws -> [[Float]] {
        var block = ScoreBlock(learners: learners.count, items: batch.count)
        try session.fill(&block, for: learners)
        return learners.indices.map { Array(block.row($0)) }
    }

    private static func expect(_ rows: [[Float]], _ expected: [[Float]], _ when: String) throws {
        for (learner, (row, other)) in zip(rows, expected).enumerated() {
            for (item, (score, before)) in zip(row, other).enumerated() where score.bitPattern != before.bitPattern {
                if score.isNaN && before.isNaN { continue }
                throw Unsound(
                    "\(when), learner \(learner + 1) and article \(item) got \(shown(score)) instead of \(shown(before))"
                )
            }
        }
        guard rows.count == expected.count else { throw Unsound("\(when), there are \(rows.count) rows") }
    }

    private static func shown(_ score: Float) -> String { score.isNaN ? "an abstention" : "\(score)" }

    private static func expectInRange(_ rows: [[Float]], _ batch: ItemBatch) throws {
        for row in rows {
            guard row.count == batch.count else { throw Unsound("\(row.count) scores for \(batch.count) articles") }
            for score in row where !score.isNaN && !(score >= 0 && score <= 1) { throw Unsound("the score \(score)") }
        }
    }

    private func checkRange(_ samples: ConformanceSamples) throws {
        let batch = Self.batch(samples.items)
        try Self.expectInRange(Self.rows(scorer.begin(batch), samples.learners, batch), batch)
    }

    private func checkEvidence(_ samples: ConformanceSamples) throws {
        let batch = Self.batch(samples.items)
        let session = try scorer.begin(batch)
        let rows = try Self.rows(session, samples.learners, batch)
        for (learner, row) in zip(samples.learners, rows) {
            for item in batch.indices {
                let evidence = try session.evidence(for: item, learner: learner)
                guard (evidence == nil) == row[item].isNaN else {
                    throw Unsound(
                        "learner \(learner.pseudonym) and article \(item): the score is \(Self.shown(row[item])), the evidence "
                            + (evidence.map { "\($0)" } ?? "missing"))
                }
            }
        }
    }

    private func checkWords(_ samples: ConformanceSamples) throws {
        let batch = Self.batch(samples.items)
        let session = try scorer.begin(batch)
        for learner in samples.learners {
            let profile = learner.profile
            let said = Set((profile.wants + profile.needs + profile.strengths).map { $0.phrase.lowercased() })
            for item in batch.indices {
                guard case .terms(let terms) = try session.evidence(for: item, learner: learner) else { continue }
                for term in terms {
                    guard said.contains(term.phrase.lowercased()) else {
                        throw Unsound(
                            "article \(item): it names '\(term.phrase)', which learner \(learner.pseudonym) never said")
                    }
                    for word in term.words
                    where !batch.topics.isWord(word, of: term.phrase, languages: learner.languages, in: item) {
                        throw Unsound(
                            "article \(item): it gives the word '\(word)' for '\(term.phrase)', which it does not mean there"
                        )
                    }
                }
            }
        }
    }

    private func checkOrder(_ samples: ConformanceSamples) throws {
        let batch = Self.batch(samples.items)
        let session = try scorer.begin(batch)
        let rows = try Self.rows(session, samples.learners, batch)
        let reversed = try Self.rows(session, samples.learners.reversed(), batch)
        try Self.expect(reversed.reversed(), rows, "asked from the last to the first")
        // Nor does it matter what was asked in between.
        _ = try session.evidence(for: 0, learner: samples.learners[0])
        try Self.expect(try Self.rows(session, samples.learners, batch), rows, "asked after a question for evidence")
    }

    private func checkBatches(_ samples: ConformanceSamples) throws {
        let batch = Self.batch(samples.items)
        let session = try scorer.begin(batch)
        let rows = try Self.rows(session, samples.learners, batch)
        for size in [1, 3, 5] {
            var again: [[Float]] = []
            for start in stride(from: 0, to: samples.learners.count, by: size) {
                let some = Array(samples.learners[start..<min(start + size, samples.learners.count)])
                again += try Self.rows(session, some, batch)
            }
            try Self.expect(again, rows, "in batches of \(size)")
        }
        let many = Array(repeating: samples.learners, count: 16).flatMap { $0 }
        let expected = Array(repeating: rows, count: 16).flatMap { $0 }
        try Self.expect(try Self.rows(session, many, batch), expected, "in a batch of \(many.count)")
        // Nobody at all.
        _ = try Self.rows(session, [], batch)
    }

    private func checkThreads(_ samples: ConformanceSamples) throws {
        let batch = Self.batch(samples.items)
        let session = try scorer.begin(batch)
        let rows = try Self.rows(session, samples.learners, batch)
        let problem = Mutex<(any Error)?>(nil)
        DispatchQueue.concurrentPerform(iterations: 8 * samples.learners.count) { turn in
            let learner = turn % samples.learners.count
            do {
                let row = try Self.rows(session, [samples.learners[learner]], batch)
                try Self.expect(row, [rows[learner]], "asked by several threads")
                if turn.isMultiple(of: 5) {
                    _ = try session.evidence(for: turn % batch.count, learner: samples.learners[learner])
                }
            } catch {
                problem.withLock { $0 = error }
            }
        }
        if let problem = problem.withLock({ $0 }) { throw problem }
    }

    private func checkOptions() throws {
        let again = try options.read(options.defaults)
        guard again == options.defaults else {
            throw Unsound("the defaults \(options.defaults) read back as \(again)")
        }
        for name in options.names + ["nothingLikeThis"] {
            let mistyped = name + "x"
            do {
                _ = try options.read("{\"\(mistyped)\":1}")
            } catch {
                guard !options.names.contains(name) || "\(error)".contains("'\(name)'") else {
                    throw Unsound("'\(mistyped)' was refused without naming '\(name)': \(error)")
                }
                continue
            }
            throw Unsound("the unknown option '\(mistyped)' was taken")
        }
    }

    private func checkCard() throws {
        let isName = card.name.first?.isUppercase == true && card.name.allSatisfy { $0.isLetter || $0.isNumber }
        guard isName else { throw Unsound("the name '\(card.name)' is not letters and digits after a capital") }
        guard !card.version.isEmpty else { throw Unsound("there is no version") }
        guard card.summary.hasSuffix("."), !card.summary.contains("\n") else {
            throw Unsound("the summary is not one line that ends with a full stop")
        }
    }
}
