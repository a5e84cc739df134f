import Configuration
import Content
import Output
import Ranking
import Reports
import Store

/// Gathers what the closing table of a run shows.
public struct Overview: Sendable {
    let school: School
    let store: Store

    /// An overview of a school's store.
    public init(school: School, store: Store) {
        self.school = school
        self.store = store
    }

    /// How many lists are read at a time, and shown to a person after a run.
    public static let block = 200

    /// Gives one row a list of an edition, in the order of the learners' ids, some at a time: at most so many of them.
    /// Gives back how many lists there are beyond.
    @discardableResult public func forEachBlock(
        of edition: Edition, most: Int = .max, _ use: ([RunText.Row]) throws -> Void
    ) throws -> Int {
        let learners = try store.lists.learners(of: edition).sorted()
        let shown = Array(learners.prefix(most))
        for start in stride(from: 0, to: shown.count, by: Self.block) {
            try use(rows(of: edition, Array(shown[start..<min(start + Self.block, shown.count)])))
        }
        return learners.count - shown.count
    }

    /// Where the files of an edition are, as far as they were written; nil: none was.
    public func place(of edition: Edition) throws -> String? {
        let files = try store.outbox.counts(of: edition)
        guard let written = files[.written] else { return nil }
        let folder = "\(school.folder.name(of: school.folder.outbox))/\(edition)/"
        if let left = files[.rendered]?.values.reduce(0, +) {
            let count = written.values.reduce(0, +)
            return "\(count) of \(count + left) files are in \(folder); the next run goes on with the others"
        }
        let kinds = (written[.mail] == nil ? [] : ["mails"]) + (written[.page] == nil ? [] : ["pages"])
        let words = (kinds.isEmpty ? ["files"] : kinds).joined(separator: " and ")
        return "\(words.prefix(1).uppercased())\(words.dropFirst()) are in \(folder)"
    }

    private func rows(of edition: Edition, _ learners: [LearnerID]) throws -> [RunText.Row] {
        let read = try store.lists.lists(of: edition, learners: learners)
        let lists = learners.compactMap { read.lists[$0] }
        let items = try store.items.items(versions: Set(lists.flatMap { $0.list.entries.map { $0.version } }))
        let facts = try store.learners.facts(about: learners)
        let readable = facts.readable
        return lists.map { stored in
            let learner = Learner(id: stored.list.learner, facts: readable[stored.list.learner] ?? [])
            let content = stored.list.entries.compactMap { items[$0.version] }
            let levels = content.compactMap { $0.level }
            let why = stored.list.entries.first.map { entry in
                school.reasons.sentences(
                    school.discretion.toldToOthers(entry.reasons), role: .teacher, name: learner.name,
                    language: school.configuration.school.language
                ).first ?? ""
            }
            return RunText.Row(
                learner: learner.name, items: content.count, minutes: content.reduce(0) { $0 + $1.minutes },
                levels: levels.min().flatMap { low in levels.max().map { low...$0 } },
                firstTitle: content.first?.title ?? "", why: why ?? "",
                goes: facts.unread[learner.id] == nil ? goes(stored.list, learner: learner) : "held, see above")
        }
    }

    private func goes(_ list: ReadingList, learner: Learner) -> String {
        switch list.state {
        case .awaitingApproval: return "waits for approval"
        case .held: return "held back"
        case .withheld: return "withheld"
        case .ready: break
        }
        let roles = Set(school.configuration.mail.policy.recipients(for: learner).map { $0.role })
        if roles.isEmpty || school.configuration.mail.from == nil { return "print" }
        if roles == [.guardian] { return "guardian, print" }
        return roles.contains(.guardian) ? "both, print" : "learner, print"
    }
}
