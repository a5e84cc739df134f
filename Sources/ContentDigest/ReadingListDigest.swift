import Content
import JSON

extension ReadingList {
    /// The digest of what it holds: the articles as they are worded, in their order, and why each is there. Whether it may go out is
    /// no part of it.
    public var contentDigest: String {
        var parts = [edition.description, learner.rawValue, "\(dial.rawValue)"]
        for entry in entries {
            let reasons = (try? JSONText.of(entry.reasons, style: .escapedSlashes)) ?? ""
            parts += ["\(entry.place)", entry.item.rawValue, "\(entry.version)", entry.side.rawValue, reasons]
        }
        if let answers, let json = try? JSONText.of(answers, style: .escapedSlashes) { parts.append(json) }
        return ContentDigest(of: parts).hex
    }
}
