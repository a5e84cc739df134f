import Content
import Pipeline
import Ranking
import Store

/// What a teacher is asked of a class's learners: whether their levels, strengths and needs are still right.
///
/// What a teacher says holds until the roster says something new: a roster that says what it said before changes nothing.
public struct CheckInForm: Sendable {
    /// What is asked about.
    public static let kinds: [Fact.Kind] = [.level, .strengths, .needs]

    /// One learner's line.
    public struct Line: Sendable {
        /// The learner.
        public var learner: Learner
        /// What is known, by kind, as facts hold it; empty: there is nothing, as somebody said.
        public var values: [Fact.Kind: Verbatim]
        /// Of when it is; nil: nobody ever said.
        public var since: [Fact.Kind: CalendarDate]
        /// How well they read by what they said of articles, as a school grade; nil where they said nothing.
        public var readsNow: Double?
    }

    /// Of whom a teacher is asked.
    public struct Request: Sendable {
        /// The class.
        public var schoolClass: String
        /// Whether of everybody in it; else of those with something that is old or was never said.
        public var all: Bool

        /// Of a class.
        package init(schoolClass: String, all: Bool = false) {
            self.schoolClass = schoolClass
            self.all = all
        }
    }

    let open: SchoolAndStore
    private var store: Store { open.store }

    /// Those of a class who are asked about, by name.
    func asked(_ request: Request, now: Timestamp) throws -> [Line] {
        let name = try NamedThings(store: store).schoolClass(request.schoolClass)
        let snapshot = try RankSnapshot(store: store, asOf: .all, settings: open.school.rankingSettings, now: now)
        let block = try StoredLines(store: store, marks: .all).block(try store.learners.ids(inClass: name))
        let lines = block.lines.filter { known in
            // Of who is not profiled nothing is asked that would not be used.
            known.learner.enrolled && known.learner.mayBeProfiled(on: open.school.lawfulBasis)
                && (request.all || !StaleLearner.parts(of: known.facts, now: now).isEmpty)
        }
        return lines.map { line(of: $0, snapshot) }
            .sorted { ($0.learner.name, $0.learner.id) < ($1.learner.name, $1.learner.id) }
    }

    private func line(of known: LearnerLine, _ snapshot: RankSnapshot) -> Line {
        let latest = StaleLearner.latest(of: known.facts)
        let band = snapshot.languages(of: known.learner).first.flatMap { snapshot.bands(of: known)[$0] }
        return Line(
            learner: known.learner, values: latest.mapValues { Verbatim($0.value) },
            since: latest.compactMapValues { $0.since }, readsNow: band.flatMap { $0.answers > 0 ? $0.level : nil })
    }
}
