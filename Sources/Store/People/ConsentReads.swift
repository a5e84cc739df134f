import Content
import GRDB

extension LearnerRepository {
    /// Who was at the keyboard when what tells of consent was stored, by the numbers of the facts. One whom an older version stored
    /// without asking is not among them.
    ///
    /// - Parameter learner: of whom; nil: of everybody.
    public func actorsOfConsent(of learner: LearnerID? = nil) throws(StoreError) -> [Int64: String] {
        try StoreError.wrapping("read who entered consent") {
            try database.read { db in
                let kinds = Fact.Kind.ofConsent.map { "'\($0.rawValue)'" }.joined(separator: ", ")
                let rows = try Row.fetchCursor(
                    db.cachedStatement(
                        sql: """
                            SELECT fact.number, actor FROM learnerFact fact JOIN learner ON learner.number = fact.learner
                                WHERE kind IN (\(kinds)) AND actor IS NOT NULL AND (?1 IS NULL OR learner.id = ?1)
                            """), arguments: [learner?.rawValue])
                var actors: [Int64: String] = [:]
                while let row = try rows.next() {
                    let row = StrictRow(row, of: "learnerFact")
                    actors[try row.number("number")] = try row.text("actor")
                }
                return actors
            }
        }
    }
}
