import Configuration
import Content
import Foundation
import ScorerKit
import Store

/// Adds a scorer from a folder or an archive to `Plugins/External/`, after showing what it is and what it asks for.
public struct ScorerInstalling: Sendable {
    private let folder: WorkingFolder
    private let package: ScorerPackage
    private let manifest: ScorerManifest

    /// Reads what is to be installed, without writing anything.
    public init(_ path: String, into folder: WorkingFolder, types: [any Scorer.Type]) throws {
        self.folder = folder
        package = try ScorerPackage(path: path)
        guard let file = package.files.first(where: { ScorerManifest.fileNames.contains($0.path) }) else {
            throw RequestError(
                "\(path) holds no scorer.yaml, so it is no scorer. See Plugins/PROTOCOL.md for what one is made of.")
        }
        manifest = try ScorerManifest(text: String(decoding: file.bytes, as: UTF8.self), file: file.path)
        let name = manifest.name
        let taken = types.map { $0.card.name } + ExternalScorers(of: folder).found.map { $0.name }
        if let same = taken.first(where: { $0.lowercased() == name.lowercased() }) {
            throw RequestError(
                "there is a scorer called \(same) already. Take its folder out of Plugins/External first, or give this one "
                    + "another name. Nothing was installed.")
        }
    }

    /// What it is and what it asks for, a line each.
    public var lines: [String] {
        func list(_ names: [String]) -> String { names.isEmpty ? "nothing" : names.joined(separator: ", ") }
        let bytes = package.files.reduce(0) { $0 + $1.bytes.count }
        var lines = [
            "\(manifest.name) \(manifest.version): \(manifest.summary)",
            "  speaks for:            \(manifest.say.rawValue)",
            "  starts:                \(manifest.command.joined(separator: " "))",
            "  sees of the articles:  \(list(manifest.items.map { $0.rawValue }))",
            "  sees of the learners:  \(list(manifest.learners.map { $0.rawValue })) (no names, no addresses)",
            "  reads beside its own:  \(list(manifest.reads))",
            "  may use:               \(manifest.limits.memory) MiB of memory, \(manifest.limits.batch) s for some learners",
            "  options:               \(list(manifest.options.keys.sorted()))",
            "  is made of:            \(package.files.count) files, \(bytes) bytes:",
        ]
        lines += package.files.prefix(20).map { "    \($0.path)\($0.isProgram ? "  (a program)" : "")" }
        if package.files.count > 20 { lines.append("    … and \(package.files.count - 20) more") }
        return lines
    }

    /// Writes it; gives what comes next, a line each. A failure leaves nothing half made.
    public func install() throws(RequestError) -> [String] {
        let files = FileManager.default
        let target = folder.externalScorers + "/" + manifest.name
        let part = folder.externalScorers + "/.\(manifest.name)-\(getpid())"
        do {
            try? files.removeItem(atPath: part)
            for file in package.files {
                let path = part + "/" + file.path
                try files.createDirectory(
                    atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
                try Data(file.bytes).write(to: URL(fileURLWithPath: path))
                try files.setAttributes([.posixPermissions: file.isProgram ? 0o755 : 0o644], ofItemAtPath: path)
            }
            try files.moveItem(atPath: part, toPath: target)
        } catch {
            try? files.removeItem(atPath: part)
            throw RequestError(
                "could not write \(target): \(SystemWords.of(error)). Check that the folder belongs to you.")
        }
        return [
            "Installed in \(folder.name(of: target)). It is not started yet. Then:",
            "  gleaner scorers check \(manifest.name)",
            "  and a line in Config/gleaner.yaml under 'scorers':  \(manifest.name): {weight: 0}   (0: in shadow, until it has shown its worth)",
        ]
    }
}
