import Content
import GRDB
import JSON

/// What there is for each learner after their newest list, as the run that made it saw it: a projection, made anew by each run.
public struct SupplyRepository: Sendable {
    let database: any DatabaseWriter

    static let migration = "14 supply of articles"

    static let schema = """
        CREATE TABLE learnerSupply (
            learner INTEGER NOT NULL REFERENCES learner(number) ON DELETE CASCADE,
            place INTEGER NOT NULL,
            language TEXT NOT NULL,
            lowest REAL NOT NULL,
            highest REAL NOT NULL,
            fitting INTEGER NOT NULL,
            weekly REAL NOT NULL,
            places INTEGER NOT NULL,
            listed INTEGER NOT NULL,
            listedInAll INTEGER NOT NULL,
            quietDays INTEGER,
            topics TEXT NOT NULL,
            PRIMARY KEY (learner, place)
        ) WITHOUT ROWID;
        """

    /// Keeps what there is for some learners, in place of what was.
    public func keep(_ supplies: [LearnerSupply], in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("keep the supply of articles") {
            try database.write { db in
                let number = try db.cachedStatement(sql: "SELECT number FROM learner WHERE id = ?")
                let delete = try db.cachedStatement(sql: "DELETE FROM learnerSupply WHERE learner = ?")
                let insert = try db.cachedStatement(
                    sql: "INSERT INTO learnerSupply VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                var last: (id: LearnerID, number: Int64, place: Int)?
                for supply in supplies {
                    if last?.id != supply.learner {
                        guard let found = try Int64.fetchOne(number, arguments: [supply.learner.rawValue]) else {
                            continue
                        }
                        try delete.execute(arguments: [found])
                        last = (supply.learner, found, 0)
                    }
                    guard let at = last else { continue }
                    try insert.execute(arguments: [
                        at.number, at.place, supply.language, supply.lowest, supply.highest, supply.fitting,
                        supply.weekly, supply.places, supply.listed, supply.listedInAll, supply.quietDays,
                        supply.topics.joined(separator: ";"),
                    ])
                    last?.place += 1
                }
            }
        }
    }

    /// What there is for each learner, by id, their own language first.
    public func all() throws(StoreError) -> [LearnerID: [LearnerSupply]] {
        try read(
            """
            SELECT learner.id, learnerSupply.* FROM learnerSupply
                JOIN learner ON learner.number = learnerSupply.learner ORDER BY learner.id, place
            """, [])
    }

    /// The same of some learners.
    public func supplies(of learners: [LearnerID]) throws(StoreError) -> [LearnerID: [LearnerSupply]] {
        let ids = try StoreError.wrapping("read the supply of articles") {
            try JSONText.of(learners.map { $0.rawValue })
        }
        return try read(
            """
            SELECT learner.id, learnerSupply.* FROM json_each(?) CROSS JOIN learner ON learner.id = json_each.value
                CROSS JOIN learnerSupply ON learnerSupply.learner = learner.number ORDER BY learner.id, place
            """, [ids])
    }

    private func read(
        _ sql: String, _ arguments: StatementArguments
    ) throws(StoreError) -> [LearnerID: [LearnerSupply]] {
        try StoreError.wrapping("read the supply of articles") {
            try database.read { db in
                var found: [LearnerID: [LearnerSupply]] = [:]
                let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
                while let row = try rows.next() {
                    let id = LearnerID(rawValue: row["id"])
                    found[id, default: []].append(
                        LearnerSupply(
                            learner: id, language: row["language"],
                            levels: min(row["lowest"], row["highest"])...max(row["lowest"], row["highest"]),
                            fitting: row["fitting"], weekly: row["weekly"], places: row["places"],
                            listed: row["listed"], listedInAll: row["listedInAll"], quietDays: row["quietDays"],
                            topics: Fact.list(row["topics"])))
                }
                return found
            }
        }
    }

    /// What a feed gave: its address and title, and how many articles each learner was given.
    public struct Given: Hashable, Sendable {
        /// The feed's address.
        public var address: String
        /// Its title.
        public var title: String
        /// The learners with how many articles each.
        public var learners: [Reader]

        /// A learner with a number of articles.
        public struct Reader: Hashable, Sendable {
            /// The learner.
            public var id: LearnerID
            /// How many.
            public var count: Int
        }
    }

    /// What each feed gave, by address; an article of two feeds counts for the first that brought it.
    public func givenByFeed() throws(StoreError) -> [Given] {
        try StoreError.wrapping("read what feeds gave") {
            try database.read { db in
                let sql = """
                    WITH out AS (
                        SELECT list.learner, listItem.item FROM list JOIN listItem ON listItem.list = list.number
                            WHERE \(ListRepository.isOut)
                        UNION SELECT learner, item FROM givenEarlier)
                    SELECT feed.address, learner.id, COUNT(*) AS given,
                        (SELECT title FROM feedVersion WHERE feed = feed.id ORDER BY number DESC LIMIT 1) AS title
                    FROM out JOIN learner ON learner.number = out.learner
                        JOIN itemVersion version ON version.number = (SELECT MIN(number) FROM itemVersion WHERE item = out.item)
                        JOIN feed ON feed.id = version.feed
                    GROUP BY feed.id, learner.id ORDER BY feed.address, learner.id
                    """
                var given: [Given] = []
                let rows = try Row.fetchCursor(db, sql: sql)
                while let row = try rows.next() {
                    guard LearnerID(rawValue: row["id"]).classRead == nil else { continue }
                    let address: String = row["address"]
                    if given.last?.address != address {
                        given.append(Given(address: address, title: row["title"] ?? address, learners: []))
                    }
                    given[given.count - 1].learners.append(
                        .init(id: LearnerID(rawValue: row["id"]), count: row["given"]))
                }
                return given
            }
        }
    }
}
