import Glibc

/// Looks at a scorer's own folder before it is shown to the scorer: whatever was put into it since it was looked at last, it
/// is made of files and folders, and no link leads to anything that the scorer does not see anyway.
struct FolderLook {
    let view: SandboxView

    /// So many files and folders at most are looked at; no scorer has more.
    private static let most = 200_000

    /// What is wrong with the folder; nil: nothing.
    func problem(of folder: String) -> String? {
        guard FolderLook.kind(folder) == S_IFDIR else { return "\(folder) is a link or no folder" }
        var folders = [folder]
        var count = 0
        while let next = folders.popLast() {
            guard let names = FolderLook.names(in: next) else { return "\(next) cannot be read" }
            for name in names {
                count += 1
                guard count <= FolderLook.most else { return "\(folder) holds more than \(FolderLook.most) files" }
                let path = next + "/" + name
                switch FolderLook.kind(path) {
                case S_IFDIR: folders.append(path)
                case S_IFREG: break
                case S_IFLNK:
                    if let end = view.unseen(path) { return "\(path) leads out of its folder, to \(end)" }
                default: return "\(path) is neither a file nor a folder"
                }
            }
        }
        return nil
    }

    private static func kind(_ path: String) -> mode_t? {
        var state = stat()
        return lstat(path, &state) == 0 ? state.st_mode & S_IFMT : nil
    }

    private static func names(in folder: String) -> [String]? {
        guard let stream = opendir(folder) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}
