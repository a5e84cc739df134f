import Content
import GRDB

/// What the feeds have brought, in numbers, and the titles of it.
public struct FeedNumbersRepository: Sendable {
    let database: any DatabaseWriter

    /// The numbers of all feeds that have brought anything, by address.
    public func numbers(at now: Timestamp) throws(StoreError) -> [String: FeedNumbers] {
        try StoreError.wrapping("count what the feeds have brought") {
            try database.read { db in
                var numbers: [String: FeedNumbers] = [:]
                var dates: [String: [Timestamp]] = [:]
                var languages: [String: [String: Int]] = [:]
                var levels: [String: Int] = [:]
                let rows = try Row.fetchCursor(
                    db,
                    sql: """
                        SELECT feed.address, published, version.language, level IS NOT NULL AS hasLevel FROM itemOrigin
                            JOIN feed ON feed.id = itemOrigin.feed
                            JOIN itemVersion version ON version.number =
                                (SELECT MAX(number) FROM itemVersion WHERE item = itemOrigin.item)
                        ORDER BY published DESC
                        """)
                while let row = try rows.next() {
                    let address: String = row["address"]
                    numbers[address, default: FeedNumbers()].items += 1
                    dates[address, default: []].append(row.timestamp("published"))
                    if let language: String = row["language"] {
                        languages[address, default: [:]][language, default: 0] += 1
                    }
                    if row["hasLevel"] { levels[address, default: 0] += 1 }
                }
                for (address, count) in try Self.given(db) {
                    numbers[address, default: FeedNumbers()].given = count.given
                    numbers[address, default: FeedNumbers()].wanted = count.wanted
                }
                for (address, known) in numbers {
                    var known = known
                    known.take(published: dates[address] ?? [], now: now)
                    known.languages = (languages[address] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map
                    { $0.key }
                    if known.items > 0 { known.withLevel = Double(levels[address] ?? 0) / Double(known.items) }
                    numbers[address] = known
                }
                return numbers
            }
        }
    }

    /// How often articles of each feed were given, and how often whoever got one wanted more like it.
    private static func given(_ db: Database) throws -> [String: (given: Int, wanted: Int)] {
        let sql = """
            WITH out AS (
                SELECT list.learner, listItem.item FROM list JOIN listItem ON listItem.list = list.number
                    WHERE \(ListRepository.isOut)
                UNION SELECT learner, item FROM givenEarlier)
            SELECT feed.address, COUNT(*) AS given, SUM(EXISTS (SELECT 1 FROM spokenFact
                    WHERE spokenFact.learnerNumber = out.learner AND spokenFact.kind = 'more' AND spokenFact.item = out.item))
                AS wanted
            FROM out JOIN itemOrigin ON itemOrigin.item = out.item JOIN feed ON feed.id = itemOrigin.feed GROUP BY feed.id
            """
        let rows = try Row.fetchAll(db, sql: sql)
        return Dictionary(uniqueKeysWithValues: rows.map { ($0["address"], ($0["given"], $0["wanted"])) })
    }

    /// The titles of a feed's newest articles.
    public func titles(of feed: String, most: Int) throws(StoreError) -> [String] {
        try StoreError.wrapping("read what \(feed) has brought") {
            try database.read { db in
                try String.fetchAll(
                    db,
                    sql: """
                        SELECT version.title FROM feed JOIN itemOrigin ON itemOrigin.feed = feed.id
                            JOIN itemVersion version ON version.number =
                                (SELECT MAX(number) FROM itemVersion WHERE item = itemOrigin.item)
                        WHERE feed.address = ? ORDER BY version.published DESC, version.item LIMIT ?
                        """, arguments: [feed, most])
            }
        }
    }
}
