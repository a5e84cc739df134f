import Content
import Foundation
import GRDB
import Store
import Testing

/// A store that is lost is not taken for one that was never made.
struct LostStoreFileTests {
    @Test(arguments: ["missing", "empty", "without tables", "of others"])
    func aLostOrForeignStoreIsRefused(_ kind: String) throws {
        try Sample.withFolder { folder in
            let path = folder + "/Data/gleaner.sqlite"
            _ = try Store(path: path)
            for end in ["", "-wal", "-shm"] { unlink(path + end) }
            if kind == "empty" { close(open(path, O_CREAT | O_WRONLY, 0o600)) }
            if kind != "missing", kind != "empty" {
                let table = kind == "of others" ? "CREATE TABLE pupil (name TEXT)" : "PRAGMA user_version = 7"
                try DatabaseQueue(path: path).write { try $0.execute(sql: table) }
            }
            let error = #expect(throws: StoreError.self) { _ = try Store(path: path) }
            #expect(error?.description.contains("ut your last copy of Data/ back") == true)
            if kind == "missing" { #expect(throws: StoreError.self) { _ = try Store.reading(path: path) } }
            if kind != "of others" { _ = try Store(path: path, replacingLost: true) }
        }
    }

    @Test func aFolderThatNeverHadAStoreGetsOne() throws {
        try Sample.withFolder { folder in
            let path = folder + "/Data/gleaner.sqlite"
            #expect(try Store.reading(path: path) == nil)
            // One that was killed in the middle of making it left an empty file, and no note.
            try FileManager.default.createDirectory(atPath: folder + "/Data", withIntermediateDirectories: true)
            close(open(path, O_CREAT | O_WRONLY, 0o600))
            _ = try Store(path: path)
            _ = try Store(path: path)
        }
    }

    @Test(arguments: ["Data/secret", "Data/gleaner.sqlite-wal", "Outbox/weekly@2026-09-07/x"])
    func whatAnEarlierStoreLeftBehindTellsOfIt(_ trace: String) throws {
        try Sample.withFolder { folder in
            let file = folder + "/" + trace
            try FileManager.default.createDirectory(
                atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try Data("x".utf8).write(to: URL(fileURLWithPath: file))
            let error = #expect(throws: StoreError.self) {
                _ = try Store(path: folder + "/Data/gleaner.sqlite", outbox: folder + "/Outbox")
            }
            #expect(error?.description.contains("--new-store") == true)
        }
    }
}
