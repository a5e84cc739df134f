import Configuration
import Content
import Files
import Foundation
import Topics

extension TopicLexicons {
    private static let ownFile = "Config/topics.yaml"

    /// The lexicons of a working folder: for each language its own in `Config/topics/`, else the one that ships.
    /// Behind them stand the system's dictionaries.
    public static func of(_ folder: WorkingFolder?, sources: TopicSources = .all) throws -> TopicLexicons {
        TopicLexicons(
            try paths(folder).map { language, path in
                sources == .dictionaries
                    ? TopicLexicon(text: "", file: path, language: language)
                    : try TopicLexicon(path: path, name: "Config/topics/\(language).yaml", language: language)
            }, own: sources == .dictionaries ? OwnTopics() : try ownTopics(folder),
            dictionaries: sources == .lexicon ? nil : SystemDictionaries())
    }

    /// The version of a working folder's lexicons, and of what its people say.
    public static func version(of folder: WorkingFolder?) throws -> TopicsVersion {
        let marks = try paths(folder).map { language, path in
            "\(language) \(try TopicsVersion.mark(ofFile: path, name: "Config/topics/\(language).yaml"))"
        }
        let own = try ownPath(folder).map { try TopicsVersion.mark(ofFile: $0, name: ownFile) } ?? ""
        let dictionaries = SystemDictionaries().version
        return TopicsVersion(
            lexicons: (marks + [dictionaries].filter { !$0.isEmpty }).joined(separator: ", "), own: own)
    }

    private static func paths(_ folder: WorkingFolder?) throws -> [(language: String, path: String)] {
        var paths: [String: String] = [:]
        for place in [try ShippedFolder().path + "/Config/topics"]
            + [folder?.resolve("Config/topics")].compactMap({ $0 })
        {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
            for name in names where name.hasSuffix(".yaml") { paths[String(name.dropLast(5))] = "\(place)/\(name)" }
        }
        return paths.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static func ownTopics(_ folder: WorkingFolder?) throws -> OwnTopics {
        guard let path = ownPath(folder) else { return OwnTopics() }
        return try OwnTopics(path: path, name: ownFile)
    }

    private static func ownPath(_ folder: WorkingFolder?) -> String? {
        folder.map { $0.resolve(ownFile) }.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
    }
}

/// What topics are widened by, where somebody measures it.
public enum TopicSources: String, CaseIterable, Sendable {
    /// The school's own words, the lexicons, and the dictionaries of the system for what these have not.
    case all
    /// Without the dictionaries.
    case lexicon
    /// The dictionaries alone.
    case dictionaries
}
