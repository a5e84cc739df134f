import Content
import Topics
import UseCases

/// What somebody is told of a topic that must never come, in words.
enum TopicTold {
    /// The lines about a phrase that was resolved, for a learner who reads some languages; none where it was not.
    static func lines(_ families: TopicFamilies, of phrase: String, languages: [String]) -> [String] {
        BarredTopic(families, of: phrase, languages: languages).map { lines($0) } ?? []
    }

    /// The lines about a topic that was just said.
    static func lines(_ topic: BarredTopic) -> [String] {
        guard topic.isKnown else {
            return [
                "No lexicon knows '\(topic.phrase)': only that word itself is kept back. Say also what else it is called."
            ]
        }
        let known = "Kept back with it, \(others(topic)) … ('gleaner topics show' has them all)."
        if topic.unknownIn.isEmpty { return [known] }
        return [known, "Not known in \(Listing.of(topic.unknownIn)): say what it is called there, too."]
    }

    /// The lines about what a file newly says must never come: one a topic.
    static func lines(_ topics: BarredTopics) -> [String] {
        topics.topics.map { topic in
            guard topic.isKnown else { return "never \(topic.phrase): that word alone, no lexicon knows others." }
            let rest = topic.unknownIn.isEmpty ? "" : " Not known in \(Listing.of(topic.unknownIn))."
            return "never \(topic.phrase): also \(others(topic)) ….\(rest)"
        } + (topics.others > 0 ? ["… and \(topics.others) more topics that never come."] : [])
    }

    /// Some of the other words, by language.
    private static func others(_ topic: BarredTopic) -> String {
        topic.others.map { "\($0.language): \(Listing.of($0.words))" }.joined(separator: "; ")
    }
}
