import Content
import UseCases

extension AddTopicWords.Outcome: Told {
    /// One line: what belongs to what now.
    public var lines: [String] {
        [
            "\(Listing.quoted(words)) \(words.count == 1 ? "belongs" : "belong") to the topic '\(topic)' now (\(list), \(language)); Config/topics.yaml has it."
        ]
    }
}

extension RemoveTopicWords.Outcome: Told {
    /// What no longer belongs to what, and what never did.
    public var lines: [String] {
        ["\(Listing.quoted(words)) no longer belongs to '\(topic)' (\(language))."]
            + (unknown.isEmpty ? [] : ["\(Listing.quoted(unknown)) was no part of it."])
    }
}

extension Listing {
    /// Words in quotes with commas between: `'a', 'b'`.
    static func quoted(_ words: [Verbatim]) -> String { of(words.map { "'\($0)'" }) }
}
