import Content
import Ranking
import Store

/// What there is for learners, and for whom it runs out.
public struct SupplyDesk: Sendable {
    package let school: School
    package let store: Store

    /// A desk over a school's store.
    package init(school: School, store: Store) {
        self.school = school
        self.store = store
    }

    /// A learner's supply.
    public struct Line: Encodable, Sendable {
        /// The learner's id.
        public var learner: LearnerID
        /// Their name.
        public var name: String
        /// Their classes.
        public var classes: [String]
        /// What there is by language, their own first.
        public var languages: [Language]
        /// Whether somebody should look for feeds, all languages together.
        public var runsOut: Bool
    }

    /// What there is in one language.
    public struct Language: Encodable, Sendable {
        /// The language's tag.
        public var language: String
        /// The levels within reach, the least and the greatest, as school grades.
        public var levels: [Double]
        /// How many articles fit and were not given.
        public var fitting: Int
        /// How many such come a week.
        public var weekly: Double
        /// For how many more lists that lasts; null: as far as can be seen.
        public var lasts: Int?
        /// Days since the last article came that they may get at all; null: none ever did.
        public var quietDays: Int?
        /// How many more are needed for four lists; null: none.
        public var needed: Int?
        /// By when, as a date.
        public var by: CalendarDate?
        /// What they want to read about.
        public var topics: [String]
        /// How many of the newest list's articles are in it.
        public var listed: Int

        init(_ supply: LearnerSupply, runsOut: Bool, now: Timestamp, isNamed: (String) -> Bool) {
            language = supply.language
            levels = [supply.lowest, supply.highest].map { (max(0, $0) * 10).rounded() / 10 }
            fitting = supply.fitting
            weekly = supply.weekly
            lasts = supply.lasts
            quietDays = supply.quietDays
            needed = runsOut || supply.isLow ? supply.needed : nil
            by = needed != nil ? now.utcDate.adding(days: 7 * (supply.lasts ?? 0) + 7) : nil
            topics = supply.topics.filter(isNamed)
            listed = supply.listed
        }
    }

    /// The supply as the newest run saw it: nothing is reckoned. `only`: of a district, one school's learners; `among`: some learners alone.
    package func lastSeen(
        now: Timestamp, of only: SchoolName? = nil, among: Set<LearnerID>? = nil
    ) throws -> [Line] {
        let seen = try among.map { try store.supply.supplies(of: $0.sorted()) } ?? store.supply.all()
        let supplies = seen.filter { $0.value.runsOut }
        guard !supplies.isEmpty else { return [] }
        let lines = try supplies.sorted { $0.key < $1.key }.compactMap { id, supply -> Line? in
            let learner = Learner(id: id, facts: try store.learners.facts(about: id))
            guard only.map({ SchoolName(of: learner) == $0 }) ?? true else { return nil }
            return learner.isServed && learner.mayBeProfiled(on: school.lawfulBasis)
                ? line(learner, supply, now: now) : nil
        }
        return Self.sorted(lines)
    }

    package func line(_ learner: Learner, _ supply: [LearnerSupply], now: Timestamp) -> Line {
        Line(
            learner: learner.id, name: learner.name, classes: learner.classes,
            languages: supply.map { Language($0, runsOut: supply.runsOut, now: now, isNamed: school.isNamedToOthers) },
            runsOut: supply.runsOut)
    }

    package static func sorted(_ lines: [Line]) -> [Line] {
        lines.sorted { one, other in
            one.runsOut != other.runsOut
                ? one.runsOut : (one.name, one.learner.rawValue) < (other.name, other.learner.rawValue)
        }
    }
}
