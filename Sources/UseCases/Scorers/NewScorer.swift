import Configuration
import Content
import Foundation
import Pipeline
import ScorerKit
import Store

/// Writes a working scorer to begin with, from the templates that ship.
public struct NewScorer: Sendable {
    /// The languages that there is a template for.
    public enum Language: String, CaseIterable, Sendable {
        case swift, python, c, sh
    }

    /// The scorer's name in the templates.
    static let placeholder = "Brevity"

    private let folder: WorkingFolder
    private let types: [any Scorer.Type]
    private let templates: String

    /// A writer for a working folder.
    public init(folder: WorkingFolder, types: [any Scorer.Type]) throws(RequestError) {
        self.folder = folder
        self.types = types
        templates = try ShippedFolder().path + "/Plugins/Templates"
    }

    /// Writes the scorer; gives what was made and what comes next, a line each.
    public func make(_ name: String, _ language: Language) throws -> [String] {
        guard ScorerManifest.isName(name) else {
            throw RequestError(
                "'\(name)' is no name for a scorer: letters and digits, beginning with a capital, as Brevity.")
        }
        let taken = types.map { $0.card.name } + ExternalScorers(of: folder).found.map { $0.name }
        if let same = taken.first(where: { $0.lowercased() == name.lowercased() }) {
            throw RequestError("there is a scorer called \(same) already; nothing was changed. Choose another name.")
        }
        return language == .swift ? try makeSwift(name) : try makeExternal(name, language)
    }

    private func makeExternal(_ name: String, _ language: Language) throws -> [String] {
        let target = folder.externalScorers + "/" + name
        guard WorkingFolder.kindOnDisk(target) == nil else {
            throw RequestError("\(folder.name(of: target)) is there already; nothing was changed.")
        }
        var lines: [String] = []
        for file in try files(of: language) {
            lines.append(try write(file, as: file, of: language, into: target, name))
        }
        let shown = folder.name(of: target)
        let next = [
            Language.c: ["make -C \(shown) test"], .python: ["python3 -m unittest discover -s \(shown)"],
            .sh: ["sh \(shown)/test.sh"],
        ]
        return lines + ["", "Then:"] + (next[language] ?? []).map { "  " + $0 } + [
            "  gleaner scorers check \(name)",
            "  and a line in Config/gleaner.yaml under 'scorers':  \(name): {weight: 0}   (0: in shadow, until it has shown its worth)",
        ]
    }

    /// A scorer in Swift is part of the program, so it is written where the program's sources are.
    private func makeSwift(_ name: String) throws -> [String] {
        let list = folder.resolve("Plugins/Shipped.swift")
        guard WorkingFolder.kindOnDisk(folder.resolve("Package.swift")) == .file,
            let text = try? String(contentsOfFile: list, encoding: .utf8),
            let end = text.range(of: "\n    ]", options: .backwards)
        else {
            throw RequestError(
                "a scorer in Swift is part of the program: this needs Gleaner's sources, and \(folder.root) has none. "
                    + "Name them with --config, or choose --language python, c or sh.")
        }
        var lines = [
            try write("Brevity.swift", as: "\(name).swift", of: .swift, into: folder.resolve("Plugins/\(name)"), name),
            try write(
                "BrevityTests.swift", as: "\(name)Tests.swift", of: .swift,
                into: folder.resolve("Tests/ShippedScorersTests"), name),
        ]
        try Data(text.replacingCharacters(in: end, with: "\n        \(name).self,\n    ]").utf8).write(
            to: URL(fileURLWithPath: list))
        lines.append("Plugins/Shipped.swift: a line more")
        return lines + [
            "", "Then:", "  swift test --filter ShippedScorersTests",
            "  gleaner scorers check \(name)   (once it is built)",
        ]
    }

    private func files(of language: Language) throws -> [String] {
        let path = templates + "/" + language.rawValue
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw RequestError("the template \(path) is missing. It belongs beside the program's other files.")
        }
        return names.filter { !$0.hasPrefix(".") && !$0.hasPrefix("__") && $0 != "scorer" }.sorted()
    }

    private func write(
        _ file: String, as made: String, of language: Language, into target: String, _ name: String
    ) throws -> String {
        try write("\(templates)/\(language.rawValue)/\(file)", to: "\(target)/\(made)", name)
    }

    private func write(_ source: String, to target: String, _ name: String) throws -> String {
        do {
            let text = try String(contentsOfFile: source, encoding: .utf8)
            guard WorkingFolder.kindOnDisk(target) == nil else {
                throw RequestError("\(folder.name(of: target)) is there already; it was not changed.")
            }
            try FileManager.default.createDirectory(
                atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            let own = text.replacingOccurrences(of: Self.placeholder, with: name)
            try Data(own.utf8).write(to: URL(fileURLWithPath: target))
            // A program stays one; all else of its mode is the packager's.
            let isProgram = FileManager.default.isExecutableFile(atPath: source)
            try FileManager.default.setAttributes([.posixPermissions: isProgram ? 0o755 : 0o644], ofItemAtPath: target)
        } catch let error as RequestError {
            throw error
        } catch {
            throw RequestError(
                "could not write \(target): \(SystemWords.of(error)). Check that the folder belongs to you.")
        }
        return folder.name(of: target)
    }
}
