import Content
import GRDB

/// Looks learners up by what one kind of fact says, without reading the others.
extension LearnerRepository {
    /// What the last fact of a kind says of each learner of whom there is one; what is said of the others is not read.
    public func latest(_ kind: Fact.Kind) throws(StoreError) -> [LearnerID: String] {
        try StoreError.wrapping("read the learners") {
            try database.read { db in
                let rows = try Row.fetchCursor(
                    db, sql: "SELECT learner, value FROM learnerFact WHERE kind = ? ORDER BY learner, number",
                    arguments: [kind.rawValue])
                var latest: [LearnerID: String] = [:]
                while let row = try rows.next() { latest[LearnerID(rawValue: row[0])] = row[1] }
                return latest
            }
        }
    }

    /// The learners whose last word about their classes names one, by id; whether they are on the roster stands elsewhere.
    public func ids(inClass name: String) throws(StoreError) -> [LearnerID] {
        try latest(.classes).filter { Fact.list($0.value).contains(name) }.keys.sorted()
    }
}
