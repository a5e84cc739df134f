import Content
import Foundation
import GRDB
import Testing

@testable import Store

/// The file on the disk: made, migrated, kept private, opened again.
struct StoreFileTests {
    @Test func aFreshFileIsMadeWithItsFolderForTheOwnerAlone() throws {
        try Sample.withFolder { folder in
            let path = folder + "/Data/gleaner.sqlite"
            let store = try Store(path: path)
            #expect(FileManager.default.fileExists(atPath: path))
            let mode = try FileManager.default.attributesOfItem(atPath: folder + "/Data")[.posixPermissions] as? Int
            #expect(mode == 0o700)
            #expect(try store.marks() == StoreMarks(feeds: 0, items: 0, facts: 0, classes: 0, rules: 0))
            #expect(try store.runs.all().isEmpty)
        }
    }

    @Test func aFolderThatOthersCouldReadIsClosedToThem() throws {
        try Sample.withFolder { folder in
            try FileManager.default.createDirectory(
                atPath: folder + "/Data", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
            _ = try Store(path: folder + "/Data/gleaner.sqlite")
            let mode = try FileManager.default.attributesOfItem(atPath: folder + "/Data")[.posixPermissions] as? Int
            #expect(mode == 0o700)
        }
    }

    @Test func aFileThatOthersCouldReadIsClosedToThemWithAllThatBelongsToIt() throws {
        try Sample.withFolder { folder in
            let path = folder + "/Data/gleaner.sqlite"
            func modes() throws -> [Int] {
                try ["", "-wal", "-shm"].map {
                    try FileManager.default.attributesOfItem(atPath: path + $0)[.posixPermissions] as? Int ?? 0
                }
            }
            let first = try Store(path: path)
            #expect(try modes() == [0o600, 0o600, 0o600])
            for ending in ["", "-wal", "-shm"] {
                try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path + ending)
            }
            let second = try Store(path: path)
            #expect(try modes() == [0o600, 0o600, 0o600])
            #expect(try first.marks() == second.marks())
        }
    }

    @Test func theFileIsInWALModeWithFullSyncAndForeignKeys() throws {
        try Sample.withFolder { folder in
            let store = try Store(path: folder + "/Data/gleaner.sqlite")
            let settings = try store.database.write { db in
                (
                    try String.fetchOne(db, sql: "PRAGMA journal_mode"),
                    try Int.fetchOne(db, sql: "PRAGMA synchronous"),
                    try Int.fetchOne(db, sql: "PRAGMA foreign_keys")
                )
            }
            #expect(settings.0 == "wal" && settings.1 == 2 && settings.2 == 1)
        }
    }

    @Test func whatWasWrittenIsThereWhenTheFileIsOpenedAgain() throws {
        try Sample.withFolder { folder in
            let path = folder + "/Data/gleaner.sqlite"
            let first = try Store(path: path)
            _ = try first.items.record(
                Sample.science, items: [Sample.entry("a")], validators: nil, at: Sample.now, in: .unguarded)
            let marks = try first.marks()
            let second = try Store(path: path)
            #expect(try second.marks() == marks)
            #expect(try second.items.items() == first.items.items())
            let migrations = try second.database.read { try Schema.migrator().completedMigrations($0) }
            #expect(migrations.count == 26)
        }
    }

    @Test func whatIsNoStoreIsToldWithItsPathAndWhatToDo() throws {
        try Sample.withFolder { folder in
            let path = folder + "/Data/gleaner.sqlite"
            try FileManager.default.createDirectory(atPath: folder + "/Data", withIntermediateDirectories: true)
            try Data(String(repeating: "This is no database. ", count: 100).utf8).write(to: URL(fileURLWithPath: path))
            let error = #expect(throws: StoreError.self) { _ = try Store(path: path) }
            #expect(error?.path == path)
            #expect(error?.description.contains("move it away") == true)
        }
    }

    @Test func theStoreInMemoryHasTheSameSchema() throws {
        try Sample.withFolder { folder in
            func schema(_ store: Store) throws -> [String] {
                try store.database.read {
                    try String.fetchAll($0, sql: "SELECT COALESCE(sql, name) FROM sqlite_master ORDER BY type, name")
                }
            }
            let file = try schema(Store(path: folder + "/Data/gleaner.sqlite"))
            #expect(try schema(Store.inMemory()) == file)
            #expect(file.count > 20)
        }
    }
}
