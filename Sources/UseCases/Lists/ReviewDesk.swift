import Content
import Pipeline
import Ranking
import Store

/// What a teacher looks at, and repairs, before lists go out.
public struct ReviewDesk: Sendable {
    let school: School
    let store: Store

    /// A desk over a school's store.
    public init(school: School, store: Store) {
        self.school = school
        self.store = store
    }

    /// What a teacher asks for.
    public struct Request: Sendable {
        /// The class; nil: that of the learner, or all.
        public var schoolClass: String?
        /// One learner alone, by id or name.
        public var learner: String?
        /// The edition; nil: the latest that is open.
        public var edition: Edition?
        /// Whether what waits may go out.
        public var approves = false
        /// The articles that are approved, in place of lists.
        public var items: [String] = []
        /// Articles that must not come.
        public var veto: [String] = []
        /// Articles that must.
        public var pin: [String] = []
        /// Articles that something else takes the place of, in this edition alone.
        public var swap: [String] = []
        /// Learners whose lists are held back.
        public var hold: [String] = []
        /// Learners whose lists are held back no more.
        public var lift: [String] = []
        /// Who says it.
        public var by: String?

        /// A look at everything.
        public init() {}

        /// Whether it changes anything.
        var changes: Bool { approves || !(veto + pin + swap + hold + lift).isEmpty }
    }

    /// What a teacher sees.
    public struct Answer: Sendable {
        /// What was done with lists; nil: nothing was asked.
        var repair: RepairReport?
        /// A class, or one learner: what waits, and what the lists hold.
        var parts: [(review: ClassReview, sheet: ReviewSheet)] = []
        /// The learners for whom articles run out.
        var supply: [SupplyDesk.Line] = []

        /// What a person should know.
        public var findings: [Finding] {
            var findings: [Finding] = []
            for finding in (repair?.findings ?? []) + parts.flatMap({ $0.review.findings })
            where !findings.contains(finding) { findings.append(finding) }
            return findings
        }
    }

    /// Does what is asked for, and tells what is there then.
    public func review(_ request: Request, now: Timestamp) throws -> Answer {
        let things = NamedThings(store: store)
        let only = try request.learner.map { try things.learner($0) }
        let named = try request.schoolClass.map { try things.schoolClass($0) }
        if let only, let named, !only.classes.contains(named) {
            throw RequestError("\(only.name) is not in class \(named).")
        }
        guard only != nil || named != nil || !request.changes else {
            throw RequestError("say for whom: give --class or --learner.")
        }
        var answer = Answer()
        let orders = try orders(request, only: only, named: named)
        if !orders.isEmpty {
            let members = try only.map { [$0.id] } ?? named.map { try store.learners.ids(inClass: $0) } ?? []
            let edition = try request.edition ?? openEdition(of: members)
            answer.repair = try ListRepair(school: school, store: store).run(orders, edition: edition, now: now)
        }
        let desk = TeacherDesk(school: school, store: store)
        var snapshot: RankSnapshot?
        for (name, members) in try groups(request) {
            var review = ClassReview()
            if let name {
                review = try desk.review(
                    class: name, approve: request.approves, items: request.items, hold: request.hold,
                    lift: request.lift, only: only?.id, edition: request.edition, by: request.by, snapshot: &snapshot,
                    now: now)
            } else if request.approves || !(request.hold + request.lift).isEmpty {
                throw RequestError("\(only?.name ?? "") is in no class, so there is no class that could do it.")
            }
            let sheet = try maker.sheet(class: name, members: members, only: only, edition: request.edition)
            answer.parts.append((review, sheet))
        }
        answer.supply = try SupplyDesk(school: school, store: store).lastSeen(now: now).filter { line in
            only.map { $0.id == line.learner } ?? named.map { line.classes.contains($0) } ?? true
        }
        return answer
    }

    private var maker: ReviewSheetMaker { ReviewSheetMaker(school: school, store: store) }

    /// The edition whose lists can still be changed, or else the newest, of which it is said that they cannot.
    private func openEdition(of members: [LearnerID]) throws -> Edition? {
        if let open = try OpenLists.latest(of: members, school: school, store: store) { return open }
        return try members.compactMap { try store.lists.editions(of: $0).first }.max()
    }

    /// Of whom a request is: a class with its learners each, or one learner.
    func groups(_ request: Request) throws -> [(class: String?, members: [LearnerID])] {
        let things = NamedThings(store: store)
        if let only = try request.learner.map({ try things.learner($0) }) {
            return [(try request.schoolClass.map { try things.schoolClass($0) } ?? only.homeClass, [only.id])]
        }
        if let name = try request.schoolClass.map({ try things.schoolClass($0) }) {
            return [(name, try store.learners.ids(inClass: name))]
        }
        let classes = try store.learners.classNames().map {
            (class: String?.some($0), try store.learners.ids(inClass: $0))
        }
        let inClasses = Set(classes.flatMap { $0.1 })
        let others = try store.learners.ids().filter { !inClasses.contains($0) }.sorted()
        return (classes + [(nil, others)]).filter { !$0.1.isEmpty }.map { ($0.0, $0.1) }
    }

    private func orders(_ request: Request, only: Learner?, named: String?) throws -> [ListRepair.Order] {
        let asked = [(ListRepair.Verb.veto, request.veto), (.pin, request.pin), (.swap, request.swap)]
        guard asked.contains(where: { !$0.1.isEmpty }) else { return [] }
        let desk = TeacherDesk(school: school, store: store)
        let audience = only.map { TeacherDesk.Audience.learner($0.id.rawValue) } ?? .schoolClass(named ?? "")
        let said = try desk.saying(audience, by: request.by)
        let orders = try asked.flatMap { verb, codes in
            try codes.map { code in
                ListRepair.Order(
                    verb: verb, item: try NamedThings(store: store).item(code), scope: said.scope, by: said.by,
                    whom: said.whom)
            }
        }
        for order in orders where orders.contains(where: { order.contradicts($0) }) {
            throw RequestError("“\(order.item.title)” (\(order.item.code)) cannot be both pinned and taken out.")
        }
        return orders
    }
}

extension ReviewDesk.Answer {
    /// The lines for people.
    public var lines: [String] {
        var lines = repair?.lines ?? []
        for (review, sheet) in parts {
            let waits = sheet.schoolClass.map { ReviewText.lines(review, class: $0) } ?? []
            let told = ReviewSheetText.lines(sheet)
            let isSilent = waits.isEmpty || waits == sheet.schoolClass.map { ReviewText.nothing(class: $0) }
            if isSilent, told.isEmpty, parts.count > 1 { continue }
            if !lines.isEmpty, parts.count > 1 { lines.append("") }
            // What was done is said before what is there.
            let wasDone = review.approvedLists + review.approvedItems + review.held.count + review.lifted.count > 0
            let shown = isSilent && !told.isEmpty ? [] : waits
            lines += wasDone ? shown + told : told + shown
        }
        lines += supply.map { SupplyText.line($0) }
        return lines.isEmpty ? ["Nothing waits, and no list is open."] : lines
    }

    /// The same as JSON Lines: for each class what waits, as before, then its lists' articles, with keys of their own.
    public func jsonLines() throws -> [String] {
        var lines: [String] = []
        for (review, sheet) in parts {
            if let name = sheet.schoolClass { lines += try ReviewLines.of(review, class: name) }
            lines += try ReviewSheetLines.of(sheet)
        }
        for line in supply { lines.append(try StableJSON.text(SupplyRow(line))) }
        return try lines + (repair.map { try RepairLines.of($0) } ?? [])
    }
}
