import Content
import GRDB

/// What the store knows of the school's secret, which lies beside it: a digest, so that a secret that was lost or exchanged
/// is told from the one that mails were made with.
public struct SecretRepository: Sendable {
    let database: any DatabaseWriter

    static let migration = "5 people: digest of the secret"

    static let schema = "CREATE TABLE schoolSecret (digest TEXT NOT NULL)"

    /// The digest of the secret in use; nil where none was made or known yet.
    public func digest() throws(StoreError) -> String? {
        try StoreError.wrapping("read what is known of the secret") {
            try database.read { try String.fetchOne($0, sql: "SELECT digest FROM schoolSecret") }
        }
    }

    /// Keeps the digest of the secret in use, in place of an earlier one.
    public func keep(_ digest: String, in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("keep what is known of the secret") {
            try database.write { db in
                try db.execute(sql: "DELETE FROM schoolSecret")
                try db.execute(sql: "INSERT INTO schoolSecret VALUES (?)", arguments: [digest])
            }
        }
    }

    /// Whether mails with one-click addresses were made.
    public func hasOneClickMails() throws(StoreError) -> Bool {
        try StoreError.wrapping("look for one-click addresses") {
            try database.read { db in
                let sql = "SELECT EXISTS (SELECT 1 FROM stopToken) OR EXISTS (SELECT 1 FROM oneClickMail)"
                return try Bool.fetchOne(db, sql: sql) ?? false
            }
        }
    }
}
