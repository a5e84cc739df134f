import Content
import Pipeline
import Reports
import Store

/// What was done with lists before they went out.
public struct RepairReport: Sendable {
    /// One thing that a teacher asked for.
    struct Done: Sendable {
        var verb: ListRepair.Verb
        var code: ItemCode
        var title: String
        var whom: String
        var isNew: Bool
    }

    /// An article that has come into lists, or gone from them.
    struct Moved: Hashable, Sendable {
        var code: ItemCode
        var title: String
        var learners: [String]
    }

    /// The edition; nil: none was open.
    var edition: Edition?
    var done: [Done] = []
    /// The names of those whose lists were made anew.
    var remade: [String] = []
    /// Of those the ones that wait for approval now.
    var waiting: [String] = []
    var gone: [Moved] = []
    var come: [Moved] = []
    /// What a person should know.
    var findings: [Finding] = []

    /// Tells how lists differ from what they were.
    mutating func tell(
        _ old: [OpenLists.Open], _ new: [LearnerID: ReadingList?], store: Store
    ) throws(StoreError) {
        var moved: (gone: [Int64: [String]], come: [Int64: [String]]) = ([:], [:])
        for open in old {
            guard let made = new[open.learner.id] else { continue }
            remade.append(open.learner.name)
            if made?.state == .awaitingApproval { waiting.append(open.learner.name) }
            let before = Set(open.list.entries.map { $0.item })
            let after = Set((made?.entries ?? []).map { $0.item })
            for entry in open.list.entries where !after.contains(entry.item) {
                moved.gone[entry.version, default: []].append(open.learner.name)
            }
            for entry in made?.entries ?? [] where !before.contains(entry.item) {
                moved.come[entry.version, default: []].append(open.learner.name)
            }
        }
        gone = try Self.articles(moved.gone, store)
        come = try Self.articles(moved.come, store)
    }

    private static func articles(_ moved: [Int64: [String]], _ store: Store) throws(StoreError) -> [Moved] {
        let items = try store.items.items(versions: Set(moved.keys))
        return moved.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.compactMap { version, names in
            items[version].map { Moved(code: $0.code, title: $0.title, learners: names) }
        }
    }

    /// The lines for people.
    var lines: [String] {
        var lines = done.map { done in
            let what =
                switch done.verb {
                case .veto: "vetoed"
                case .pin: "pinned"
                case .swap: "taken out of \(edition.map { "\($0)" } ?? "this edition") alone"
                }
            return "“\(done.title)” (\(done.code)) is \(what) for \(done.whom)\(done.isNew ? "" : ", as it was")."
        }
        guard let edition, !remade.isEmpty else { return lines }
        lines.append("\(RunText.count(remade.count, "list")) of \(edition) made anew:")
        lines += gone.map { "  out  \($0.code)  \($0.title) (\(Self.names($0.learners)))" }
        lines += come.map { "  in   \($0.code)  \($0.title) (\(Self.names($0.learners)))" }
        if !waiting.isEmpty { lines.append("To be approved: \(Self.names(waiting)).") }
        return lines
    }

    private static func names(_ names: [String]) -> String { ReviewSheet.names(names) }
}
