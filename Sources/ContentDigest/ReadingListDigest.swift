import Content
import Foundation

extension ReadingList {
    /// The digest of what it holds: the articles as they are worded, in their order, and why each is there. Whether it may go out is
    /// no part of it.
    public var contentDigest: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var parts = [edition.description, learner.rawValue, "\(dial.rawValue)"]
        for entry in entries {
            let reasons = (try? encoder.encode(entry.reasons)).map { String(decoding: $0, as: UTF8.self) } ?? ""
            parts += ["\(entry.place)", entry.item.rawValue, "\(entry.version)", entry.side.rawValue, reasons]
        }
        if let answers, let json = try? encoder.encode(answers) { parts.append(String(decoding: json, as: UTF8.self)) }
        return ContentDigest(of: parts).hex
    }
}
