import CLibArchive
import Content
import Foundation
import Glibc
import Pipeline

/// The files of a scorer that is to be installed, from a folder or an archive, read into memory and bounded: no path leads out
/// of its folder, each names one file and no other, and there are no links.
struct ScorerPackage {
    /// One file.
    struct File: Equatable {
        /// The path below the package's folder: `bin/scorer`.
        var path: String
        var bytes: [UInt8]
        var isProgram: Bool
    }

    /// The most files, and the most bytes of all together.
    static let mostFiles = 10_000
    static let mostBytes = 200_000_000

    /// The files by their paths.
    let files: [File]

    /// Reads a folder or an archive; a folder that holds everything else is taken off.
    init(path: String) throws(PackageFault) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .missing(Verbatim(path))
        }
        let kind = try? FileManager.default.attributesOfItem(atPath: Self.end(of: path))[.type] as? FileAttributeType
        guard isFolder.boolValue || kind == .typeRegular else {
            throw .neither(Verbatim(path))
        }
        let read = isFolder.boolValue ? try Self.folder(path) : try Self.archive(path)
        files = Self.withoutCommonFolder(read).sorted { $0.path < $1.path }
        guard !files.isEmpty else { throw .empty(Verbatim(path)) }
        try Self.refuseTwins(files)
    }

    /// Where a path may be written below a folder: relative, without `..`, without control characters.
    static func safe(_ path: String) throws(PackageFault) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
        let isSafe =
            !path.hasPrefix("/") && !parts.isEmpty && !parts.contains("..") && path.utf8.count <= 1_000
            && !path.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || $0 == "\\" }
        guard isSafe else {
            throw .leadsElsewhere(Verbatim(path))
        }
        return parts.joined(separator: "/")
    }

    private static func end(of path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }

    /// Refuses a file that is there twice, also under another spelling that some disk or person takes for the same, and one
    /// whose path another's folder has.
    static func refuseTwins(_ files: [File]) throws(PackageFault) {
        func key(_ path: some StringProtocol) -> String {
            path.precomposedStringWithCompatibilityMapping.folding(options: .caseInsensitive, locale: nil)
        }
        var known: [String: String] = [:]
        for file in files {
            if let other = known.updateValue(file.path, forKey: key(file.path)) {
                throw .twins(Verbatim(other), Verbatim(file.path))
            }
        }
        for file in files {
            let parts = file.path.split(separator: "/")
            for count in parts.indices.dropFirst() {
                let folder = parts[..<count].joined(separator: "/")
                if let other = known[key(folder)] { throw .twins(Verbatim(other), Verbatim(file.path)) }
            }
        }
    }

    private static func folder(_ root: String) throws(PackageFault) -> [File] {
        var files: [File] = []
        var total = 0
        guard let paths = FileManager.default.enumerator(atPath: root) else {
            throw .unreadable(Verbatim(root))
        }
        for case let path as String in paths {
            let full = root + "/" + path
            var state = stat()
            guard lstat(full, &state) == 0 else { continue }
            if state.st_mode & S_IFMT == S_IFDIR { continue }
            guard state.st_mode & S_IFMT == S_IFREG else { throw .noFile(Verbatim(path)) }
            total += Int(state.st_size)
            try bound(files.count + 1, total)
            guard let data = FileManager.default.contents(atPath: full) else {
                throw .unreadable(Verbatim(full))
            }
            files.append(File(path: try safe(path), bytes: Array(data), isProgram: state.st_mode & S_IXUSR != 0))
        }
        return files
    }

    private static func archive(_ path: String) throws(PackageFault) -> [File] {
        guard let archive = archive_read_new() else { throw .noMemory(Verbatim(path)) }
        defer { archive_read_free(archive) }
        // Archives as people make them; no programs are started to unpack one.
        archive_read_support_format_zip(archive)
        archive_read_support_format_tar(archive)
        archive_read_support_filter_gzip(archive)
        archive_read_support_filter_xz(archive)
        archive_read_support_filter_bzip2(archive)
        guard archive_read_open_filename(archive, path, 65_536) == ARCHIVE_OK else {
            throw .noArchive(Verbatim(path), problem(archive))
        }
        var files: [File] = []
        var total = 0
        var entry: OpaquePointer?
        while true {
            let result = archive_read_next_header(archive, &entry)
            if result == ARCHIVE_EOF { return files }
            guard result == ARCHIVE_OK || result == ARCHIVE_WARN, let entry else {
                throw .damaged(Verbatim(path), problem(archive))
            }
            guard let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else {
                throw .nameless(Verbatim(path))
            }
            let inside = String(cString: name)
            let kind = archive_entry_filetype(entry)
            if kind == S_IFDIR { continue }
            guard kind == S_IFREG, archive_entry_hardlink(entry) == nil else { throw .noFile(Verbatim(inside)) }
            let own = try safe(inside)
            let bytes = try contents(archive, of: path, files: files.count + 1, total: &total)
            files.append(File(path: own, bytes: bytes, isProgram: archive_entry_perm(entry) & S_IXUSR != 0))
        }
    }

    private static func contents(
        _ archive: OpaquePointer, of path: String, files: Int, total: inout Int
    ) throws(PackageFault) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = buffer.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
            guard count >= 0 else { throw .damaged(Verbatim(path), problem(archive)) }
            if count == 0 { return bytes }
            total += count
            // Counted as it is unpacked: what an archive says of its sizes is not to be trusted.
            try bound(files, total)
            bytes += buffer[..<count]
        }
    }

    private static func bound(_ files: Int, _ bytes: Int) throws(PackageFault) {
        guard files <= mostFiles, bytes <= mostBytes else {
            throw .tooLarge(files: mostFiles, bytes: mostBytes)
        }
    }

    /// The library's word for what is wrong, with a full stop; empty: it has none.
    private static func problem(_ archive: OpaquePointer) -> Verbatim {
        Verbatim(archive_error_string(archive).map { String(cString: $0) + "." } ?? String())
    }

    private static func withoutCommonFolder(_ files: [File]) -> [File] {
        let tops = Set(files.map { $0.path.split(separator: "/").first.map { String($0) } ?? "" })
        guard tops.count == 1, let top = tops.first, files.allSatisfy({ $0.path.hasPrefix(top + "/") }) else {
            return files
        }
        return files.map {
            File(path: String($0.path.dropFirst(top.count + 1)), bytes: $0.bytes, isProgram: $0.isProgram)
        }
    }
}
