import Content

/// What cannot be done with topics.
public enum TopicRefusal: Error, Hashable, Sendable {
    /// It has more than so many characters.
    case tooLong(most: Int)
    /// It has a control character in it.
    case controlCharacter
    /// It has no word in it.
    case noWord(Verbatim)
    /// It stands in almost every article.
    case inEveryArticle(Verbatim)
    /// It is no kind of word of a topic.
    case noKindOfWord(Verbatim, known: [Verbatim])
    /// No articles are in a language.
    case noArticles(in: Verbatim, known: [Verbatim])
    /// No topic has the name in a language.
    case noTopic(Verbatim, language: Verbatim)
    /// Words are no part of a topic in a language.
    case noPart([Verbatim], of: Verbatim, language: Verbatim)
    /// The list of a topic in the school's own file is not written so that it can be changed.
    case unchangeable(list: Verbatim, of: Verbatim)
    /// Nothing that could be acknowledged is called so.
    case nothingToAcknowledge
}
