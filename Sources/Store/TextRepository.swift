import Content
import Foundation
import GRDB

/// What text analysis has made of item versions, kept so that each is read once: rows of form numbers, the spellings those
/// numbers stand for, spaces of meanings, and the items' places in them. The bytes are the text model's own.
public struct TextRepository: Sendable {
    let database: any DatabaseWriter

    /// One spelling of one language.
    public struct Form: Hashable, Sendable {
        /// The language.
        public var language: String
        /// The spelling in lower case.
        public var spelling: String
        /// The folded word.
        public var word: String
        /// The stem.
        public var stem: String
        /// Whether it is a stop word.
        public var isStop: Bool

        /// A form by its values.
        package init(language: String, spelling: String, word: String, stem: String, isStop: Bool) {
            self.language = language
            self.spelling = spelling
            self.word = word
            self.stem = stem
            self.isStop = isStop
        }
    }

    /// A space of meanings with its number.
    public struct Space: Hashable, Sendable {
        /// The store's number of it; 0 before it is stored.
        public var number: Int64
        /// The last item version that there was when it was learnt: a run that saw less does not use it.
        public var items: Int64
        /// What it is, as bytes.
        public var bytes: [UInt8]

        /// A space by its values.
        package init(number: Int64 = 0, items: Int64, bytes: [UInt8]) {
            self.number = number
            self.items = items
            self.bytes = bytes
        }
    }

    /// All forms, in the order of their numbers.
    public func forms() throws(StoreError) -> [Form] {
        try StoreError.wrapping("read the words") {
            try database.read { db in
                let rows = try Row.fetchCursor(
                    db, sql: "SELECT language, spelling, word, stem, isStop FROM textForm ORDER BY number")
                var forms: [Form] = []
                while let row = try rows.next() {
                    forms.append(Form(language: row[0], spelling: row[1], word: row[2], stem: row[3], isStop: row[4]))
                }
                return forms
            }
        }
    }

    /// The newest versions of items that have no row yet, ascending.
    public func versionsWithoutRow() throws(StoreError) -> [Int64] {
        try StoreError.wrapping("look for new articles") {
            try database.read { db in
                let sql = """
                    SELECT MAX(version.number) AS newest FROM itemVersion version GROUP BY version.item
                    HAVING newest NOT IN (SELECT version FROM itemText) ORDER BY newest
                    """
                return try Int64.fetchAll(db, sql: sql)
            }
        }
    }

    /// The rows of versions, by the version's number.
    public func rows() throws(StoreError) -> [Int64: [UInt8]] {
        try StoreError.wrapping("read the articles' words") {
            try database.read { db in try Self.bytes(db, "SELECT version, row FROM itemText", []) }
        }
    }

    /// Keeps rows, and the forms that they are the first to have, numbered on from those there are.
    public func add(
        forms: [Form], from first: Int, rows: [(version: Int64, row: [UInt8])], in scope: borrowing WriteScope
    ) throws(StoreError) {
        try StoreError.wrapping("keep the articles' words") {
            try database.write { db in
                let sql =
                    "INSERT INTO textForm (number, language, spelling, word, stem, isStop) VALUES (?, ?, ?, ?, ?, ?)"
                for (offset, form) in forms.enumerated() {
                    try db.cachedStatement(sql: sql).execute(arguments: [
                        first + offset, form.language, form.spelling, form.word, form.stem, form.isStop,
                    ])
                }
                for (version, row) in rows {
                    try db.cachedStatement(sql: "INSERT OR REPLACE INTO itemText (version, row) VALUES (?, ?)")
                        .execute(arguments: [version, row.databaseData])
                }
            }
        }
    }

    /// The newest space that a run with these marks may use; nil where there is none yet.
    public func space(asOf marks: StoreMarks = .all) throws(StoreError) -> Space? {
        try StoreError.wrapping("read the space of meanings") {
            try database.read { db in
                let sql = "SELECT * FROM meaningSpace WHERE items <= ? ORDER BY number DESC LIMIT 1"
                return try Row.fetchOne(db, sql: sql, arguments: [marks.items]).map {
                    Space(number: $0["number"], items: $0["items"], bytes: try $0.bytes("body"))
                }
            }
        }
    }

    /// Keeps a space, and gives its number.
    public func add(_ space: Space, in scope: borrowing WriteScope) throws(StoreError) -> Int64 {
        try StoreError.wrapping("keep the space of meanings") {
            try database.write { db in
                try db.execute(
                    sql: "INSERT INTO meaningSpace (items, body) VALUES (?, ?)",
                    arguments: [space.items, space.bytes.databaseData])
                return db.lastInsertedRowID
            }
        }
    }

    /// The versions with a row that have no place in a space, ascending.
    public func versionsWithoutPlace(in space: Int64) throws(StoreError) -> [Int64] {
        try StoreError.wrapping("look for new articles") {
            try database.read { db in
                let sql = """
                    SELECT version FROM itemText
                    WHERE version NOT IN (SELECT version FROM itemPlace WHERE space = ?) ORDER BY version
                    """
                return try Int64.fetchAll(db, sql: sql, arguments: [space])
            }
        }
    }

    /// The rows of some versions.
    public func rows(of versions: [Int64]) throws(StoreError) -> [Int64: [UInt8]] {
        try StoreError.wrapping("read the articles' words") {
            try database.read { db in
                var rows: [Int64: [UInt8]] = [:]
                for version in versions {
                    let sql = "SELECT row FROM itemText WHERE version = ?"
                    let data = try Data.fetchOne(db.cachedStatement(sql: sql), arguments: [version])
                    rows[version] = data.map { Array($0) }
                }
                return rows
            }
        }
    }

    /// The places of versions in a space, by the version's number.
    public func places(in space: Int64) throws(StoreError) -> [Int64: [UInt8]] {
        try StoreError.wrapping("read the articles' places") {
            try database.read { db in
                try Self.bytes(db, "SELECT version, place FROM itemPlace WHERE space = ?", [space])
            }
        }
    }

    /// Keeps places of versions in a space; those in older spaces stay, for explaining the runs that used them.
    public func add(places: [(version: Int64, place: [UInt8])], of space: Int64, in scope: borrowing WriteScope)
        throws(StoreError)
    {
        try StoreError.wrapping("keep the articles' places") {
            try database.write { db in
                for (version, place) in places {
                    try db.cachedStatement(
                        sql: "INSERT OR REPLACE INTO itemPlace (version, space, place) VALUES (?, ?, ?)"
                    ).execute(arguments: [version, space, place.databaseData])
                }
            }
        }
    }

    private static func bytes(
        _ db: Database, _ sql: String, _ arguments: StatementArguments
    ) throws -> [Int64: [UInt8]] {
        let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
        var bytes: [Int64: [UInt8]] = [:]
        while let row = try rows.next() {
            bytes[row[0]] = try row.withUnsafeData(atIndex: 1) { $0.map { Array($0) } } ?? []
        }
        return bytes
    }
}
