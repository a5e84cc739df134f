import Configuration
import Content
import Files
import Foundation
import Topics

extension TopicLexicons {
    /// The lexicons of a working folder; those that ship where it has none of its own, or where there is no folder.
    public static func of(_ folder: WorkingFolder?) throws -> TopicLexicons {
        let own = folder.map { $0.resolve("Config/topics") }
        let isThere = own.map { FileManager.default.fileExists(atPath: $0) } ?? false
        let place = try isThere ? own ?? "" : NewFolder().shipped + "/Config/topics"
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []).filter {
            $0.hasSuffix(".yaml")
        }
        return TopicLexicons(
            try names.sorted().map { name in
                try TopicLexicon(
                    path: "\(place)/\(name)", name: "Config/topics/\(name)", language: String(name.dropLast(5)))
            })
    }
}
