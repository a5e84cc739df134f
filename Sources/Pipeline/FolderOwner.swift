import Configuration
import Content
import Foundation
import Glibc
import Ranking

/// Whom a working folder belongs to. Files that another user wrote there keep its owner from their next run, so the system's
/// root acts as that user from the start, with nothing left of its own rights.
public struct FolderOwner: Sendable, Equatable {
    /// The user's number.
    public var user: UInt32
    /// The user's name; nil: this machine has none for the number.
    public var name: String?
    /// The group's number.
    public var group: UInt32
    /// The user's home; nil: there is none.
    var home: String?

    /// The owner of a folder on the disk, or of its store where the folder itself is root's; nil: there is no such folder.
    public init?(of folder: WorkingFolder) {
        guard let root = FolderOwner.state(folder.root) else { return nil }
        let data = FolderOwner.state(folder.data)
        self.init(root.st_uid == 0 ? data ?? root : root)
    }

    /// The owner of what is to be made: of the folder itself, or of the nearest one above it.
    public init?(ofPlaceFor path: String) {
        var path = path
        while FolderOwner.state(path) == nil, path != "/" { path = WorkingFolder.join(path, "..") }
        guard let state = FolderOwner.state(path) else { return nil }
        self.init(state)
    }

    private init(_ state: stat) {
        (user, group) = (state.st_uid, state.st_gid)
        guard let known = getpwuid(state.st_uid) else { return }
        name = String(cString: known.pointee.pw_name)
        home = String(cString: known.pointee.pw_dir)
        group = known.pointee.pw_gid
    }

    /// The name, or else the number.
    public var shown: String { name ?? "\(user)" }

    /// Whether it is the system's root.
    public var isRoot: Bool { user == 0 }

    private static func state(_ path: String) -> stat? {
        var state = stat()
        return stat(path, &state) == 0 ? state : nil
    }
}

extension FolderOwner {
    /// Becomes the owner of a working folder for good, where root runs this program and the folder is somebody's.
    public static func act(in folder: WorkingFolder) throws(RunRefusal) {
        guard geteuid() == 0, let owner = FolderOwner(of: folder), !owner.isRoot else { return }
        try owner.refuseStrangers(in: folder)
        try owner.become(for: folder.root)
        guard access(folder.root, R_OK | X_OK) == 0 else {
            throw .ownerMayNotEnter(folder: Verbatim(folder.root), owner: Verbatim(owner.shown))
        }
    }

    /// Throws where a part of a folder belongs to somebody else, which would keep the owner from it.
    package func refuseStrangers(in folder: WorkingFolder) throws(RunRefusal) {
        for path in [folder.root, folder.data, folder.store, folder.outbox] {
            guard let state = FolderOwner.state(path), state.st_uid != user else { continue }
            // A folder of root's that holds what is somebody's is how packages make them.
            if path == folder.root, state.st_uid == 0 { continue }
            throw .strangersPart(
                folder: Verbatim(folder.root), owner: Verbatim(shown), part: Verbatim(folder.name(of: path)),
                path: Verbatim(path), stranger: Verbatim(FolderOwner(state).shown))
        }
    }

    /// Becomes the owner of the place where something is to be made, where root runs this program and it is somebody's.
    public static func act(inPlaceFor path: String) throws(RunRefusal) {
        guard geteuid() == 0, let owner = FolderOwner(ofPlaceFor: path), !owner.isRoot else { return }
        try owner.become(for: path)
    }

    private func become(for folder: String) throws(RunRefusal) {
        if let problem = SystemUser(user: user, group: group).become(named: name) {
            let account = name ?? "'#\(user)'"
            throw .rootMayNotBecome(
                folder: Verbatim(folder), owner: Verbatim(shown), Verbatim("\(problem)" as String),
                account: Verbatim(account))
        }
        if let name {
            setenv("USER", name, 1)
            setenv("LOGNAME", name, 1)
        }
        setenv("HOME", home ?? "/", 1)
        if let temporary = getenv("TMPDIR"), access(temporary, W_OK | X_OK) != 0 { unsetenv("TMPDIR") }
    }
}
