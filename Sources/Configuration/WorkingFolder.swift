/// The folder that a school works in: the one that holds `Config/gleaner.yaml`. All other paths follow from it.
public struct WorkingFolder: Hashable, Sendable {
    /// The folder's absolute path.
    public let root: String
    /// The absolute path of its `gleaner.yaml`.
    public let configuration: String

    /// A folder by its path; the configuration is its `Config/gleaner.yaml` unless given. Nothing is looked up.
    public init(root: String, configuration: String? = nil) {
        self.root = root
        self.configuration = configuration ?? Self.join(root, "Config/gleaner.yaml")
    }

    /// The folder of the store, mode 0700.
    public var data: String { resolve("Data") }
    /// The store.
    public var store: String { resolve("Data/gleaner.sqlite") }
    /// Where messages and pages wait.
    public var outbox: String { resolve("Outbox") }
    /// The templates of messages and pages.
    public var templates: String { resolve("Config/templates") }
    /// Scorers in other languages, a folder each.
    public var externalScorers: String { resolve("Plugins/External") }
    /// What scorers write to their standard error, a file each.
    public var logs: String { resolve("Data/logs") }
    /// The folders that scorers work in while they run.
    public var scorerWork: String { resolve("Data/scorers") }
    /// The wording of reasons, one file a language.
    public var reasons: String { resolve("Config/reasons") }

    /// The absolute path of a path as the configuration writes it: relative to the working folder.
    public func resolve(_ path: String) -> String { Self.join(root, path) }

    /// A path as people should see it: relative to the working folder where it lies below.
    public func name(of path: String) -> String {
        let prefix = root == "/" ? "/" : root + "/"
        return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    }

    /// An absolute path from a base and a path that may be relative to it, without `.`, `..` and doubled slashes.
    public static func join(_ base: String, _ path: String) -> String {
        var parts: [Substring] = []
        for part in (path.hasPrefix("/") ? path : base + "/" + path).split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    static func parent(of path: String) -> String { join(path, "..") }
}
