import CLibArchive

/// Makes a zip of files in memory by libarchive. The same files give the same bytes: no times and no owners of this machine.
enum ZipArchive {
    /// A file of the archive.
    struct File {
        var name: String
        var bytes: [UInt8]
    }

    /// The archive. `mimetype`: the text of a first file of that name, stored and bare, by which readers know an EPUB.
    static func bytes(of files: [File], mimetype: String? = nil) throws(ZipError) -> [UInt8] {
        let first = mimetype.map { [File(name: "mimetype", bytes: Array($0.utf8))] } ?? []
        let bytes = try written(first + files, storesFirst: mimetype != nil)
        return mimetype == nil ? bytes : ZipArchive.withoutExtraField(bytes)
    }

    private static func written(_ files: [File], storesFirst: Bool) throws(ZipError) -> [UInt8] {
        // Deflate may add a few bytes to what cannot be made smaller; a file's names and headers take some hundred.
        let room = files.reduce(4_096) { $0 + $1.bytes.count + $1.bytes.count / 1_000 + 2 * $1.name.utf8.count + 512 }
        guard let archive = archive_write_new() else { throw ZipError(problem: "no memory") }
        defer { archive_write_free(archive) }
        var failure: ZipError?
        let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            var used = 0
            archive_write_set_format_zip(archive)
            // All that is written goes straight into the buffer, not in blocks of ten thousand bytes.
            archive_write_set_bytes_per_block(archive, 0)
            if archive_write_open_memory(archive, buffer.baseAddress, room, &used) != ARCHIVE_OK {
                failure = ZipError(archive)
            }
            for (index, file) in files.enumerated() where failure == nil {
                if storesFirst, index == 0 {
                    archive_write_zip_set_compression_store(archive)
                } else {
                    archive_write_zip_set_compression_deflate(archive)
                }
                failure = add(file, to: archive)
            }
            if archive_write_close(archive) != ARCHIVE_OK, failure == nil { failure = ZipError(archive) }
            count = failure == nil ? used : 0
        }
        if let failure { throw failure }
        return bytes
    }

    private static func add(_ file: File, to archive: OpaquePointer) -> ZipError? {
        guard let entry = archive_entry_new() else { return ZipError(problem: "no memory") }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname_utf8(entry, file.name)
        archive_entry_set_size(entry, Int64(file.bytes.count))
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_perm(entry, 0o644)
        guard archive_write_header(archive, entry) == ARCHIVE_OK else { return ZipError(archive) }
        let written = file.bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
        return written == file.bytes.count ? nil : ZipError(archive)
    }

    /// The archive with its first file's header bare, as EPUB (OCF 4.2) asks for; libarchive always writes an extra field
    /// there. What lies behind it moves forward, and the table of contents is told.
    private static func withoutExtraField(_ archive: [UInt8]) -> [UInt8] {
        func number(_ at: Int, _ width: Int, in bytes: [UInt8]) -> Int {
            (0..<width).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
        }
        func set(_ value: Int, _ at: Int, _ width: Int, in bytes: inout [UInt8]) {
            for index in 0..<width { bytes[at + index] = UInt8(truncatingIfNeeded: value >> (8 * index)) }
        }
        guard archive.count > 52 else { return archive }
        let nameLength = number(26, 2, in: archive)
        let extra = number(28, 2, in: archive)
        guard extra > 0, 30 + nameLength + extra < archive.count else { return archive }
        var bytes = archive
        bytes.removeSubrange(30 + nameLength..<30 + nameLength + extra)
        set(0, 28, 2, in: &bytes)
        // The end of the table of contents is the last 22 bytes, since the archive has no comment.
        let end = bytes.count - 22
        let table = number(end + 16, 4, in: bytes) - extra
        set(table, end + 16, 4, in: &bytes)
        var entry = table
        while entry + 46 <= end, number(entry, 4, in: bytes) == 0x0201_4B50 {
            let offset = number(entry + 42, 4, in: bytes)
            if offset > 0 { set(offset - extra, entry + 42, 4, in: &bytes) }
            // Its name, its extra field and its comment follow.
            let tail = (28...32).filter { $0 % 2 == 0 }.reduce(0) { $0 + number(entry + $1, 2, in: bytes) }
            entry += 46 + tail
        }
        return bytes
    }
}

/// A zip could not be made.
struct ZipError: Error, Hashable, CustomStringConvertible {
    var problem: String

    init(problem: String) { self.problem = problem }

    init(_ archive: OpaquePointer) {
        problem = archive_error_string(archive).map { String(cString: $0) } ?? "unknown"
    }

    var description: String { "could not make the zip: \(problem)." }
}
