import Content
import GRDB

/// Which schools learners are of, read from what holds of them now.
extension LearnerRepository {
    /// How many learners of the roster each school has, by name; nil: those of whom no school is known.
    public func countsOfSchools() throws(StoreError) -> [SchoolName?: Int] {
        try StoreError.wrapping("count the learners of each school") {
            try database.read { db in
                let sql = "SELECT school, COUNT(*) AS learners FROM learner WHERE isEnrolled GROUP BY school"
                return try Row.fetchAll(db, sql: sql).reduce(into: [:]) { counts, row in
                    let name = (row["school"] as String?).flatMap { SchoolName($0) }
                    counts[name, default: 0] += row["learners"] as Int
                }
            }
        }
    }

    /// The classes that have learners of several schools, each with these, in the order of their names. A learner of whom no school is
    /// known makes no class one of several.
    public func classesOfSeveralSchools() throws(StoreError) -> [String: [SchoolName]] {
        try StoreError.wrapping("read the schools of each class") {
            try database.read { db in
                let sql = """
                    SELECT DISTINCT class.name AS class, school FROM learnerClass
                        JOIN learner ON learner.number = learnerClass.learner
                        JOIN class ON class.number = learnerClass.class
                        WHERE until IS NULL AND isEnrolled AND school IS NOT NULL ORDER BY class.name, school
                    """
                let rows = try Row.fetchCursor(db, sql: sql)
                var schools: [String: [SchoolName]] = [:]
                while let row = try rows.next() {
                    guard let name = SchoolName(row["school"]) else { continue }
                    let known = schools[row["class"], default: []]
                    if !known.contains(name) { schools[row["class"]] = known + [name] }
                }
                return schools.filter { $0.value.count > 1 }
            }
        }
    }

    /// The schools of the learners that some classes have now.
    public func schools(ofClasses names: [String]) throws(StoreError) -> [String: Set<SchoolName>] {
        try StoreError.wrapping("read the schools of classes") {
            try database.read { db in
                let sql = """
                    SELECT DISTINCT school FROM class JOIN learnerClass ON learnerClass.class = class.number
                        JOIN learner ON learner.number = learnerClass.learner
                        WHERE class.name = ? AND until IS NULL AND isEnrolled AND school IS NOT NULL
                    """
                let statement = try db.makeStatement(sql: sql)
                return try names.reduce(into: [:]) { schools, name in
                    schools[name] = Set(try String.fetchAll(statement, arguments: [name]).compactMap { SchoolName($0) })
                }
            }
        }
    }
}
