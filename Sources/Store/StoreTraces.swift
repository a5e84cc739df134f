import Content
import Foundation
import Glibc

/// What shows that there was a store in a folder, so that a lost one is not taken for one that was never made: a note that
/// is left when a store is made, the school's secret, what SQLite keeps beside it, and editions in the outbox.
struct StoreTraces {
    /// The path of the store.
    let path: String
    /// The folder of the messages.
    let outbox: String?

    private var folder: String { (path as NSString).deletingLastPathComponent }
    private var note: String { folder + "/store.made" }

    /// Throws where the store's file is missing or empty, and something shows that there was one.
    func checkFile() throws(StoreError) {
        var status = stat()
        if stat(path, &status) == 0 {
            if status.st_size == 0 { try checkEmpty() }
        } else if stat(path + "-wal", &status) == 0, status.st_size > 0 {
            throw lost("there is \(path)-wal")
        } else {
            try checkEmpty()
        }
    }

    /// Throws where something shows that there was a store that is not empty.
    func checkEmpty() throws(StoreError) {
        if let trace { throw lost(trace) }
    }

    private func lost(_ trace: String) -> StoreError {
        StoreError(
            path: path, doing: "open",
            problem: "the store is missing or empty, though there was one: \(trace). With it is lost who had stopped, "
                + "and what was given to whom",
            remedy: "Put your last copy of Data/ back. To begin anew all the same, so that whoever had stopped may be "
                + "written to again, say so: 'gleaner init FOLDER --new-store'.")
    }

    /// The first trace there is; nil: nothing shows that there was a store.
    private var trace: String? {
        let files = FileManager.default
        for (name, words) in [(note, "Data/store.made says so"), (folder + "/secret", "there is Data/secret")]
        where files.fileExists(atPath: name) { return words }
        let editions = outbox.flatMap { try? files.contentsOfDirectory(atPath: $0) } ?? []
        return editions.filter { $0.contains("@") && Edition($0) != nil }.min()
            .map { "there is an edition in the outbox, \($0)" }
    }

    /// Leaves the note, where it is missing. It is on the disk before anybody uses the store, and after the store is.
    func leave() throws(StoreError) {
        var status = stat()
        if lstat(note, &status) == 0 { return }
        // Whoever makes a store holds its lock: what is there was left by one that was killed.
        let part = note + ".part"
        unlink(part)
        try syncFolder()
        let file = open(part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure() }
        defer { close(file) }
        let text = Array(Self.words.utf8)
        guard write(file, text, text.count) == text.count, fsync(file) == 0, rename(part, note) == 0 else {
            let problem = failure()
            unlink(part)
            throw problem
        }
        try syncFolder()
    }

    private func syncFolder() throws(StoreError) {
        let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw failure() }
        defer { close(file) }
        guard fsync(file) == 0 else { throw failure() }
    }

    private func failure() -> StoreError {
        StoreError(path: note, doing: "leave the note", problem: String(cString: strerror(errno)))
    }

    private static let words = """
        A store was made here: gleaner.sqlite. If that file is missing, put your last copy of this folder back.

        """
}
