import TextAnalysis
import Topics

/// What can be said to be a topic: a word or a short phrase that tells some articles from others.
enum TopicRule {
    /// The longest topic, in characters.
    static let longest = 100

    /// Refuses what is no topic.
    static func check(_ topic: String, languages: [String]) throws(RequestError) {
        guard topic.count <= longest else {
            throw RequestError("the topic is longer than \(longest) characters. Give a word or a short phrase.")
        }
        guard !topic.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw RequestError("the topic has a control character in it. Give a word or a short phrase.")
        }
        let words = Words.split(topic).map { $0.lowercased() }
        guard !words.isEmpty else { throw RequestError("'\(topic)' has no word in it. Give a word or a short phrase.") }
        // `US` and `IT` are no stop words: they match as they are written.
        if PhraseKey(topic, language: "en").isAsWritten { return }
        let common = (languages + ["en"]).reduce(into: Set<String>()) { $0.formUnion(StopWords.of($1)) }
        guard words.contains(where: { !common.contains($0) }) else {
            throw RequestError("'\(topic)' stands in almost every article. Give a word that tells what they are about.")
        }
    }
}
