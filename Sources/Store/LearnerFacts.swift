import Content

/// What is known of learners. One of whom a row is not understood is set apart: nobody can tell what it restricts.
public struct LearnerFacts: Sendable {
    /// A learner of whom not every row is understood.
    public struct Unread: Sendable {
        /// What can be read of them, in the order in which it was stored.
        public internal(set) var facts: [Fact]
        /// The first row that is not understood.
        public let problem: StoreError
    }

    /// The facts of those of whom every row is understood, in the order in which they were stored.
    public private(set) var known: [LearnerID: [Fact]] = [:]
    /// Those of whom a row is not understood: no list is made for them, and nothing is sent to them.
    public private(set) var unread: [LearnerID: Unread] = [:]

    init() {}

    /// All that can be read of anybody. For what is added to it (an import, a wish, a stop); never for making or sending a list.
    public var readable: [LearnerID: [Fact]] {
        unread.isEmpty ? known : known.merging(unread.mapValues { $0.facts }) { $1 }
    }

    /// One finding for each who is set apart, by id.
    public var findings: [Finding] { unread.keys.sorted().flatMap { findings(about: $0) } }

    /// The finding about a learner who is set apart; none about any other.
    public func findings(about learner: LearnerID) -> [Finding] {
        unread[learner].map {
            [$0.problem.finding(at: "learner \(learner)", "nothing is made for them or sent to them")]
        } ?? []
    }

    mutating func takeNothing(of learner: LearnerID) { known[learner] = known[learner] ?? [] }

    mutating func take(_ row: StrictRow) throws(StoreError) {
        let learner = LearnerID(rawValue: try row.text("learner"))
        do throws(StoreError) {
            let fact = try Self.fact(row, of: learner)
            if unread[learner] == nil {
                known[learner, default: []].append(fact)
            } else {
                unread[learner]?.facts.append(fact)
            }
        } catch {
            guard unread[learner] == nil else { return }
            unread[learner] = Unread(facts: known.removeValue(forKey: learner) ?? [], problem: error)
        }
    }

    private static func fact(_ row: StrictRow, of learner: LearnerID) throws(StoreError) -> Fact {
        Fact(
            number: try row.number("number"), learner: learner, kind: try row.value("kind") { Fact.Kind(rawValue: $0) },
            value: try row.text("value"), item: try row.optionalText("item").map { ItemID(rawValue: $0) },
            origin: try row.value("origin") { Fact.Origin(rawValue: $0) }, at: try row.moment("at"))
    }
}

/// Teachers' rules as they are stored. A row that is not understood may be a veto: whom it is for gets no list.
public struct TeacherRules: Sendable {
    /// A rule that is not understood.
    public struct Unread: Hashable, Sendable {
        /// Whom it is for.
        public let scope: TeacherRule.Scope
        /// Which row it is.
        public let problem: StoreError

        /// Whether it is for a learner or a class of theirs.
        public func mayHold(for learner: Learner) -> Bool {
            switch scope {
            case .schoolClass(let name): learner.classes.contains(name)
            case .learner(let id): learner.id == id
            }
        }

        /// What a person should know.
        public var finding: Finding {
            switch scope {
            case .schoolClass(let name):
                problem.finding(at: "class \(name)", "it may be a veto, so its learners get no list")
            case .learner(let id): problem.finding(at: "learner \(id)", "it may be a veto, so they get no list")
            }
        }
    }

    /// The rules that are understood, in the order in which they were stored, taken-back ones included.
    public private(set) var known: [TeacherRule] = []
    /// Those that are not.
    public private(set) var unread: [Unread] = []

    init() {}

    /// The first rule that is not understood and may hold for a learner.
    public func unread(for learner: Learner) -> Unread? { unread.first { $0.mayHold(for: learner) } }

    mutating func take(_ row: StrictRow) throws(StoreError) {
        let scope: TeacherRule.Scope
        if let name = try row.optionalText("class") {
            scope = .schoolClass(name)
        } else {
            scope = .learner(LearnerID(rawValue: try row.text("learner")))
        }
        do throws(StoreError) {
            known.append(try Self.rule(row, for: scope))
        } catch {
            unread.append(Unread(scope: scope, problem: error))
        }
    }

    private static func rule(_ row: StrictRow, for scope: TeacherRule.Scope) throws(StoreError) -> TeacherRule {
        let target: TeacherRule.Target
        if let id = try row.optionalText("item") {
            target = .item(ItemID(rawValue: id))
        } else {
            target = .topic(try row.text("topic"))
        }
        return TeacherRule(
            number: try row.number("number"), kind: try row.value("kind") { TeacherRule.Kind(rawValue: $0) },
            scope: scope, target: target, by: try row.text("by"), assigned: try row.flag("assigned"),
            readDigest: try row.optionalText("readDigest"), at: try row.moment("at"))
    }
}
