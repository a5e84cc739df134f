import Content
import GRDB

/// What is known of learners and classes: facts, class versions and teachers' rules, all appended.
public struct LearnerRepository: Sendable {
    let database: any DatabaseWriter

    /// Appends facts in their order, all or none.
    public func append(_ facts: [Fact]) throws(StoreError) {
        guard !facts.isEmpty else { return }
        try StoreError.wrapping("store what is said of learners") {
            try database.write { try Self.insert(facts, in: $0) }
        }
    }

    static func insert(_ facts: [Fact], in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO learnerFact (learner, kind, value, item, origin, at) VALUES (?, ?, ?, ?, ?, ?)")
        for fact in facts {
            try statement.execute(arguments: [
                fact.learner.rawValue, fact.kind.rawValue, fact.value, fact.item?.rawValue, fact.origin.rawValue,
                fact.at.seconds,
            ])
        }
    }

    /// The facts about every learner at the marks, in the order in which they were stored.
    public func facts(asOf marks: StoreMarks = .all) throws(StoreError) -> [LearnerID: [Fact]] {
        try StoreError.wrapping("read the learners") {
            try database.read { db in
                let rows = try Row.fetchCursor(
                    db, sql: "SELECT * FROM spokenFact WHERE number <= ? ORDER BY number", arguments: [marks.facts])
                var facts: [LearnerID: [Fact]] = [:]
                while let row = try rows.next() {
                    if let fact = Self.fact(row) { facts[fact.learner, default: []].append(fact) }
                }
                return facts
            }
        }
    }

    /// The facts about one learner at the marks, in the order in which they were stored; empty for an unknown learner.
    public func facts(about learner: LearnerID, asOf marks: StoreMarks = .all) throws(StoreError) -> [Fact] {
        try StoreError.wrapping("read learner \(learner)") {
            try database.read { db in
                try Row.fetchAll(
                    db, sql: "SELECT * FROM spokenFact WHERE learner = ? AND number <= ? ORDER BY number",
                    arguments: [learner.rawValue, marks.facts]
                ).compactMap { Self.fact($0) }
            }
        }
    }

    /// Everybody of whom there is a fact at the marks.
    public func ids(asOf marks: StoreMarks = .all) throws(StoreError) -> [LearnerID] {
        try StoreError.wrapping("read the learners") {
            try database.read { db in
                try String.fetchAll(
                    db, sql: "SELECT DISTINCT learner FROM learnerFact WHERE number <= ?", arguments: [marks.facts]
                ).map { LearnerID(rawValue: $0) }
            }
        }
    }

    /// Appends versions of classes, all or none.
    public func append(_ classes: [SchoolClass], at now: Timestamp) throws(StoreError) {
        guard !classes.isEmpty else { return }
        try StoreError.wrapping("store the classes") {
            try database.write { db in
                for version in classes {
                    try db.execute(
                        sql: """
                            INSERT INTO classVersion (name, teacher, teacherEmail, dial, review, at)
                            VALUES (?, ?, ?, ?, ?, ?)
                            """,
                        arguments: [
                            version.name, version.teacher, version.teacherEmail, version.dial?.rawValue, version.review,
                            now.seconds,
                        ])
                }
            }
        }
    }

    /// The classes at the marks, by name.
    public func classes(asOf marks: StoreMarks = .all) throws(StoreError) -> [SchoolClass] {
        try StoreError.wrapping("read the classes") {
            try database.read { db in
                let sql = """
                    SELECT version.* FROM classVersion version WHERE version.number =
                        (SELECT MAX(number) FROM classVersion WHERE name = version.name AND number <= ?) ORDER BY name
                    """
                return try Row.fetchAll(db, sql: sql, arguments: [marks.classes]).map { row in
                    SchoolClass(
                        name: row["name"], teacher: row["teacher"], teacherEmail: row["teacherEmail"],
                        dial: (row["dial"] as Int?).flatMap { Dial(rawValue: $0) }, review: row["review"])
                }
            }
        }
    }

    /// Appends teachers' rules, all or none.
    public func append(_ rules: [TeacherRule]) throws(StoreError) {
        try StoreError.wrapping("store a teacher's rule") {
            try database.write { db in
                for rule in rules {
                    var row: (schoolClass: String?, learner: String?, item: String?, topic: String?) = (
                        nil, nil, nil, nil
                    )
                    switch rule.scope {
                    case .schoolClass(let name): row.schoolClass = name
                    case .learner(let id): row.learner = id.rawValue
                    }
                    switch rule.target {
                    case .item(let id): row.item = id.rawValue
                    case .topic(let topic): row.topic = topic
                    }
                    try db.execute(
                        sql: """
                            INSERT INTO teacherRule (kind, class, learner, item, topic, by, assigned, readDigest, at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """,
                        arguments: [
                            rule.kind.rawValue, row.schoolClass, row.learner, row.item, row.topic, rule.by,
                            rule.assigned, rule.readDigest, rule.at.seconds,
                        ])
                }
            }
        }
    }

    /// The rules at the marks, in the order in which they were stored, taken-back ones included.
    public func rules(asOf marks: StoreMarks = .all) throws(StoreError) -> [TeacherRule] {
        try StoreError.wrapping("read the teachers' rules") {
            try database.read { db in
                try Row.fetchAll(
                    db, sql: "SELECT * FROM teacherRule WHERE number <= ? ORDER BY number", arguments: [marks.rules]
                ).compactMap { Self.rule($0) }
            }
        }
    }

    static func fact(_ row: Row) -> Fact? {
        guard let kind = Fact.Kind(rawValue: row["kind"]), let origin = Fact.Origin(rawValue: row["origin"]) else {
            return nil
        }
        return Fact(
            number: row["number"], learner: LearnerID(rawValue: row["learner"]), kind: kind, value: row["value"],
            item: (row["item"] as String?).map { ItemID(rawValue: $0) }, origin: origin, at: row.timestamp("at"))
    }

    private static func rule(_ row: Row) -> TeacherRule? {
        guard let kind = TeacherRule.Kind(rawValue: row["kind"]) else { return nil }
        let scope: TeacherRule.Scope
        if let name = row["class"] as String? {
            scope = .schoolClass(name)
        } else if let id = row["learner"] as String? {
            scope = .learner(LearnerID(rawValue: id))
        } else {
            return nil
        }
        let target: TeacherRule.Target
        if let id = row["item"] as String? {
            target = .item(ItemID(rawValue: id))
        } else if let topic = row["topic"] as String? {
            target = .topic(topic)
        } else {
            return nil
        }
        return TeacherRule(
            number: row["number"], kind: kind, scope: scope, target: target, by: row["by"], assigned: row["assigned"],
            readDigest: row["readDigest"], at: row.timestamp("at"))
    }
}
