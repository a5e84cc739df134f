import Content
import Foundation
import Roster
import Testing

@testable import UseCases

/// What is read of a folder, a zip or a file, and what is refused.
@Suite struct RosterFilesTests {
    /// A folder that goes when the test is over.
    private final class Place {
        let path: String

        init() throws {
            path = FileManager.default.temporaryDirectory.appending(path: "rosters-\(UUID().uuidString)").path
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func write(_ name: String, _ bytes: [UInt8]) throws -> String {
            let full = path + "/" + name
            let above = URL(fileURLWithPath: full).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: above, withIntermediateDirectories: true)
            try Data(bytes).write(to: URL(fileURLWithPath: full))
            return full
        }
    }

    /// A zip of files that are stored as they are.
    private func zip(_ files: [(String, String)]) -> [UInt8] {
        func number(_ value: Int, _ size: Int) -> [UInt8] { (0..<size).map { UInt8(value >> (8 * $0) & 0xFF) } }
        func sum(_ bytes: [UInt8]) -> Int {
            var sum: UInt32 = 0xFFFF_FFFF
            for byte in bytes {
                sum ^= UInt32(byte)
                for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
            }
            return Int(~sum)
        }
        var bytes: [UInt8] = []
        var list: [UInt8] = []
        for (name, text) in files {
            let (path, body) = (Array(name.utf8), Array(text.utf8))
            let head =
                number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(sum(body), 4)
                + number(body.count, 4)
                + number(body.count, 4) + number(path.count, 2) + number(0, 2)
            list += [0x50, 0x4B, 1, 2] + number(20, 2) + head + number(0, 10) + number(bytes.count, 4) + path
            bytes += [0x50, 0x4B, 3, 4] + head + path + body
        }
        let end = number(0, 4) + number(files.count, 2) + number(files.count, 2) + number(list.count, 4)
        return bytes + list + [0x50, 0x4B, 5, 6] + end + number(bytes.count, 4) + number(0, 2)
    }

    private let tables = [("out/users.csv", "sourcedId\n1\n"), ("out/demographics.csv", "birthDate\n2014-05-05\n")]

    @Test func aZipIsReadByItsContentAndOnlyWhatMayBeNeeded() throws {
        let place = try Place()
        let path = try place.write(
            "export.bin", zip(tables + [("out/logo.png", "x"), ("__MACOSX/out/._users.csv", "x")]))
        let read = try RosterFiles(path: path)
        #expect(read.name == "export.bin")
        #expect(read.files.map(\.path) == ["out/demographics.csv", "out/users.csv"])
        #expect(read.files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["", "sourcedId\n1\n"])
    }

    @Test func aZipThatIsCutShortOrChangedIsRefused() throws {
        let place = try Place()
        let whole = zip(tables)
        for cut in [whole.count - 1, whole.count - 22, whole.count / 2, 40] {
            let path = try place.write("cut.zip", Array(whole.prefix(cut)))
            #expect(throws: RosterRefusal.brokenZip(Verbatim(path))) { try RosterFiles(path: path) }
        }
        var changed = whole
        changed[45] ^= 0x20
        let path = try place.write("changed.zip", changed)
        #expect(throws: RosterRefusal.brokenZip(Verbatim(path))) { try RosterFiles(path: path) }
    }

    @Test func aWorkbookIsNoTable() throws {
        let place = try Place()
        let path = try place.write("list.xlsx", zip([("xl/workbook.xml", "<x/>"), ("[Content_Types].xml", "<x/>")]))
        #expect(throws: RosterRefusal.workbook(Verbatim(path))) { try RosterFiles(path: path) }
    }

    @Test func aFolderAndAFile() throws {
        let place = try Place()
        for (name, text) in tables { _ = try place.write("d/" + name, Array(text.utf8)) }
        #expect(
            try RosterFiles(path: place.path + "/d").files.map(\.path) == ["out/demographics.csv", "out/users.csv"])
        let file = try place.write("a list.txt", Array("id\n".utf8))
        #expect(try RosterFiles(path: file).files.map(\.path) == ["a list.txt"])
        let nowhere = place.path + "/nowhere"
        #expect(throws: RosterRefusal.missing(Verbatim(nowhere))) { try RosterFiles(path: nowhere) }
    }
}
