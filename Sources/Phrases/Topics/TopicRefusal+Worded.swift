import Content
import UseCases

extension TopicRefusal: Worded {
    /// What is so, and what to do.
    public var words: String {
        switch self {
        case .tooLong(let most): "the topic is longer than \(most) characters. Give a word or a short phrase."
        case .controlCharacter: "the topic has a control character in it. Give a word or a short phrase."
        case .noWord(let topic): "'\(topic)' has no word in it. Give a word or a short phrase."
        case .inEveryArticle(let topic):
            "'\(topic)' stands in almost every article. Give a word that tells what they are about."
        case .noKindOfWord(let list, let known):
            "'\(list)' is no kind of word of a topic. Known: \(Listing.of(known))."
        case .noArticles(let language, let known):
            "no articles are in '\(language)' here. Known: \(Listing.of(known))."
        case .noTopic(let phrase, let language):
            "No topic is named '\(phrase)' in '\(language)'. See 'gleaner topics show'."
        case .noPart(let words, let topic, let language):
            "\(Listing.quoted(words)) is no part of the topic '\(topic)' in '\(language)'. See 'gleaner topics show'."
        case .unchangeable(let list, let topic):
            "'\(list)' of '\(topic)' in Config/topics.yaml is not written as [one, two]. Change it there by hand."
        case .nothingToAcknowledge:
            "there is nothing to acknowledge that is called so. 'gleaner status' names what there is: 'topics', or 'topic PHRASE'."
        }
    }
}
