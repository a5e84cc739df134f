import Content
import GRDB

/// What holds now, as tables beside the appended ones that it is a view over.
enum Projections {
    /// Changes whenever what is written there does: a store with another is brought up to date when it is opened.
    static let version = 2

    /// Whether it is this version of it that has written them.
    static func areCurrent(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT version FROM projection") == version
    }

    /// Makes everything anew where another version of this has written it.
    static func catchUp(_ db: Database) throws {
        guard try !areCurrent(db) else { return }
        try rebuild(db)
        try db.execute(sql: "DELETE FROM projection")
        try db.execute(sql: "INSERT INTO projection VALUES (?)", arguments: [version])
    }

    /// Makes everything anew from what was said.
    static func rebuild(_ db: Database) throws {
        for table in ["learnerClass", "learnerGuardian", "learnerTopic", "classTeacher", "standingRule"] {
            try db.execute(sql: "DELETE FROM \(table)")
        }
        for number in try Int64.fetchAll(db, sql: "SELECT number FROM learner ORDER BY number") {
            try LearnerProjection.write(number, in: db)
        }
        for name in try String.fetchAll(db, sql: "SELECT DISTINCT name FROM classVersion ORDER BY name") {
            try ClassProjection.write(name, in: db)
        }
        for rule in try Int64.fetchAll(db, sql: "SELECT number FROM teacherRule ORDER BY number") {
            try RuleProjection.take(rule, in: db)
        }
    }
}
