import Content
import GRDB

/// Writes which classes there are, and who teaches them since when, beside the versions that say so.
enum ClassProjection {
    /// The number of a class; a new one for a name that was never met.
    static func number(of name: String, in db: Database) throws -> Int64 {
        let find = try db.cachedStatement(sql: "SELECT number FROM class WHERE name = ?")
        if let known = try Int64.fetchOne(find, arguments: [name]) { return known }
        try db.cachedStatement(sql: "INSERT INTO class (name) VALUES (?)").execute(arguments: [name])
        return db.lastInsertedRowID
    }

    /// Writes anew who teaches a class.
    static func write(_ name: String, in db: Database) throws {
        let number = try number(of: name, in: db)
        try db.cachedStatement(sql: "DELETE FROM classTeacher WHERE class = ?").execute(arguments: [number])
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM classVersion WHERE name = ? ORDER BY number"), arguments: [name])
        var open: [SchoolClass.Teacher: (since: Int64, place: Int)] = [:]
        for row in rows {
            let strict = StrictRow(row, of: "classVersion")
            // A version that is not understood says nothing of who teaches.
            guard let at = try? strict.number("at"), let teacher = try? strict.optionalText("teacher"),
                let address = try? strict.optionalText("teacherEmail")
            else { continue }
            let now = SchoolClass(name: name, teacher: teacher, teacherEmail: address).teachers
            for (gone, span) in open where !now.contains(gone) {
                open[gone] = nil
                try write(number, gone, span.since, until: at, place: span.place, in: db)
            }
            for (place, teacher) in now.enumerated() { open[teacher] = (open[teacher]?.since ?? at, place) }
        }
        for (teacher, span) in open { try write(number, teacher, span.since, until: nil, place: span.place, in: db) }
    }

    private static func write(
        _ number: Int64, _ teacher: SchoolClass.Teacher, _ since: Int64, until: Int64?, place: Int, in db: Database
    ) throws {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO teacher (name, address) VALUES (?, ?)")
            .execute(arguments: [teacher.name ?? "", teacher.address ?? ""])
        let person = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT number FROM teacher WHERE name = ? AND address = ?"),
            arguments: [teacher.name ?? "", teacher.address ?? ""])
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO classTeacher VALUES (?, ?, ?, ?, ?)")
            .execute(arguments: [number, person, since, until, place])
    }
}
