import Content
import UseCases

/// Names of learners as a part of a sentence.
enum NameList {
    /// The most names in a row.
    private static let most = 40

    /// All of a few, some of many.
    static func of(_ names: [some CustomStringConvertible]) -> String {
        guard names.count > most else { return Listing.of(names) }
        return "\(Listing.of(names.prefix(most - 1))) and \(names.count - most + 1) more"
    }
}

extension ArticleName {
    /// The title in quotes with the code: `“Tide” (K7Q2M)`.
    var words: String { "“\(title)” (\(code))" }
}

extension Whom {
    /// `class 5A`, or a learner's name.
    var words: String {
        switch self {
        case .schoolClass(let name): "class \(name)"
        case .learner(let name): "\(name)"
        }
    }
}

extension RuleSubject {
    /// What a rule is about, as a name among others.
    var name: String {
        switch self {
        case .article(let article): article.words
        case .unknownArticle(let id): "the article \(id)"
        case .topic(let topic): "'\(topic)'"
        case .feed(let feed): "the feed \(feed)"
        }
    }

    /// What a rule is about, as what a sentence is about.
    var words: String {
        switch self {
        case .article, .unknownArticle, .feed: name
        case .topic: "the topic \(name)"
        }
    }
}
