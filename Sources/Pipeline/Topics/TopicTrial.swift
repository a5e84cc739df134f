import Configuration
import Content
import Store
import Topics

/// Tries topics on articles: what would be claimed, what kept back, and by which words.
public struct TopicTrial: Sendable {
    private let lexicons: TopicLexicons

    /// A trial of lexicons.
    package init(_ lexicons: TopicLexicons) { self.lexicons = lexicons }

    private struct Item: Decodable {
        var id: String
        var language: String?
        var title: String
        var text: String
        var tags: [String]?
    }

    private struct Phrase: Decodable {
        var id: String
        var text: String
        var language: String?
        /// `optout`: never; any other: it is liked or taught.
        var kind: String?
    }

    /// What became of a topic and an article.
    public struct Line: Encodable, Sendable {
        /// The topic's id.
        public var topic: String
        /// The article's id.
        public var item: String
        /// How much the article is about it.
        public var score: Double?
        /// Whether the article may be said to be about it.
        public var claims: Bool
        /// Whether it is kept from whoever never wants it.
        public var blocks: Bool
        /// The words of the article that tell it.
        public var words: [String]

        /// The line in words.
        public var text: String {
            "\(topic)  \(item)  \(claims ? "about" : blocks ? "kept back" : "in passing"): \(words.joined(separator: ", "))"
        }
    }

    /// A line for each topic and article that have to do with each other, in the order of the files (JSON Lines).
    public func lines(items: String, topics: String, _ use: (Line) throws -> Void) throws {
        let help = "gleaner topics try --help"
        let items = try JSONLinesFile.values(Item.self, path: items, help: help).map { $0.value }
        let phrases = try JSONLinesFile.values(Phrase.self, path: topics, help: help).map { $0.value }
        lexicons.prepare(phrases.map { $0.text })
        for phrase in phrases {
            let finder = TopicFinder(try lexicons.family(of: phrase.text, language: phrase.language ?? "en"))
            let isOptOut = phrase.kind == "optout"
            for item in items {
                let found = finder.findings(
                    title: item.title, tags: item.tags ?? [], text: item.text, language: item.language)
                guard !found.isEmpty else { continue }
                let claims = !isOptOut && found.isAbout
                try use(
                    Line(
                        topic: phrase.id, item: item.id, score: found.score, claims: claims,
                        blocks: isOptOut && found.isOf, words: found.words(forOptOut: !claims)))
            }
        }
    }
}

/// Shows what a phrase means as a topic.
public struct TopicShow: Sendable {
    private let lexicons: TopicLexicons

    /// A show of lexicons.
    package init(_ lexicons: TopicLexicons) { self.lexicons = lexicons }

    /// The families of a phrase: those that a school keeps, or else what it would be resolved to now.
    public func families(
        of phrase: String, language: String, store: Store?
    ) throws -> (all: TopicFamilies, own: TopicFamily) {
        if let kept = try store?.topics.families(of: phrase), let own = kept.family(of: phrase, said: language) {
            return (kept, own)
        }
        let own = try lexicons.family(of: phrase, language: language)
        return (TopicFamilies([own]), own)
    }

    /// The family in words.
    public static func lines(_ family: TopicFamily) -> [String] {
        guard family.topic != nil else {
            return [
                "'\(family.phrase)' is in no lexicon: it means what it says, in its own word alone.",
                "'gleaner topics add' tells other words for it.",
            ]
        }
        var lines = ["'\(family.phrase)' is the topic '\(family.topic ?? "")' (\(family.source))."]
        for (language, words) in family.words.sorted(by: { $0.key < $1.key }) {
            lines.append("\(language):")
            for width in TopicFamily.Width.allCases {
                let members = words.members.filter { $0.width == width }.map { member in
                    member.phrase + (member.source.map { " (\($0))" } ?? "")
                }
                if !members.isEmpty { lines.append("  \(title(width))  \(members.joined(separator: ", "))") }
            }
            if !words.not.isEmpty { lines.append("  not:      \(words.not.joined(separator: ", "))") }
        }
        return lines
    }

    private static func title(_ width: TopicFamily.Width) -> String {
        switch width {
        case .name: "names:   "
        case .narrow: "narrow:  "
        case .unsure: "unsure:  "
        case .wide: "wide:    "
        }
    }
}
