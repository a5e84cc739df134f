import Content
import TextAnalysis
import Topics

/// What can be said to be a topic: a word or a short phrase that tells some articles from others.
enum TopicRule {
    /// The longest topic, in characters.
    static let longest = 100

    /// Refuses what is no topic.
    static func check(_ topic: String, languages: [String]) throws(TopicRefusal) {
        // A letter with a thousand marks is one, and no topic.
        guard topic.count <= longest, topic.utf8.count <= 4 * longest else { throw .tooLong(most: longest) }
        guard !topic.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw .controlCharacter
        }
        let words = Words.split(topic).map { $0.lowercased() }
        guard !words.isEmpty else { throw .noWord(Verbatim(topic)) }
        // `US` and `IT` are no stop words: they match as they are written.
        if PhraseKey(topic, language: "en").isAsWritten { return }
        let common = (languages + ["en"]).reduce(into: Set<String>()) { $0.formUnion(StopWords.of($1)) }
        guard words.contains(where: { !common.contains($0) }) else {
            throw .inEveryArticle(Verbatim(topic))
        }
    }
}
