import CLibArchive
import Content
import Glibc
import Roster

/// The tables in a zip. One whose list of files at its end is missing or does not fit is broken: what a reader finds from its beginning
/// on may be half of a district.
struct RosterZip {
    /// How many times its size a zip may unpack to.
    static let mostRatio = 200

    /// The files that may be tables.
    private(set) var files: [RosterSourceFile] = []

    /// Whether bytes are a zip, by how they begin.
    static func isZip(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    /// Unpacks what may be needed. `name`: the zip's, for refusals.
    init(_ bytes: [UInt8], name: String) throws(RosterRefusal) {
        let zip = Verbatim(name)
        guard let expected = Self.count(in: bytes) else { throw .brokenZip(zip) }
        guard expected <= RosterFiles.mostFiles else { throw .tooMany(zip, most: RosterFiles.mostFiles) }
        let unpacked = bytes.withUnsafeBytes { Self.unpack($0, zip) }
        let (files, count, isWorkbook) = try unpacked.get()
        guard count == expected else { throw .brokenZip(zip) }
        if isWorkbook, files.isEmpty { throw .workbook(zip) }
        self.files = files.sorted { $0.path < $1.path }
    }

    /// How many files the list at a zip's end names; nil where there is no such list, or it lies elsewhere than it says.
    static func count(in bytes: [UInt8]) -> Int? {
        let record = 22
        guard bytes.count >= record else { return nil }
        func number(_ at: Int, _ size: Int) -> Int {
            (0..<size).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
        }
        // A comment of up to 65,535 bytes may stand behind it.
        for at in stride(from: bytes.count - record, through: max(0, bytes.count - record - 65_535), by: -1)
        where bytes[at] == 0x50 && number(at, 4) == 0x0605_4B50 {
            guard at + record + number(at + 20, 2) == bytes.count else { continue }
            let (count, size, start) = (number(at + 10, 2), number(at + 12, 4), number(at + 16, 4))
            // Larger ones say it elsewhere; so large is no roster.
            guard count < 0xFFFF, start + size <= at else { return nil }
            guard count > 0 else { return 0 }
            return number(at - size, 4) == 0x0201_4B50 ? count : nil
        }
        return nil
    }

    private typealias Unpacked = (files: [RosterSourceFile], count: Int, isWorkbook: Bool)

    private static func unpack(
        _ bytes: UnsafeRawBufferPointer, _ zip: Verbatim
    ) -> Result<Unpacked, RosterRefusal> {
        guard let archive = archive_read_new() else { return .failure(.brokenZip(zip)) }
        defer { archive_read_free(archive) }
        // This reader goes by the list at the end. No programs are started to unpack one.
        archive_read_support_format_zip_seekable(archive)
        guard archive_read_open_memory(archive, bytes.baseAddress, bytes.count) == ARCHIVE_OK else {
            return .failure(.brokenZip(zip))
        }
        var unpacked: Unpacked = ([], 0, false)
        var left = min(RosterFiles.mostBytesInAll, bytes.count * mostRatio + 1_000_000)
        var entry: OpaquePointer?
        while true {
            let result = archive_read_next_header(archive, &entry)
            if result == ARCHIVE_EOF { return .success(unpacked) }
            guard result == ARCHIVE_OK || result == ARCHIVE_WARN, let entry,
                let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
            else { return .failure(.brokenZip(zip)) }
            unpacked.count += 1
            let path = String(cString: name)
            if path.hasPrefix("xl/") { unpacked.isWorkbook = true }
            let need = RosterSource.need(of: path)
            guard archive_entry_filetype(entry) == S_IFREG, need != .none else { continue }
            guard need == .read else {
                unpacked.files.append(RosterSourceFile(path: path, bytes: []))
                continue
            }
            switch contents(archive, zip, &left) {
            case .success(let bytes): unpacked.files.append(RosterSourceFile(path: path, bytes: bytes))
            case .failure(let refusal): return .failure(refusal)
            }
        }
    }

    /// The bytes of a file, counted as they are unpacked: what a zip says of its sizes is not to be trusted.
    private static func contents(
        _ archive: OpaquePointer, _ zip: Verbatim, _ left: inout Int
    ) -> Result<[UInt8], RosterRefusal> {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 262_144)
        while true {
            let count = buffer.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
            guard count >= 0 else { return .failure(.brokenZip(zip)) }
            if count == 0 { return .success(bytes) }
            left -= count
            guard left >= 0, bytes.count + count <= RosterFiles.mostBytes else {
                return .failure(.tooLarge(zip, most: RosterFiles.mostBytes))
            }
            bytes += buffer[..<count]
        }
    }
}
