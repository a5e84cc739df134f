import Foundation

extension WorkingFolder {
    /// What a path leads to.
    public enum PathKind: Sendable {
        /// A file.
        case file
        /// A folder.
        case folder
    }

    /// What a path leads to on this machine; nil: nothing.
    public static func kindOnDisk(_ path: String) -> PathKind? {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
        return isFolder.boolValue ? .folder : .file
    }

    /// Finds the working folder.
    ///
    /// Without `explicit`, it is the nearest folder from `start` upwards that holds `Config/gleaner.yaml`. With it (the
    /// value of `--config`), a folder is the working folder or its `Config`, and a file is the configuration itself: then
    /// the working folder is the file's folder, or the one above where that is called `Config`.
    ///
    /// - Parameters:
    ///   - start: an absolute path, from which a relative `explicit` counts too.
    ///   - explicit: the path that the user named, if any.
    ///   - kind: what a path leads to; the disk by default.
    public static func find(
        from start: String, explicit: String? = nil, kind: (String) -> PathKind? = WorkingFolder.kindOnDisk
    ) throws(WorkingFolderError) -> WorkingFolder {
        if let explicit { return try named(explicit, from: start, kind: kind) }
        var folder = join(start, ".")
        while true {
            if kind(join(folder, "Config/gleaner.yaml")) == .file { return WorkingFolder(root: folder) }
            if folder == "/" { throw .notFound(from: join(start, ".")) }
            folder = parent(of: folder)
        }
    }

    private static func named(
        _ explicit: String, from start: String, kind: (String) -> PathKind?
    ) throws(WorkingFolderError) -> WorkingFolder {
        let path = join(start, explicit)
        switch kind(path) {
        case nil: throw .noSuchPath(explicit)
        case .file: return holding(file: path)
        case .folder:
            if kind(join(path, "Config/gleaner.yaml")) == .file { return WorkingFolder(root: path) }
            if kind(join(path, "gleaner.yaml")) == .file { return holding(file: join(path, "gleaner.yaml")) }
            throw .noConfiguration(in: explicit)
        }
    }

    private static func holding(file: String) -> WorkingFolder {
        let folder = parent(of: file)
        let isConfig = folder.split(separator: "/").last == "Config"
        return WorkingFolder(root: isConfig ? parent(of: folder) : folder, configuration: file)
    }
}
