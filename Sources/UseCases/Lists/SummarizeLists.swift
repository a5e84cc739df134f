import Configuration
import Content
import Output
import Pipeline
import Ranking
import Store

/// Shows the lists of an edition at a glance: what the closing table of a run holds.
public struct SummarizeLists: UseCase {
    private let open: SchoolAndStore

    /// In a school.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// How many lists are read at a time, and shown to a person after a run.
    public static let block = 200

    /// Which lists.
    public struct Request: Sendable {
        /// The edition.
        public var edition: Edition
        /// At most so many of them.
        public var most: Int

        /// The lists of an edition, in the order of the learners' ids.
        package init(of edition: Edition, most: Int = .max) { (self.edition, self.most) = (edition, most) }
    }

    /// The lists. They are read when they are asked for, some at a time: those of a large school need not be in memory at once.
    public struct Outcome: Sendable {
        private let open: SchoolAndStore
        private let edition: Edition
        private let learners: [LearnerID]
        /// How many lists there are beyond those that were asked for.
        public let more: Int

        init(_ open: SchoolAndStore, _ edition: Edition, _ learners: [LearnerID], more: Int) {
            (self.open, self.edition, self.learners, self.more) = (open, edition, learners, more)
        }

        /// Gives one row a list, some at a time.
        public func forEachBlock(_ use: ([ListSummary]) throws -> Void) throws {
            let block = SummarizeLists.block
            let reader = ListSummaryReader(school: open.school, store: open.store)
            for start in stride(from: 0, to: learners.count, by: block) {
                try use(reader.rows(of: edition, Array(learners[start..<min(start + block, learners.count)])))
            }
        }
    }

    /// Finds the lists.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let learners = try open.store.lists.learners(of: request.edition).sorted()
        let shown = Array(learners.prefix(request.most))
        return Outcome(open, request.edition, shown, more: learners.count - shown.count)
    }
}

/// A learner's list at a glance.
public struct ListSummary: Hashable, Sendable {
    /// Where a list goes.
    public enum Way: Hashable, Sendable {
        /// To print and no mail.
        case print
        /// By mail to the learner, and to print.
        case learner
        /// By mail to a guardian, and to print.
        case guardian
        /// By mail to both, and to print.
        case both
        /// Nowhere before it is approved.
        case waits
        /// Nowhere while a teacher holds it back.
        case heldBack
        /// Nowhere any more.
        case withheld
        /// Nowhere, for a row of the learner's is not understood.
        case notUnderstood
    }

    /// The learner's name; of a class's page the class's.
    public var learner: Verbatim
    /// Whether it is the page of a class.
    public var isClassPage = false
    /// How many items the list has.
    public var items: Int
    /// Minutes of reading in all.
    public var minutes: Int
    /// The lowest and highest level of its items, as school grades; nil where none is known.
    public var levels: ClosedRange<Double>?
    /// The first title; nil: the list is empty.
    public var firstTitle: Verbatim?
    /// Why it is first, in the school's own wording; nil: nothing to say.
    public var why: Verbatim?
    /// Where the list goes.
    public var way: Way

    /// A row by its cells.
    package init(
        learner: Verbatim, items: Int, minutes: Int, levels: ClosedRange<Double>?, firstTitle: Verbatim?,
        why: Verbatim?, way: Way
    ) {
        (self.learner, self.items, self.minutes, self.levels) = (learner, items, minutes, levels)
        (self.firstTitle, self.why, self.way) = (firstTitle, why, way)
    }
}

/// Reads lists at a glance.
private struct ListSummaryReader {
    let school: School
    let store: Store

    func rows(of edition: Edition, _ learners: [LearnerID]) throws -> [ListSummary] {
        let read = try store.lists.lists(of: edition, learners: learners)
        let lists = learners.compactMap { read.lists[$0] }
        let items = try store.items.items(versions: Set(lists.flatMap { $0.list.entries.map { $0.version } }))
        let facts = try store.learners.facts(about: learners)
        let readable = facts.readable
        let languages = try NamedThings(store: store).languagesOfClasses()
        return lists.map { stored in
            let learner = Learner(id: stored.list.learner, facts: readable[stored.list.learner] ?? [])
            let content = stored.list.entries.compactMap { items[$0.version] }
            let levels = content.compactMap { $0.level }
            let why = stored.list.entries.first.flatMap { entry in
                school.reasons.sentences(
                    school.discretion.toldToOthers(entry.reasons), role: .teacher, name: learner.name,
                    language: learner.homeClass.flatMap { languages[$0] }
                        ?? school.configuration.school(of: learner).language
                ).first
            }
            var summary = ListSummary(
                learner: Verbatim(learner.name), items: content.count,
                minutes: content.reduce(0) { $0 + $1.minutes },
                levels: levels.min().flatMap { low in levels.max().map { low...$0 } },
                firstTitle: content.first.map { Verbatim($0.title) }, why: why.map { Verbatim($0) },
                way: facts.unread[learner.id] == nil ? way(of: stored.list, to: learner) : .notUnderstood)
            summary.isClassPage = learner.id.classRead != nil
            return summary
        }
    }

    private func way(of list: ReadingList, to learner: Learner) -> ListSummary.Way {
        switch list.state {
        case .awaitingApproval: return .waits
        case .held: return .heldBack
        case .withheld: return .withheld
        case .ready: break
        }
        let mail = school.configuration.mail(of: learner)
        let roles = Set(mail.policy.recipients(for: learner).map { $0.role })
        if roles.isEmpty || mail.from == nil { return .print }
        if roles == [.guardian] { return .guardian }
        return roles.contains(.guardian) ? .both : .learner
    }
}
