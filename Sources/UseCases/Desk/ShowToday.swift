import Configuration
import Content
import Pipeline
import Scheduling
import Store

/// Shows what waits, is thin, late or has failed in a teacher's classes, and what comes next. It reads what is there, and reckons nothing.
public struct ShowToday: UseCase {
    private let school: School
    private let store: Store

    /// In a school.
    package init(_ open: SchoolAndStore) { (school, store) = (open.school, open.store) }

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
        public var learners: Int
        /// The edition that can still be changed; nil: none.
        public var open: Edition?
        /// How many lists of it wait for approval.
        public var waiting: Int
        /// How many are held back.
        public var held: Int
        /// Whose lists of it hold fewer than two articles.
        public var short: [Verbatim]
        /// Who has none.
        public var without: [Verbatim]
        /// For whom articles run out, and in how many lists; nil: already.
        public var runsOut: [(name: Verbatim, lasts: Int?)]
        /// The wishes that nothing serves yet, with how many learners have them; nil: one that is not for others to see.
        public var wishes: [(topic: Verbatim?, learners: Int)]
        /// The next edition of a schedule: when its lists go out, as the school's clock says it.
        public var next: (edition: Edition, at: Verbatim)?
        /// The last edition that was missed or has not gone well in the last two weeks.
        public var trouble: (edition: Edition, state: EditionRecord.State, failures: Int)?
    }

    private static let troubleDays = -14

    /// Shows it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let supply = SupplyDesk(school: school, store: store)
        let records = try store.schedules.editions(from: now.utcDate.adding(days: Self.troubleDays))
        let calendar = SchoolCalendar(of: school)
        let named = school.configuration.classesOfSchedules
        return Outcome(
            classes: try request.classes.map { name in
                let members = try ReviewedLearners(store: store).members(of: name)
                var today = Today(
                    schoolClass: Verbatim(name), learners: 0, waiting: 0, held: 0, short: [], without: [], runsOut: [],
                    wishes: [])
                let facts = try store.learners.facts(about: members).known
                let learners = members.compactMap { id in facts[id].map { Learner(id: id, facts: $0) } }
                    .filter { $0.enrolled && $0.id.classRead == nil }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
                today.learners = learners.count
                try addLists(to: &today, name, members, learners)
                today.runsOut = try supply.lastSeen(now: now, among: Set(members)).map { line in
                    (Verbatim(line.name), line.languages.compactMap(\.lasts).min())
                }
                func isMeant(_ schedule: String) -> Bool { named[schedule].map { $0.contains(name) } ?? true }
                today.next = try next(in: calendar, isMeant: isMeant, records, now: now)
                today.trouble = records.filter {
                    isMeant($0.edition.schedule) && ($0.state == .missed || $0.failures > 0)
                }.max { $0.edition < $1.edition }.map { ($0.edition, $0.state, $0.failures) }
                return today
            })
    }

    private func addLists(
        to today: inout Today, _ name: String, _ members: [LearnerID], _ learners: [Learner]
    ) throws {
        guard let edition = try OpenLists.latest(of: members, school: school, store: store) else { return }
        let lists = try OpenLists(of: edition, learners: members, school: school, store: store)
        let own = lists.all.filter { $0.terms.mayHold(name) }
        today.open = edition
        today.waiting = own.count { !$0.isOut && $0.list.state == .awaitingApproval }
        today.held = own.count { !$0.isOut && $0.list.state == .held }
        today.short = own.filter { !$0.isOut && $0.list.entries.count < 2 && $0.learner.id.classRead == nil }
            .map { Verbatim($0.learner.name) }.sorted()
        let served = Set(lists.all.map { $0.learner.id })
        today.without = learners.filter { !served.contains($0.id) && $0.mayBeProfiled(on: school.lawfulBasis) }
            .map { Verbatim($0.name) }
        var wishes: [String: (topic: Verbatim?, learners: Int)] = [:]
        for open in own {
            for answer in open.list.answers ?? [] where [.nothing, .harder].contains(answer.outcome) {
                let isNamed = answer.origin != .guardian && school.isNamedToOthers(answer.phrase)
                let key = isNamed ? answer.phrase.lowercased() : ""
                wishes[key, default: (isNamed ? Verbatim(answer.phrase) : nil, 0)].learners += 1
            }
        }
        today.wishes = wishes.sorted { ($1.value.learners, $0.key) < ($0.value.learners, $1.key) }.map(\.value)
    }

    private func next(
        in calendar: SchoolCalendar, isMeant: (String) -> Bool, _ records: [EditionRecord], now: Timestamp
    ) throws -> (edition: Edition, at: Verbatim)? {
        let skipped = Set(records.filter { $0.state == .skipped }.map(\.edition))
        let coming = try calendar.schedules(named: nil).filter { isMeant($0.name) }.flatMap { schedule in
            schedule.next(3, after: now).filter { !skipped.contains($0.edition) }.prefix(1).map { ($0, schedule.clock) }
        }
        return coming.min { $0.0.sends < $1.0.sends }.map { occurrence, clock in
            (occurrence.edition, Verbatim(clock.text(at: occurrence.sends)))
        }
    }
}
