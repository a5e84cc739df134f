import Configuration
import Content
import Files
import Foundation
import Topics

extension TopicLexicons {
    /// The lexicons of a working folder: for each language its own in `Config/topics/`, else the one that ships.
    public static func of(_ folder: WorkingFolder?) throws -> TopicLexicons {
        var paths: [String: String] = [:]
        for place in [try NewFolder().shipped + "/Config/topics"]
            + [folder?.resolve("Config/topics")].compactMap({ $0 })
        {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
            for name in names where name.hasSuffix(".yaml") { paths[String(name.dropLast(5))] = "\(place)/\(name)" }
        }
        return TopicLexicons(
            try paths.sorted { $0.key < $1.key }.map { language, path in
                try TopicLexicon(path: path, name: "Config/topics/\(language).yaml", language: language)
            }, own: try ownTopics(folder))
    }

    private static func ownTopics(_ folder: WorkingFolder?) throws -> OwnTopics {
        guard let path = folder?.resolve("Config/topics.yaml"), FileManager.default.fileExists(atPath: path) else {
            return OwnTopics()
        }
        return try OwnTopics(path: path, name: "Config/topics.yaml")
    }
}
