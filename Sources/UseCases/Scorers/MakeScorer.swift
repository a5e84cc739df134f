import Configuration
import Content
import Files
import Foundation
import Pipeline
import Ranking
import ScorerKit
import Store

/// Writes a working scorer to begin with, from the templates that ship.
public struct MakeScorer: UseCase {
    /// The languages that there is a template for.
    public enum Language: String, CaseIterable, Sendable {
        case swift, python, c, sh
    }

    /// What is to be written.
    public struct Request: Sendable {
        /// The scorer's name: letters and digits, beginning with a capital.
        public var name: String
        /// What it is written in.
        public var language: Language

        /// A scorer of a name.
        package init(name: String, language: Language) {
            self.name = name
            self.language = language
        }
    }

    /// What was written.
    public struct Outcome: Sendable {
        /// The scorer's name.
        public var name: Verbatim
        /// What it is written in.
        public var language: Language
        /// The files, as people may see them.
        public var files: [Verbatim]
        /// The folder that they are in; of one in Swift that of the sources.
        public var folder: Verbatim
    }

    /// The scorer's name in the templates.
    static let placeholder = "Brevity"

    private let folder: WorkingFolder
    private let types: [any Scorer.Type]
    private let templates: String

    /// A writer for a working folder; `types`: the scorers that ship.
    package init(folder: WorkingFolder, types: [any Scorer.Type]) throws {
        self.folder = folder
        self.types = types
        templates = try ShippedFolder().path + "/Plugins/Templates"
    }

    /// Writes the scorer.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let name = request.name
        guard ScorerManifest.isName(name) else { throw ScorerRefusal.noName(Verbatim(name)) }
        let taken = types.map { $0.card.name } + ExternalScorers(of: folder).found.map { $0.name }
        if let same = taken.first(where: { $0.lowercased() == name.lowercased() }) {
            throw ScorerRefusal.taken(Verbatim(same))
        }
        return request.language == .swift ? try makeSwift(name) : try makeExternal(name, request.language)
    }

    private func makeExternal(_ name: String, _ language: Language) throws -> Outcome {
        let target = folder.externalScorers + "/" + name
        guard WorkingFolder.kindOnDisk(target) == nil else {
            throw ScorerRefusal.folderIsThere(Verbatim(folder.name(of: target)))
        }
        var written: [Verbatim] = []
        for file in try files(of: language) {
            written.append(try write(file, as: file, of: language, into: target, name))
        }
        return Outcome(
            name: Verbatim(name), language: language, files: written, folder: Verbatim(folder.name(of: target)))
    }

    /// A scorer in Swift is part of the program, so it is written where the program's sources are.
    private func makeSwift(_ name: String) throws -> Outcome {
        let list = folder.resolve("Plugins/Shipped.swift")
        guard WorkingFolder.kindOnDisk(folder.resolve("Package.swift")) == .file,
            let text = try? String(contentsOfFile: list, encoding: .utf8),
            let end = text.range(of: "\n    ]", options: .backwards)
        else { throw ScorerRefusal.noSources(folder: Verbatim(folder.root)) }
        let written = [
            try write("Brevity.swift", as: "\(name).swift", of: .swift, into: folder.resolve("Plugins/\(name)"), name),
            try write(
                "BrevityTests.swift", as: "\(name)Tests.swift", of: .swift,
                into: folder.resolve("Tests/ShippedScorersTests"), name),
        ]
        try Data(text.replacingCharacters(in: end, with: "\n        \(name).self,\n    ]").utf8).write(
            to: URL(fileURLWithPath: list))
        return Outcome(
            name: Verbatim(name), language: .swift, files: written + [Verbatim(folder.name(of: list))],
            folder: Verbatim(folder.root))
    }

    private func files(of language: Language) throws -> [String] {
        let path = templates + "/" + language.rawValue
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw ScorerRefusal.noTemplate(Verbatim(path))
        }
        return names.filter { !$0.hasPrefix(".") && !$0.hasPrefix("__") && $0 != "scorer" }.sorted()
    }

    private func write(
        _ file: String, as made: String, of language: Language, into target: String, _ name: String
    ) throws -> Verbatim {
        try write("\(templates)/\(language.rawValue)/\(file)", to: "\(target)/\(made)", name)
    }

    private func write(_ source: String, to target: String, _ name: String) throws -> Verbatim {
        do {
            let text = try String(contentsOfFile: source, encoding: .utf8)
            guard WorkingFolder.kindOnDisk(target) == nil else {
                throw ScorerRefusal.fileIsThere(Verbatim(folder.name(of: target)))
            }
            try FileManager.default.createDirectory(
                atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            let own = text.replacingOccurrences(of: Self.placeholder, with: name)
            try Data(own.utf8).write(to: URL(fileURLWithPath: target))
            // A program stays one; all else of its mode is the packager's.
            let isProgram = FileManager.default.isExecutableFile(atPath: source)
            try FileManager.default.setAttributes([.posixPermissions: isProgram ? 0o755 : 0o644], ofItemAtPath: target)
        } catch let error as ScorerRefusal {
            throw error
        } catch {
            throw ScorerRefusal.unwritable(Verbatim(target), Verbatim(SystemWords.of(error)))
        }
        return Verbatim(folder.name(of: target))
    }
}
