import Configuration
import Content
import Pipeline
import Scheduling
import Store

/// Shows what waits, is thin, late or has failed in a teacher's classes, and what comes next. It reads what is there, and reckons nothing.
public struct ShowToday: UseCase {
    private let open: SchoolAndStore
    private var school: School { open.school }
    private var store: Store { open.store }

    /// In a school.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// Of whom.
    public struct Request: Sendable {
        /// The classes, by name.
        public var classes: [String]

        /// Of some classes.
        package init(_ classes: [String]) { self.classes = classes }
    }

    /// What a teacher sees first.
    public struct Outcome: Sendable {
        /// A class each, in the order in which they were named.
        public var classes: [Today]
    }

    /// A class today.
    public struct Today: Sendable {
        /// The class.
        public var schoolClass: Verbatim
        /// How many learners are in it.
        public var learners = 0
        /// The edition that can still be changed; nil: none.
        public var open: Edition?
        /// How many lists of it wait for approval.
        public var waiting = 0
        /// How many are held back.
        public var held = 0
        /// How many articles wait because of their words; nil: nobody has looked since articles came, or since it was said what may come.
        public var articles: Int?
        /// Whose lists of it hold fewer than two articles.
        public var short: [Verbatim] = []
        /// Who has none.
        public var without: [Verbatim] = []
        /// For whom articles run out, and in how many lists; nil: already.
        public var runsOut: [(name: Verbatim, lasts: Int?)] = []
        /// The languages in which nothing new came for two weeks that somebody may get, with how many learners read them.
        public var silent: [(language: Verbatim, learners: Int)] = []
        /// The wishes that nothing serves yet, with how many learners have them; nil: one that is not for others to see.
        public var wishes: [(topic: Verbatim?, learners: Int)] = []
        /// Of whom nobody has said what they like, need or are good at.
        public var unknown: [Verbatim] = []
        /// Whose level, strengths or needs are older than half a year.
        public var stale: [Verbatim] = []
        /// The next edition of a schedule: when its lists go out, as the school's clock says it.
        public var next: (edition: Edition, at: Verbatim)?
        /// An edition that is due and that nobody is at work on.
        public var late: Edition?
        /// The last edition of a schedule, where it was missed or has failed and no other has gone out since.
        public var trouble: (edition: Edition, state: EditionRecord.State, failures: Int)?
        /// The edition whose lists were made last, where parts had to be left out.
        public var lessThanWhole: Edition?

        init(_ schoolClass: String) { self.schoolClass = Verbatim(schoolClass) }
    }

    /// Shows it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let schedules = try ScheduledToday(school: school, store: store, now: now)
        return Outcome(
            classes: try request.classes.map { name in
                var today = Today(name)
                try addLearners(to: &today, now: now)
                try schedules.add(to: &today)
                return today
            })
    }

    private func addLearners(to today: inout Today, now: Timestamp) throws {
        let name = today.schoolClass.text
        let members = try ReviewedLearners(store: store).members(of: name)
        let facts = try store.learners.facts(about: members).known
        let known = members.filter { $0.classRead == nil && facts[$0]?.isEmpty == false }
            .map { Learner(id: $0, facts: facts[$0] ?? []) }
        let learners = known.filter(\.enrolled).sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        // Of who is not profiled nothing is asked that would not be used.
        let profiled = learners.filter { $0.mayBeProfiled(on: school.lawfulBasis) }
        today.learners = learners.count
        today.articles = try open.looked.count(of: name, known, in: store)
        if let lists = try OpenLists.latestLists(of: members, school: school, store: store) {
            add(lists, to: &today, profiled)
        }
        for learner in profiled {
            let told = facts[learner.id] ?? []
            let profile = InterestProfile(facts: told)
            let isKnown = !(profile.wants + profile.strengths + profile.needs).isEmpty || !profile.taught.isEmpty
            if !isKnown { today.unknown.append(Verbatim(learner.name)) }
            if StaleLearner.parts(of: told, now: now).contains(where: { $0.since != nil }) {
                today.stale.append(Verbatim(learner.name))
            }
        }
        let supplies = try store.supply.supplies(of: profiled.map(\.id))
        var silent: [String: Int] = [:]
        for learner in profiled {
            guard let supply = supplies[learner.id] else { continue }
            if supply.runsOut {
                today.runsOut.append((Verbatim(learner.name), supply.compactMap(\.lasts).min()))
            }
            for one in supply where one.isSilent { silent[one.language, default: 0] += 1 }
        }
        today.silent = silent.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (Verbatim($0.key), $0.value) }
    }

    private func add(_ lists: OpenLists, to today: inout Today, _ learners: [Learner]) {
        let own = lists.all.filter { $0.terms.mayHold(today.schoolClass.text) }
        let open = own.filter { !$0.isOut }
        today.open = lists.edition
        today.waiting = open.count { $0.list.state == .awaitingApproval }
        today.held = open.count { $0.list.state == .held }
        today.short = open.filter {
            $0.list.entries.count < ReviewSheet.Reader.fewest && $0.learner.id.classRead == nil
        }
        .map { Verbatim($0.learner.name) }.sorted()
        let served = Set(lists.all.map { $0.learner.id })
        today.without = learners.filter { !served.contains($0.id) }.map { Verbatim($0.name) }
        var wishes: [String: (topic: Verbatim?, learners: Set<LearnerID>)] = [:]
        for open in own {
            for answer in open.list.answers ?? [] where [.nothing, .harder].contains(answer.outcome) {
                let isNamed = answer.origin != .guardian && school.isNamedToOthers(answer.phrase)
                let key = isNamed ? answer.phrase.lowercased() : ""
                wishes[key, default: (isNamed ? Verbatim(answer.phrase) : nil, [])].learners.insert(open.learner.id)
            }
        }
        today.wishes = wishes.sorted { ($1.value.learners.count, $0.key) < ($0.value.learners.count, $1.key) }
            .map { ($0.value.topic, $0.value.learners.count) }
    }
}
