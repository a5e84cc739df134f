import Content
import GRDB

/// Reads what is known of the readers of classes' pages: it follows from the class, and is stored nowhere.
enum ClassReaders {
    /// The facts about the reader of a class's page at the marks; none where nobody is in the class.
    static func facts(ofClass name: String, asOf marks: StoreMarks, in db: Database) throws -> [Fact] {
        let everIn = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT DISTINCT learner.id FROM class CROSS JOIN learnerClass ON learnerClass.class = class.number
                        CROSS JOIN learner ON learner.number = learnerClass.learner WHERE class.name = ?
                    """), arguments: [name])
        let statement = try db.cachedStatement(
            sql: "SELECT * FROM spokenFact WHERE learner = ? AND number <= ? ORDER BY number")
        let members = try everIn.map { id in
            var facts = LearnerFacts()
            let rows = try Row.fetchCursor(statement, arguments: [id, marks.facts])
            while let row = try rows.next() { try facts.take(StrictRow(row, of: "learnerFact")) }
            let learner = LearnerID(rawValue: id)
            // Of one of whom a row is not understood what can be read counts: a grade that is not known is the lowest.
            return ClassReader.Member(id: learner, facts: facts.readable[learner] ?? [])
        }
        let language = try String.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT CASE typeof(language) WHEN 'text' THEN language END FROM classVersion
                        WHERE name = ? AND number <= ? ORDER BY number DESC LIMIT 1
                    """), arguments: [name, marks.classes])
        return ClassReader.facts(ofClass: name, language: language, members: members)
    }
}

extension ListRepository {
    /// The reader of a class's page, where there is a page of any edition; empty: there is none.
    public func readers(ofClass name: String) throws(StoreError) -> [LearnerID] {
        let reader = LearnerID.reader(ofClass: name)
        return try editions(of: reader).isEmpty ? [] : [reader]
    }

    /// The classes whose page of an edition is in a state, with the run that made it, by name.
    public func classPages(
        of edition: Edition, in state: ReadingList.State
    ) throws(StoreError) -> [(schoolClass: String, run: Int64)] {
        try StoreError.wrapping("read the class pages of \(edition)") {
            try database.read { db in
                let sql = """
                    SELECT learner.id, run FROM list JOIN learner ON learner.number = list.learner
                        WHERE edition = ? AND state = ? AND substr(learner.id, 1, ?) = ? ORDER BY learner.id
                    """
                let begin = LearnerID.beginOfReaders
                let rows = try Row.fetchAll(
                    db, sql: sql, arguments: [edition.description, state.rawValue, begin.count, begin])
                return rows.compactMap { row in
                    LearnerID(rawValue: row[0]).classRead.map { ($0, row[1]) }
                }
            }
        }
    }
}
