import Content
import Foundation
import Glibc
import Pipeline
import Store

/// Makes a working folder from the files that ship with the program.
public struct MakeFolder: UseCase {
    private let shipped: String

    /// From the files that ship with the program.
    package init() throws { shipped = try ShippedFolder().path }

    /// Where, and with what.
    public struct Request: Sendable {
        /// The path as it was typed.
        public var path: String
        /// Whether it holds the made-up class and the sample feeds.
        public var sample: Bool

        /// A folder at a path.
        package init(_ path: String, sample: Bool = false) {
            self.path = path
            self.sample = sample
        }
    }

    /// The folder that was made.
    public struct Outcome: Sendable {
        /// Its path as it was typed.
        public var path: Verbatim
        /// Whether it holds the made-up class and the sample feeds.
        public var hasSample: Bool
    }

    /// Makes it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let files = FileManager.default
        let outcome = Outcome(path: Verbatim(request.path), hasSample: request.sample)
        let target = URL(fileURLWithPath: request.path).standardizedFileURL.path
        guard target != shipped, !target.hasPrefix(shipped + "/") else {
            throw FolderRefusal.insideOfProgram(Verbatim(target))
        }
        if HalfMadeFolder.finish(target) { return outcome }
        guard !files.fileExists(atPath: target + "/Config/gleaner.yaml") else {
            throw FolderRefusal.isWorkingFolder(Verbatim(target))
        }
        if let there = try? files.contentsOfDirectory(atPath: target), !there.isEmpty {
            throw FolderRefusal.isNotEmpty(Verbatim(target))
        }
        // Made aside and then moved to its place, so that a failure leaves nothing half made. An empty folder stays the one it
        // is: somebody may be standing in it. It is made inside of that one, which may be a disk of its own.
        let isThere = files.fileExists(atPath: target)
        let part = HalfMadeFolder.path(for: target, isThere: isThere)
        var hasMoved = false
        do {
            try fill(part, sample: request.sample)
            try files.createDirectory(atPath: target, withIntermediateDirectories: true)
            for name in try HalfMadeFolder.moves(in: part) {
                try files.moveItem(atPath: part + "/" + name, toPath: target + "/" + name)
                hasMoved = true
            }
            try? files.removeItem(atPath: part)
        } catch {
            // What is moved in part is whole: the next one moves the rest.
            if !hasMoved {
                try? files.removeItem(atPath: part)
                if !isThere { rmdir(target) }
            }
            throw FolderRefusal.unmakeable(Verbatim(target), Verbatim(SystemWords.of(error)))
        }
        return outcome
    }

    private func fill(_ target: String, sample: Bool) throws {
        let files = FileManager.default
        try files.createDirectory(
            atPath: target + "/Config", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try files.createDirectory(atPath: target + "/Feeds", withIntermediateDirectories: true)
        for name in ["gleaner.yaml", "templates", "reasons"] + ShippedNames.wordLists {
            try ShippedFiles.copy("\(shipped)/Config/\(name)", to: "\(target)/Config/\(name)")
        }
        if sample {
            for name in ["learners.csv", "classes.csv", "wishes.csv"] {
                try ShippedFiles.copy("\(shipped)/Config/\(name)", to: "\(target)/Config/\(name)")
            }
            for name in try files.contentsOfDirectory(atPath: shipped + "/Feeds").sorted() {
                try ShippedFiles.copy("\(shipped)/Feeds/\(name)", to: "\(target)/Feeds/\(name)")
            }
        } else {
            for (name, text) in ShippedNames.empty {
                try Data(text.utf8).write(to: URL(fileURLWithPath: target + "/" + name))
            }
        }
    }
}

/// What of the files that ship belongs into a working folder.
enum ShippedNames {
    /// The lists of words that protect learners, below `Config`.
    static let wordLists = ["held-words", "distress-words.txt", "private-words.txt", "skill-words.txt"]

    /// The folders of templates and wordings.
    static let wordings = ["Config/templates", "Config/templates/words", "Config/reasons"]

    /// What a folder without the sample begins with.
    static let empty = [
        "Config/learners.csv": """
        learner_id,name,class,grade,email,guardian_email,language,interests,avoid,needs,consent,guardian_consent

        """,
        "Config/classes.csv": "class,teacher,teacher_email,dial,review\n",
        "Feeds/feeds.opml": """
        <?xml version="1.0" encoding="UTF-8"?>
        <opml version="2.0" xmlns:gleaner="urn:gleaner:feeds">
          <head><title>Our feeds</title></head>
          <body>
          </body>
        </opml>

        """,
    ]
}
