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

    /// One row a list of an edition, in the order of the learners' ids.
    public func rows(of edition: Edition) throws -> [RunText.Row] {
        let lists = try store.lists.lists(of: edition)
        let items = try store.items.items(versions: Set(lists.flatMap { $0.list.entries.map { $0.version } }))
        let facts = try store.learners.facts()
        let policy = try school.deliverySettings().policy
        return lists.map { stored in
            let learner = Learner(id: stored.list.learner, facts: facts[stored.list.learner] ?? [])
            let content = stored.list.entries.compactMap { items[$0.version] }
            let levels = content.compactMap { $0.level }
            let why = stored.list.entries.first.map { entry in
                school.reasons.sentences(
                    entry.reasons, role: .teacher, name: learner.name, language: school.configuration.school.language
                ).first ?? ""
            }
            return RunText.Row(
                learner: learner.name, items: content.count, minutes: content.reduce(0) { $0 + $1.minutes },
                levels: levels.min().flatMap { low in levels.max().map { low...$0 } },
                firstTitle: content.first?.title ?? "", why: why ?? "",
                goes: goes(stored.list, learner: learner, policy: policy))
        }
    }

    private func goes(_ list: ReadingList, learner: Learner, policy: MailPolicy) -> String {
        switch list.state {
        case .awaitingApproval: return "waits for approval"
        case .withheld: return "withheld"
        case .ready: break
        }
        let roles = Set(policy.recipients(for: learner).map { $0.role })
        if roles.isEmpty || school.configuration.mail.from == nil { return "print" }
        if roles == [.guardian] { return "guardian, print" }
        return roles.contains(.guardian) ? "both, print" : "learner, print"
    }
}
