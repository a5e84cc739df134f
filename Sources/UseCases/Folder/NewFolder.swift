import Content
import Foundation
import Glibc
import Pipeline
import Store

/// Makes a working folder from the files that ship with the program.
public struct NewFolder: Sendable {
    let shipped: String

    /// From the files that ship with the program.
    public init() throws(RequestError) { shipped = try ShippedFolder().path }

    /// Makes the folder; with `sample` it holds the made-up class and the sample feeds. Gives what was made, a line each.
    public func make(_ path: String, sample: Bool) throws -> [String] {
        let files = FileManager.default
        let target = URL(fileURLWithPath: path).standardizedFileURL.path
        guard target != shipped, !target.hasPrefix(shipped + "/") else {
            throw RequestError("\(target) lies in the program's own folder. Choose a place outside of it.")
        }
        if HalfMadeFolder.finish(target) { return NewFolder.lines(sample: sample) }
        guard !files.fileExists(atPath: target + "/Config/gleaner.yaml") else {
            throw RequestError("\(target) is a working folder already; nothing was changed.")
        }
        if let there = try? files.contentsOfDirectory(atPath: target), !there.isEmpty {
            throw RequestError("\(target) is not empty; nothing was changed. Name a new or empty folder.")
        }
        // Made aside and then moved to its place, so that a failure leaves nothing half made. An empty folder stays the one it
        // is: somebody may be standing in it. It is made inside of that one, which may be a disk of its own.
        let isThere = files.fileExists(atPath: target)
        let part = HalfMadeFolder.path(for: target, isThere: isThere)
        var hasMoved = false
        do {
            try fill(part, sample: sample)
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
            throw RequestError(
                "could not make \(target): \(SystemWords.of(error)). Check that its parent folder belongs to you.")
        }
        return NewFolder.lines(sample: sample)
    }

    private static func lines(sample: Bool) -> [String] {
        [
            "Config/gleaner.yaml      the settings, each with its meaning beside it",
            "Config/learners.csv      the roster\(sample ? " (a made-up class)" : ": fill it in")",
            "Config/templates/        how mails and pages look",
            "Feeds/feeds.opml         the feeds\(sample ? " (four small samples)" : ": 'gleaner feeds add ADDRESS'")",
        ]
    }

    private func fill(_ target: String, sample: Bool) throws {
        let files = FileManager.default
        try files.createDirectory(
            atPath: target + "/Config", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try files.createDirectory(atPath: target + "/Feeds", withIntermediateDirectories: true)
        for name in ["gleaner.yaml", "templates", "reasons"] + NewFolder.wordLists {
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
            for (name, text) in NewFolder.empty {
                try Data(text.utf8).write(to: URL(fileURLWithPath: target + "/" + name))
            }
        }
    }

    /// The lists of words that protect learners.
    static let wordLists = ["held-words.txt", "distress-words.txt", "private-words.txt", "skill-words.txt"]

    /// What an empty folder begins with.
    private static let empty = [
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
