import Configuration
import Content
import Output
import Pipeline
import Ranking
import Store

/// Shows what lists hold and what waits, and repairs, approves, holds back and lets go on what is asked, before they go out.
public struct ReviewLists: UseCase {
    private let open: SchoolAndStore
    private let school: School
    private let store: Store

    /// In a school.
    package init(_ open: SchoolAndStore) {
        self.open = open
        (school, store) = (open.school, open.store)
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

        /// What the lists were when they were looked at (``ReviewSheet/digest``); nil: nobody looked. Where they are others now, nothing is done.
        public var seen: String?
        /// Whether the articles that wait are looked for too, which takes ranking's view of all articles.
        public var looksForArticles = true

        /// A look at everything.
        package init() {}

        /// Whether it changes anything.
        var changes: Bool { approves || !(veto + pin + swap + hold + lift).isEmpty }
    }

    /// A class, or one learner.
    public struct Part: Sendable {
        /// What waits for the class, and what was done; nil: of no class.
        public var review: ClassReview?
        /// What the lists hold.
        public var sheet: ReviewSheet
    }

    /// What a teacher sees.
    public struct Outcome: Sendable {
        /// What was done with lists; nil: nothing was asked.
        public var repair: RepairReport?
        /// A class each, or one learner.
        public var parts: [Part] = []
        /// The learners for whom articles run out.
        public var supply: [SupplyDesk.Line] = []
        /// The school's wordings of reasons.
        public let wording: ReasonWording
        /// The language that a teacher is told them in.
        package(set) public var language: Verbatim

        init(_ school: School) {
            (wording, language) = (school.reasons, Verbatim(school.configuration.school.language))
        }
    }

    /// Does what is asked for, and tells what is there then.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let things = NamedThings(store: store)
        let only = try request.learner.map { try things.learner($0) }
        let named = try request.schoolClass.map { try things.schoolClass($0) }
        if let only, let named, !only.classes.contains(named) {
            throw ListRefusal.isNotInClass(Verbatim(only.name), schoolClass: Verbatim(named))
        }
        guard only != nil || named != nil || !request.changes else { throw ListRefusal.namesNobody }
        var outcome = Outcome(school)
        if let language = try language(of: only, class: named) { outcome.language = Verbatim(language) }
        let orders = try orders(request, only: only, named: named, by: actor)
        let check = check(request, only: only, named: named)
        if !orders.isEmpty {
            let members = try only.map { [$0.id] } ?? named.map { try store.learners.ids(inClass: $0) } ?? []
            let edition = try request.edition ?? openEdition(of: members)
            outcome.repair = try ListRepair(school: school, store: store).run(
                orders, edition: edition, check: check, now: now)
        }
        let groups = try ReviewedLearners(store: store).groups(class: request.schoolClass, learner: request.learner)
        var snapshot: RankSnapshot?
        for (name, members) in groups {
            var review: ClassReview?
            if let name {
                let asked = ReviewClass.Request(
                    name, approves: request.approves, items: request.items, hold: request.hold, lift: request.lift)
                // What was just repaired was compared before.
                review = try ReviewClass(open, check: orders.isEmpty ? check : nil).review(
                    asked, only: only?.id, edition: request.edition, by: actor,
                    looking: request.looksForArticles, snapshot: &snapshot, now: now)
            } else if let only, request.approves || !(request.hold + request.lift).isEmpty {
                throw ListRefusal.isInNoClass(Verbatim(only.name))
            }
            let sheet = try ReviewSheetMaker(school: school, store: store).sheet(
                class: name, members: members, only: only, edition: request.edition)
            outcome.parts.append(Part(review: review, sheet: sheet))
        }
        outcome.supply = try SupplyDesk(school: school, store: store).lastSeen(now: now).filter { line in
            only.map { $0.id == line.learner } ?? named.map { line.classes.contains($0) } ?? true
        }
        return outcome
    }

    /// Refuses what was asked for on other lists than these.
    private func check(
        _ request: Request, only: Learner?, named: String?
    ) -> (@Sendable (borrowing WriteScope) throws -> Void)? {
        guard let seen = request.seen else { return nil }
        let maker = ReviewSheetMaker(school: school, store: store)
        return { scope in
            // What was looked at is the class's sheet, also where one learner of it is meant.
            let name = named ?? only?.homeClass
            let members = try name.map { try ReviewedLearners(store: store).members(of: $0) } ?? []
            let digest = try maker.digest(class: name, members: members, edition: request.edition)
            if digest != seen { throw ListRefusal.hasChanged }
        }
    }

    /// The language of the school of a learner, or of a class of one school.
    private func language(of learner: Learner?, class name: String?) throws -> String? {
        let configuration = school.configuration
        guard configuration.isDistrict else { return nil }
        if let learner { return configuration.school(of: learner).language }
        guard let name, let schools = try store.learners.schools(ofClasses: [name])[name], schools.count == 1 else {
            return nil
        }
        return configuration.entry(of: schools.first)?.school.language
    }

    /// The edition whose lists can still be changed, or else the newest, of which it is said that they cannot.
    private func openEdition(of members: [LearnerID]) throws -> Edition? {
        if let open = try OpenLists.latest(of: members, school: school, store: store) { return open }
        return try members.compactMap { try store.lists.editions(of: $0).first }.max()
    }

    private func orders(
        _ request: Request, only: Learner?, named: String?, by actor: Actor
    ) throws -> [ListRepair.Order] {
        let asked = [(RepairVerb.veto, request.veto), (.pin, request.pin), (.swap, request.swap)]
        guard asked.contains(where: { !$0.1.isEmpty }) else { return [] }
        let audience = only.map { RuleAudience.learner($0.id.rawValue) } ?? .schoolClass(named ?? "")
        let said = try RuleBook(school: school, store: store).said(for: audience, by: actor)
        let orders = try asked.flatMap { verb, codes in
            try codes.map { code in
                ListRepair.Order(verb: verb, item: try NamedThings(store: store).item(code), said: said)
            }
        }
        for order in orders where orders.contains(where: { order.contradicts($0) }) {
            throw ListRefusal.contradiction(ArticleName(order.item))
        }
        return orders
    }
}
