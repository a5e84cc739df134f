import Configuration
import Content
import ContentDigest
import Ranking
import Store
import TextAnalysis

/// What a teacher decides: pins, vetoes, approvals.
public struct TeacherDesk: Sendable {
    let store: Store
    let school: School

    /// A desk over a school's store.
    public init(school: School, store: Store) {
        self.school = school
        self.store = store
    }

    /// Whom a rule is for, as a teacher names it.
    public enum Audience: Hashable, Sendable {
        /// A class by its name.
        case schoolClass(String)
        /// A learner by id or name.
        case learner(String)
    }

    /// Pins an item, or takes the pin back. Gives one line that says what holds now.
    public func pin(
        _ item: String, for audience: Audience, by: String?, assigned: Bool, remove: Bool, now: Timestamp
    ) throws -> String {
        let item = try NamedThings(store: store).item(item)
        let (scope, whom, teacher) = try scope(audience)
        let rule = TeacherRule(
            kind: remove ? .unpin : .pin, scope: scope, target: .item(item.id), by: try Self.printable(by) ?? teacher,
            assigned: assigned,
            at: now)
        let changed = try appendIfNew(rule)
        let what = remove ? "no longer pinned" : assigned ? "assigned" : "pinned"
        return "“\(item.title)” (\(item.code)) is \(what) for \(whom)\(changed ? "" : ", as it was")."
    }

    /// Vetoes an item or a topic, or takes the veto back. Gives one line that says what holds now.
    public func veto(
        _ subject: String, isTopic: Bool, for audience: Audience, by: String?, remove: Bool, now: Timestamp
    ) throws -> String {
        let target: TeacherRule.Target
        let shown: String
        if isTopic {
            try TopicRule.check(subject, languages: school.configuration.school.languages)
            target = .topic(subject)
            shown = "the topic '\(subject)'"
        } else {
            let item = try NamedThings(store: store).item(subject)
            target = .item(item.id)
            shown = "“\(item.title)” (\(item.code))"
        }
        let (scope, whom, teacher) = try scope(audience)
        let changed = try appendIfNew(
            TeacherRule(
                kind: remove ? .unveto : .veto, scope: scope, target: target, by: try Self.printable(by) ?? teacher,
                at: now))
        return "\(shown) is \(remove ? "no longer vetoed" : "vetoed") for \(whom)\(changed ? "" : ", as it was")."
    }

    /// What waits for a class's teacher.
    public struct Review: Sendable {
        /// A list that waits.
        public struct WaitingList: Sendable {
            /// The learner's name.
            public var learner: String
            /// The edition.
            public var edition: Edition
            /// The titles of its items, with codes.
            public var titles: [String]
        }

        /// An item that waits, with why.
        public struct WaitingItem: Sendable {
            /// The item.
            public var item: ContentItem
            /// Why it waits.
            public var because: String
        }

        /// The lists.
        public var lists: [WaitingList] = []
        /// The items.
        public var items: [WaitingItem] = []
        /// How many lists were approved just now.
        public var approvedLists = 0
        /// How many items were approved just now.
        public var approvedItems = 0
        /// Whose lists cannot be shown, because a row of theirs is not understood.
        public var findings: [Finding] = []
    }

    /// Tells what waits for a class, and approves it: with no `items` all lists that wait; else just these items.
    public func review(
        class name: String, approve: Bool, items approved: [String], by: String?, now: Timestamp
    ) throws -> Review {
        let name = try NamedThings(store: store).schoolClass(name)
        var review = Review()
        if approve, !approved.isEmpty {
            let teacher = try Self.printable(by) ?? scope(.schoolClass(name)).teacher
            for code in approved {
                let item = try NamedThings(store: store).item(code)
                let rule = TeacherRule(
                    kind: .approve, scope: .schoolClass(name), target: .item(item.id), by: teacher,
                    readDigest: item.readDigest, at: now)
                if try appendIfNew(rule) { review.approvedItems += 1 }
            }
        }
        let members = try store.write { scope throws(StoreError) in
            try lists(of: name, approve: approve && approved.isEmpty, into: &review, in: scope)
        }
        review.items = try waitingItems(members, now: now)
        return review
    }

    /// Approves the lists that wait for a class, or tells them; gives its members.
    private func lists(
        of name: String, approve: Bool, into review: inout Review, in scope: borrowing WriteScope
    ) throws(StoreError) -> [Learner] {
        // Of the class alone: what is known of the other learners, and their lists, is not read.
        let facts = try store.learners.facts(about: store.learners.ids(inClass: name))
        review.findings = facts.unread.sorted { $0.key < $1.key }.flatMap { id, unread in
            Learner(id: id, facts: unread.facts).classes.contains(name) ? facts.findings(about: id) : []
        }
        let members = facts.known.map { Learner(id: $0.key, facts: $0.value) }
            .filter { $0.enrolled && $0.consent != false && $0.classes.contains(name) }.sorted { $0.id < $1.id }
        let names = Dictionary(members.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        for edition in try store.lists.editionsAwaitingApproval() {
            let ids = try store.lists.learners(of: edition, in: .awaitingApproval).filter { names[$0] != nil }
            let read = try store.lists.lists(of: edition, learners: ids)
            let waiting = ids.compactMap { read.lists[$0]?.list }
            review.findings += read.findings
            if approve {
                // Noted before and after, so that neither a kill nor a tick in between loses it.
                if !waiting.isEmpty { try store.schedules.noteApproval(of: edition, in: scope) }
                review.approvedLists += try store.lists.setState(
                    from: .awaitingApproval, to: .ready, edition: edition, learners: waiting.map { $0.learner },
                    in: scope)
                if !waiting.isEmpty { try store.schedules.noteApproval(of: edition, in: scope) }
            } else {
                for list in waiting { review.lists.append(try waitingList(list, name: names[list.learner] ?? "")) }
            }
        }
        return members
    }

    private func waitingList(_ list: ReadingList, name: String) throws(StoreError) -> Review.WaitingList {
        let items = try store.items.items(versions: Set(list.entries.map { $0.version }))
        return Review.WaitingList(
            learner: name, edition: list.edition,
            titles: list.entries.compactMap { items[$0.version].map { "\($0.code)  \($0.title)" } })
    }

    /// The items that a learner of the class could get but for a teacher's approval, the newest first.
    private func waitingItems(_ members: [Learner], now: Timestamp) throws -> [Review.WaitingItem] {
        let snapshot = try RankSnapshot(store: store, asOf: .all, settings: school.rankingSettings, now: now)
        let lines = StoredLines(store: store, marks: .all)
        var waiting: [ItemID: Review.WaitingItem] = [:]
        for learner in members {
            guard let known = try lines.line(of: learner.id) else { continue }
            for (item, verdict) in snapshot.heldForReview(known) {
                waiting[item.id] = Review.WaitingItem(item: item, because: verdict.because)
            }
        }
        return waiting.values.sorted {
            $0.item.published != $1.item.published ? $0.item.published > $1.item.published : $0.item.id < $1.item.id
        }
    }

    /// A teacher's name as it will be printed.
    private static func printable(_ by: String?) throws -> String? {
        guard let by else { return nil }
        let isPlain =
            !by.trimmed.isEmpty && by.count <= 100
            && !by.unicodeScalars.contains { $0.properties.generalCategory == .control }
        guard isPlain else { throw RequestError("--by is printed on pages: give a name of at most 100 characters.") }
        return by.trimmed
    }

    private func scope(_ audience: Audience) throws -> (TeacherRule.Scope, whom: String, teacher: String) {
        let things = NamedThings(store: store)
        let classes = try store.learners.classes()
        func teacher(_ name: String?) -> String { classes.first { $0.name == name }?.teacher ?? "your teacher" }
        switch audience {
        case .schoolClass(let name):
            let name = try things.schoolClass(name)
            return (.schoolClass(name), "class \(name)", teacher(name))
        case .learner(let name):
            let learner = try things.learner(name)
            return (.learner(learner.id), learner.name, teacher(learner.classes.first))
        }
    }

    /// Appends a rule unless the last word about its target says the same.
    private func appendIfNew(_ rule: TeacherRule) throws -> Bool {
        try store.write { scope in try append(rule, in: scope) }
    }

    private func append(_ rule: TeacherRule, in scope: borrowing WriteScope) throws -> Bool {
        let last = try store.learners.rules().known.last { known in
            known.scope == rule.scope && known.target == rule.target && known.kind.family == rule.kind.family
        }
        if let last, last.kind == rule.kind, last.by == rule.by, last.assigned == rule.assigned,
            last.readDigest == rule.readDigest
        {
            return false
        }
        try store.learners.append([rule], in: scope)
        return true
    }
}
