import Content
import GRDB

/// What is known of learners and classes: facts, class versions and teachers' rules, all appended.
public struct LearnerRepository: Sendable {
    let database: any DatabaseWriter

    /// Appends facts in their order, all or none; gives their numbers.
    @discardableResult
    public func append(_ facts: [Fact], in scope: borrowing WriteScope) throws(StoreError) -> [Int64] {
        guard !facts.isEmpty else { return [] }
        return try StoreError.wrapping("store what is said of learners") {
            try database.write { try Self.insert(facts, by: scope.actor, in: $0) }
        }
    }

    /// Appends facts, and writes what holds of their learners by now. Nothing is kept about the readers of classes' pages.
    @discardableResult
    static func insert(_ facts: [Fact], by actor: String?, in db: Database) throws -> [Int64] {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO learnerFact (learner, kind, value, item, guardian, origin, actor, at, takesBack)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        var changed: [LearnerID: Int64] = [:]
        var numbers: [Int64] = []
        for fact in facts where fact.learner.classRead == nil {
            let learner = try changed[fact.learner] ?? LearnerProjection.number(of: fact.learner, in: db)
            changed[fact.learner] = learner
            try statement.execute(arguments: [
                learner, fact.kind.rawValue, fact.value, fact.item?.rawValue, fact.guardian,
                fact.origin.rawValue, actor, fact.at.seconds, fact.takesBack,
            ])
            numbers.append(db.lastInsertedRowID)
        }
        for learner in changed.values.sorted() { try LearnerProjection.write(learner, in: db) }
        return numbers
    }

    /// The facts about every learner at the marks, in the order in which they were stored.
    public func facts(asOf marks: StoreMarks = .all) throws(StoreError) -> LearnerFacts {
        try StoreError.wrapping("read the learners") {
            try database.read { db in
                let rows = try Row.fetchCursor(
                    db, sql: "SELECT * FROM spokenFact WHERE number <= ? ORDER BY number", arguments: [marks.facts])
                var facts = LearnerFacts()
                while let row = try rows.next() { try facts.take(StrictRow(row, of: "learnerFact")) }
                return facts
            }
        }
    }

    /// The facts about some learners at the marks, in the order in which they were stored.
    public func facts(
        about learners: [LearnerID], asOf marks: StoreMarks = .all
    ) throws(StoreError) -> LearnerFacts {
        try StoreError.wrapping("read the learners") {
            try database.read { db in
                let statement = try db.cachedStatement(
                    sql: "SELECT * FROM spokenFact WHERE learner = ? AND number <= ? ORDER BY number")
                var facts = LearnerFacts()
                for learner in learners {
                    facts.takeNothing(of: learner)
                    if let name = learner.classRead {
                        for fact in try ClassReaders.facts(ofClass: name, asOf: marks, in: db) {
                            facts.take(.success(fact), of: learner)
                        }
                        continue
                    }
                    let rows = try Row.fetchCursor(statement, arguments: [learner.rawValue, marks.facts])
                    while let row = try rows.next() { try facts.take(StrictRow(row, of: "learnerFact")) }
                }
                return facts
            }
        }
    }

    /// The facts about one learner at the marks, in the order in which they were stored; empty for an unknown learner. Throws
    /// where a row of theirs is not understood.
    public func facts(about learner: LearnerID, asOf marks: StoreMarks = .all) throws(StoreError) -> [Fact] {
        let facts = try facts(about: [learner], asOf: marks)
        if let unread = facts.unread[learner] { throw unread.problem }
        return facts.known[learner] ?? []
    }

    /// Everybody of whom there is a fact at the marks.
    public func ids(asOf marks: StoreMarks = .all) throws(StoreError) -> [LearnerID] {
        try StoreError.wrapping("read the learners") {
            try database.read { db in
                try String.fetchAll(
                    db,
                    sql: """
                        SELECT id FROM learner WHERE EXISTS
                            (SELECT 1 FROM learnerFact WHERE learner = learner.number AND number <= ?) ORDER BY id
                        """, arguments: [marks.facts]
                ).map { LearnerID(rawValue: $0) }
            }
        }
    }

    /// Appends versions of classes, all or none.
    public func append(_ classes: [SchoolClass], at now: Timestamp, in scope: borrowing WriteScope) throws(StoreError) {
        guard !classes.isEmpty else { return }
        try StoreError.wrapping("store the classes") {
            try database.write { db in
                for version in classes {
                    try db.execute(
                        sql: """
                            INSERT INTO classVersion (name, teacher, teacherEmail, dial, review, language, at, actor)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                            """,
                        arguments: [
                            version.name, version.teacher, version.teacherEmail, version.dial?.rawValue, version.review,
                            version.language, now.seconds, scope.actor,
                        ])
                    try ClassProjection.write(version.name, in: db)
                }
            }
        }
    }

    /// The classes at the marks, by name. One whose row is not understood counts as teacher-led and reviewed: its lists wait.
    public func classes(asOf marks: StoreMarks = .all) throws(StoreError) -> [SchoolClass] {
        try readClasses(asOf: marks).map { $0.schoolClass }
    }

    /// The classes whose rows are not understood, for a person to know.
    public func findings(onClassesAsOf marks: StoreMarks = .all) throws(StoreError) -> [Finding] {
        try readClasses(asOf: marks).compactMap { read in
            read.problem.map { .classNotUnderstood(read.schoolClass.name, $0) }
        }
    }

    private func readClasses(
        asOf marks: StoreMarks
    ) throws(StoreError) -> [(schoolClass: SchoolClass, problem: StoreError?)] {
        try StoreError.wrapping("read the classes") {
            try database.read { db in
                let sql = """
                    SELECT version.* FROM classVersion version WHERE version.number =
                        (SELECT MAX(number) FROM classVersion WHERE name = version.name AND number <= ?) ORDER BY name
                    """
                return try Row.fetchAll(db, sql: sql, arguments: [marks.classes]).map { row in
                    let row = StrictRow(row, of: "classVersion")
                    let name = try row.text("name")
                    do throws(StoreError) {
                        return (try Self.schoolClass(row, name: name), nil)
                    } catch {
                        var unread = SchoolClass(name: name, dial: .teacherLed, review: true)
                        unread.isUnderstood = false
                        return (unread, error)
                    }
                }
            }
        }
    }

    private static func schoolClass(_ row: StrictRow, name: String) throws(StoreError) -> SchoolClass {
        var dial: Dial?
        if let number = try row.optionalNumber("dial") {
            dial = Dial(rawValue: Int(clamping: number))
            if dial == nil { throw row.error("dial") }
        }
        return SchoolClass(
            name: name, teacher: try row.optionalText("teacher"), teacherEmail: try row.optionalText("teacherEmail"),
            dial: dial, review: try row.flag("review"), language: try row.optionalText("language"))
    }

    /// Appends teachers' rules, all or none.
    public func append(_ rules: [TeacherRule], in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("store a teacher's rule") {
            try database.write { db in
                for rule in rules {
                    var row: (schoolClass: String?, learner: Int64?, item: String?, topic: String?, feed: String?) = (
                        nil, nil, nil, nil, nil
                    )
                    switch rule.scope {
                    case .schoolClass(let name): row.schoolClass = name
                    case .learner(let id): row.learner = try LearnerProjection.number(of: id, in: db)
                    }
                    switch rule.target {
                    case .item(let id): row.item = id.rawValue
                    case .topic(let topic): row.topic = topic
                    case .feed(let address): row.feed = address
                    }
                    try db.execute(
                        sql: """
                            INSERT INTO teacherRule
                                (kind, class, learner, item, topic, by, assigned, readDigest, at, actor, until, edition,
                                exact, feed)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """,
                        arguments: [
                            rule.kind.rawValue, row.schoolClass, row.learner, row.item, row.topic, rule.by,
                            rule.assigned, rule.readDigest, rule.at.seconds, scope.actor, rule.until?.iso,
                            rule.edition?.description, rule.exact, row.feed,
                        ])
                    try RuleProjection.take(db.lastInsertedRowID, in: db)
                }
            }
        }
    }

    /// The rules at the marks, in the order in which they were stored, taken-back ones included. Throws where of a row that
    /// is not understood nobody can tell for whom it is.
    public func rules(asOf marks: StoreMarks = .all) throws(StoreError) -> TeacherRules {
        try StoreError.wrapping("read the teachers' rules") {
            try database.read { db in
                let rows = try Row.fetchCursor(
                    db, sql: "SELECT \(Self.ruleColumns) WHERE rule.number <= ? ORDER BY rule.number",
                    arguments: [marks.rules])
                var rules = TeacherRules()
                while let row = try rows.next() { try rules.take(StrictRow(row, of: "teacherRule")) }
                return rules
            }
        }
    }

    /// The rules that stand for a learner who is in some classes, each at the place of the first about the same.
    public func standingRules(
        for learner: LearnerID, classes: [String]
    ) throws(StoreError) -> TeacherRules {
        try StoreError.wrapping("read the teachers' rules") {
            try database.read { db in
                let own = "SELECT place, \(Self.ruleColumns) JOIN standingRule ON standingRule.rule = rule.number"
                var rows = try Row.fetchAll(
                    db.cachedStatement(sql: "\(own) WHERE learner.id = ?"), arguments: [learner.rawValue])
                for name in Set(classes) {
                    rows += try Row.fetchAll(
                        db.cachedStatement(sql: "\(own) WHERE rule.class = ?"), arguments: [name])
                }
                var rules = TeacherRules()
                for row in rows.sorted(by: { ($0["place"] as Int64) < ($1["place"] as Int64) }) {
                    try rules.take(StrictRow(row, of: "teacherRule"))
                }
                return rules
            }
        }
    }

    /// The last rule about the same thing for the same class or learner, taken-back ones included; nil: there is none that is
    /// understood.
    public func lastRule(like rule: TeacherRule) throws(StoreError) -> TeacherRule? {
        try StoreError.wrapping("read the teachers' rules") {
            try database.read { db in
                let rows: [Row]
                switch rule.scope {
                case .schoolClass(let name):
                    rows = try Row.fetchAll(
                        db.cachedStatement(sql: "SELECT \(Self.ruleColumns) WHERE rule.class = ? ORDER BY rule.number"),
                        arguments: [name])
                case .learner(let id):
                    rows = try Row.fetchAll(
                        db.cachedStatement(sql: "SELECT \(Self.ruleColumns) WHERE learner.id = ? ORDER BY rule.number"),
                        arguments: [id.rawValue])
                }
                var rules = TeacherRules()
                for row in rows { try rules.take(StrictRow(row, of: "teacherRule")) }
                return rules.known.last { $0.target == rule.target && $0.kind.family == rule.kind.family }
            }
        }
    }

    /// A rule's columns, with whom it is for by the school's id.
    static let ruleColumns = """
        rule.number, kind, class, learner.id AS learner, item, topic, by, assigned, readDigest, at, until,
            edition, exact, feed FROM teacherRule rule LEFT JOIN learner ON learner.number = rule.learner
        """
}
