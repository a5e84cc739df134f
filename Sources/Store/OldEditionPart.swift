import Content
import GRDB
import JSON

/// The part of an old edition that is of some learners: of a district, those of a school that keeps less long than the others.
extension OldEditionRepository {
    /// What is kept of an edition for some learners, and what of the outbox goes with it.
    public struct Part: Hashable, Sendable {
        /// The edition.
        public var edition: Edition
        /// How many lists.
        public var lists: Int
        /// The names of messages and files that are of these learners alone, in their order.
        public var own: [String]
        /// The names of files that others stand in too, in their order. The files go; that these others got them stays known.
        public var shared: [String]

        /// All names of the outbox that go from the disk.
        public var names: [String] { (own + shared).sorted() }
    }

    /// The ways in which the schools of all learners are written; an empty one: none is known.
    public func spellingsOfSchools() throws(StoreError) -> [String] {
        try StoreError.wrapping("read the schools of the learners") {
            try database.read { db in
                try String.fetchAll(db, sql: "SELECT DISTINCT COALESCE(school, '') FROM learner ORDER BY 1")
            }
        }
    }

    /// The part of an edition that is of learners whose school is written in one of some ways; nil where there is none.
    public func part(of edition: Edition, schools: [String]) throws(StoreError) -> Part? {
        try StoreError.wrapping("read the old editions") {
            let names = try JSONText.of(schools)
            return try database.read { db in
                let lists =
                    try Int.fetchOne(
                        db, sql: "SELECT COUNT(*) FROM list WHERE edition = ?2 AND \(Self.isOfSchools)",
                        arguments: [names, edition.description]) ?? 0
                guard lists > 0 else { return nil }
                let sql = """
                    SELECT outbox.name, MIN(COALESCE(school, '') IN (SELECT value FROM json_each(?1))) AS isOwn
                        FROM outbox JOIN outboxLearner ON outboxLearner.name = outbox.name
                        JOIN learner ON learner.number = outboxLearner.learner WHERE edition = ?2
                        GROUP BY outbox.name HAVING MAX(COALESCE(school, '') IN (SELECT value FROM json_each(?1)))
                        ORDER BY outbox.name
                    """
                let rows = try Row.fetchAll(db, sql: sql, arguments: [names, edition.description])
                return Part(
                    edition: edition, lists: lists, own: rows.filter { $0["isOwn"] }.map { $0["name"] },
                    shared: rows.filter { !$0["isOwn"] }.map { $0["name"] })
            }
        }
    }

    /// Removes the lists and messages of a part, all or none, once its files are gone. What was given to whom stays known, and that
    /// files went to others.
    public func remove(_ part: Part, schools: [String], in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("remove a part of \(part.edition)") {
            let (names, edition) = (try JSONText.of(schools), part.edition.description)
            let (own, shared) = (try JSONText.of(part.own), try JSONText.of(part.shared))
            try database.write { db in
                func execute(_ sql: String, _ arguments: StatementArguments) throws {
                    try db.execute(sql: sql, arguments: arguments)
                }
                try execute(
                    """
                    INSERT OR IGNORE INTO givenEarlier
                        SELECT list.learner, item, list.edition, list.run FROM list
                            CROSS JOIN listItem ON listItem.list = list.number
                        WHERE list.edition = ?2 AND \(Self.isOfSchools) AND \(ListRepository.isOut)
                    """, [names, edition])
                // What was found about them, and about what was written to them, tells of them too.
                try execute(
                    """
                    DELETE FROM finding WHERE run IN (SELECT number FROM run WHERE edition = ?2) AND (kind = 'learner'
                        AND subject IN (SELECT id FROM learner WHERE COALESCE(school, '') IN (SELECT value FROM json_each(?1)))
                        OR kind = 'file' AND subject IN (SELECT value FROM json_each(?3)))
                    """, [names, edition, own])
                try execute("DELETE FROM outbox WHERE name IN (SELECT value FROM json_each(?))", [own])
                try execute("DELETE FROM outboxBytes WHERE name IN (SELECT value FROM json_each(?))", [shared])
                try execute(
                    """
                    DELETE FROM outboxLearner WHERE name IN (SELECT value FROM json_each(?2)) AND learner IN
                        (SELECT number FROM learner WHERE COALESCE(school, '') IN (SELECT value FROM json_each(?1)))
                    """, [names, shared])
                try execute("DELETE FROM list WHERE edition = ?2 AND \(Self.isOfSchools)", [names, edition])
            }
        }
    }

    /// That a row of `list` is of a learner whose school is written in one of the ways of `?1`.
    private static let isOfSchools = """
        EXISTS (SELECT 1 FROM learner WHERE learner.number = list.learner
            AND COALESCE(learner.school, '') IN (SELECT value FROM json_each(?1)))
        """
}
