import Configuration
import Content
import Files
import Foundation
import Glibc
import Pipeline
import Scheduling

/// Writes what makes the machine tick, shows it, and removes just what it wrote.
public struct UnitInstall {
    /// What ticks.
    public enum Kind: Sendable, CaseIterable {
        case systemd, cron, kubernetes
    }

    let terms: UnitTerms
    /// Whom the folder belongs to: as that user it runs, since nobody else may read the store.
    let owner: FolderOwner?
    private let folder: WorkingFolder
    /// Put before all paths: for trials and packages; empty on a real machine.
    let root: String

    /// An installation for a working folder. `user` asks for one user's own services or table; `operation` says how long a tick
    /// may take.
    package init(
        folder: WorkingFolder, user: Bool, root: String = "", operation: OperationSettings = OperationSettings()
    ) {
        let home = ProcessInfo.processInfo.environment["HOME"] ?? NSHomeDirectory()
        self.folder = folder
        owner = FolderOwner(of: folder)
        terms = UnitTerms(
            program: ThisProgram.path, folder: folder.root, isUser: user, home: home,
            user: owner?.shown ?? NSUserName(), killSeconds: operation.runKillSeconds)
        self.root = root
    }

    /// Refuses what would run as the system's root, or as nobody that cron knows. In a cluster the manifest itself says that
    /// it runs as another.
    private func refuse(_ kind: Kind) throws(RequestError) {
        guard kind != .kubernetes else { return }
        guard terms.isUser ? geteuid() != 0 : owner?.isRoot != true else {
            throw RequestError(
                "\(terms.folder) belongs to root, and nothing of Gleaner's runs as root: what feeds and scorers send would reach "
                    + "the whole machine. Give it to a user of its own first:\n"
                    + "  useradd --system gleaner; chown -R gleaner '\(terms.folder)'")
        }
        if geteuid() == 0 { try owner?.refuseStrangers(in: folder) }
        guard kind != .cron || terms.isUser || owner?.name != nil else {
            throw RequestError(
                "\(terms.folder) belongs to user \(terms.user), of whom this machine knows no name, as cron needs it. Use "
                    + "--systemd, or give the folder to a user with a name.")
        }
    }

    /// The files of a kind; a user's own cron table is none.
    func files(_ kind: Kind) -> [UnitFile] {
        switch kind {
        case .systemd: SystemdUnits.files(terms)
        case .cron: terms.isUser ? [] : [CronTable.file(terms)]
        case .kubernetes: [KubernetesJob.file(terms, version: Pipeline.version)]
        }
    }

    /// What would be written, as text.
    public func shown(_ kind: Kind) throws(RequestError) -> [String] {
        try refuse(kind)
        if kind == .cron, terms.isUser { return ["# crontab -e"] + CronTable.lines(terms) }
        return files(kind).flatMap {
            ["# \($0.path)"] + $0.text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        }
    }

    /// Writes it. Gives what was done, and what a person runs next, a line each.
    public func install(_ kind: Kind) throws -> [String] {
        try refuse(kind)
        if kind == .cron, terms.isUser {
            try CronProgram.change { CronTable.adding(terms, to: $0) }
            return ["Added a line to your table of cron ('crontab -l' shows it)."]
        }
        var lines: [String] = []
        for file in files(kind) {
            let path = root + file.path
            if FileManager.default.fileExists(atPath: path), !isOurs(path) {
                throw RequestError(
                    "\(path) is there and was not written by Gleaner for this folder; it was left as it is.")
            }
            do {
                try FileManager.default.createDirectory(
                    atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o755])
                // cron reads no table that others may write to, and systemd says so of units.
                try RewrittenFile(path).write(Array(file.text.utf8), mode: 0o644)
            } catch {
                throw RequestError(
                    "could not write \(path). Run it as root, or with --user for your own services; --print shows the text."
                )
            }
            lines.append("Wrote \(path)")
        }
        let next =
            switch kind {
            case .systemd: SystemdUnits.next(terms)
            case .kubernetes: KubernetesJob.next(terms)
            case .cron: [String]()
            }
        return lines + (next.isEmpty ? [] : ["Now run:"] + next.map { "    " + $0 })
    }

    /// Removes what was written for this folder, of every kind, and nothing else. Gives what was done, a line each.
    public func uninstall() throws -> [String] {
        var lines: [String] = []
        for isUser in [false, true] {
            var terms = terms
            terms.isUser = isUser
            let all = SystemdUnits.files(terms) + (isUser ? [] : [CronTable.file(terms)])
            let manifest = isUser ? [] : [KubernetesJob.file(terms, version: Pipeline.version)]
            for file in all + manifest {
                let path = root + file.path
                guard FileManager.default.fileExists(atPath: path) else { continue }
                guard isOurs(path) else {
                    lines.append("\(path) was not written by Gleaner for this folder; it was left as it is.")
                    continue
                }
                guard unlink(path) == 0 else {
                    throw RequestError("could not remove \(path): \(String(cString: strerror(errno))). Run it as root.")
                }
                lines.append("Removed \(path)")
                if path.hasSuffix(".timer") {
                    let user = isUser ? " --user" : ""
                    lines.append(
                        "    systemctl\(user) disable --now \(terms.name).timer; systemctl\(user) daemon-reload")
                }
            }
        }
        if root.isEmpty, CronProgram.isThere {
            let isChanged = try CronProgram.change { CronTable.removing(terms.folder, from: $0) }
            if isChanged { lines.append("Removed the line from your table of cron") }
        }
        return lines.isEmpty ? ["Nothing was installed for \(terms.folder)."] : lines
    }

    /// Whether a file was written by us for this folder; what cannot be read was not.
    private func isOurs(_ path: String) -> Bool {
        let bytes = (try? RegularFile.read(path, limit: 100_000)) ?? []
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map { String($0) }
            == UnitFile.mark(for: terms.folder)
    }
}

/// The program that runs.
public enum ThisProgram {
    /// Its absolute path.
    public static var path: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }
}

/// The `crontab` program, which alone may change a user's table.
enum CronProgram {
    /// Where it is.
    private static let path = "/usr/bin/crontab"

    /// Whether this machine has it.
    static var isThere: Bool { access(path, X_OK) == 0 }

    /// Changes the user's table, one command at a time, whatever folder it is for. Gives whether anything was changed.
    @discardableResult
    static func change(_ change: (String) -> String) throws -> Bool {
        // A home that cannot be locked (on a server) is no reason to do nothing.
        guard let lock = try? KernelLock.onFolder(NSHomeDirectory()) else { return try changeAlone(change) }
        let result = Result { try changeAlone(change) }
        lock.release()
        return try result.get()
    }

    private static func changeAlone(_ change: (String) -> String) throws -> Bool {
        let table = try read()
        let changed = change(table)
        if changed != table { try write(changed) }
        return changed != table
    }

    /// The user's table; empty where there is none.
    private static func read() throws(RequestError) -> String {
        let (status, output) = try run(["-l"], input: nil)
        return status == 0 ? output : ""
    }

    /// Puts a table in its place.
    private static func write(_ table: String) throws(RequestError) {
        guard try run(["-"], input: table).status == 0 else {
            throw RequestError(
                "'crontab' refused the table. Add the lines of 'gleaner schedule install --cron --user --print' by hand."
            )
        }
    }

    private static func run(_ arguments: [String], input: String?) throws(RequestError) -> (
        status: Int32, output: String
    ) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        let (output, entry) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = entry
        do { try process.run() } catch {
            throw RequestError("there is no 'crontab' here. Install cron (Debian package 'cron'), or use --systemd.")
        }
        try? entry.fileHandleForWriting.write(contentsOf: Data((input ?? "").utf8))
        try? entry.fileHandleForWriting.close()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
}
