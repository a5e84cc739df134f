import Foundation
import Ranking
import TestSupport

/// A generated school whose configuration and `Plugins/External/` a test fills.
struct SchoolWithScorers {
    let school: GeneratedSchool

    /// The program, with its folder given to a user who is not root, whom it then runs as.
    var program: Program {
        giveAway()
        return Program(folder: school.root)
    }

    /// The files that a test has written as root are those of nobody from now on.
    private func giveAway() { Self.giveAway(school.root.path) }

    /// Gives a folder to a user who is not root.
    static func giveAway(_ root: String) {
        guard let user = Self.user else { return }
        let below = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        for path in [root] + below.map({ root + "/" + $0 }) { lchown(path, user.user, user.group) }
    }

    /// Whether that user can reach the program, its files and the folders of tests.
    static let canRun =
        user == nil
        || [Program.path, CProgram.checkout, NSTemporaryDirectory()].allSatisfy { path in
            let parts = path.split(separator: "/")
            return parts.indices.allSatisfy { end in
                let mode = try? FileManager.default.attributesOfItem(
                    atPath: "/" + parts[...end].joined(separator: "/"))[.posixPermissions]
                return (mode as? Int ?? 0) & 0o001 != 0
            }
        }

    /// As whom scorers are started here.
    static let user: SystemUser? = SystemUser.isRoot ? .nobody : nil

    static let now = "2026-09-07T06:00:00Z"

    /// Whether this machine closes nothing off: then scorers run only where that is allowed, and these tests allow it.
    static let isOpen =
        ExternalScorer.sandboxProblem(scratch: NSTemporaryDirectory() + "gleaner-trial", as: user) != nil

    init(seed: UInt64, learners: Int = 12) throws {
        school = try GeneratedSchool(feeds: 3, learners: learners, seed: seed)
        // Its faults are the feeds', which would make every run degraded.
        try school.write(
            """
            <opml version="2.0" xmlns:gleaner="urn:gleaner:feeds"><head/><body>
            <outline type="rss" text="A" xmlUrl="feed0.xml" gleaner:audience="3"/>
            <outline type="rss" text="B" xmlUrl="feed1.xml" gleaner:audience="3"/>
            </body></opml>
            """, to: "Feeds/feeds.opml")
    }

    func remove() { school.remove() }

    /// Names scorers in the configuration: the lines below `scorers:`, each with what lets it run on this machine.
    func configure(_ scorers: [String: String]) throws {
        var lines = ["  InterestMatch: {weight: 3}", "  ReadingLevel: {weight: 2}"]
        for (name, settings) in scorers.sorted(by: { $0.key < $1.key }) {
            let hasOwn = ["Freshness", "NeedsMatch"].contains(name) || settings.contains("allow-unsandboxed")
            let open = Self.isOpen && !hasOwn ? ", allow-unsandboxed: true" : ""
            lines.append("  \(name): {\(settings)\(open)}")
        }
        try school.write(
            """
            school: {name: Generated School, time-zone: UTC, language: en, languages: [en, es, ar]}
            feeds: [Feeds/feeds.opml]
            scorers:
            \(lines.joined(separator: "\n"))
            mail: {from: Generated School <reading@school.example>}
            forms: [print, json, text, markdown, epub, csv, atom-of-learners]

            """, to: "Config/gleaner.yaml")
    }

    /// Writes a scorer in shell, which answers as its body says.
    func add(_ name: String, manifest: String = "", _ body: String) throws {
        let folder = school.root.appendingPathComponent("Plugins/External/\(name)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try school.write(
            """
            name: \(name)
            version: "1.0"
            summary: A scorer of a test.
            say: neither
            command: [sh, "{folder}/scorer.sh"]
            items: [minutes]
            \(manifest)

            """, to: "Plugins/External/\(name)/scorer.yaml")
        try school.write(body, to: "Plugins/External/\(name)/scorer.sh")
    }

    /// Takes in the roster and the feeds.
    func prepare() throws {
        try program.run("learners", "import", "--now", Self.now)
        try program.run("ingest", "--now", Self.now)
    }

    /// Runs a command with what lets scorers run here.
    func check(_ name: String) throws -> Program.Result {
        try program.run(["scorers", "check", name] + (Self.isOpen ? ["--allow-unsandboxed"] : []))
    }

    /// The processes that run a scorer of this school.
    func processes(naming word: String) -> [String] {
        let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.filter { Int($0) != nil } ?? []
        return numbers.filter { number in
            let line = (try? String(contentsOfFile: "/proc/\(number)/cmdline", encoding: .utf8)) ?? ""
            return line.contains(word)
        }
    }
}
