import Content
import JSON
import Pipeline
import Topics
import UseCases

extension ShowTopic.Outcome: Told, ToldAsJSON {
    /// The family, and what it would give and keep back.
    public var lines: [String] { family.lines + (reach?.lines ?? []) }

    /// One object with the family, and one with the articles.
    public func jsonLines() throws -> [String] {
        [try JSONText.of(family)] + (try reach.map { [try JSONText.of(ReachLine($0))] } ?? [])
    }

    private struct ReachLine: Encodable {
        let blocks: [String]
        let gives: [String]
        let holds: [String]

        init(_ reach: ShowTopic.Reach) {
            (gives, blocks) = (reach.gives.map { $0.words }, reach.blocks.map { $0.words })
            holds = reach.holds.map { $0.words }
        }
    }
}

extension ShowTopic.Article {
    /// Its code and title.
    fileprivate var words: String { "\(code)  \(title)" }
}

extension ShowTopic.Reach {
    /// How many titles are shown.
    private static let most = 10

    fileprivate var lines: [String] {
        func part(_ heading: String, _ articles: [ShowTopic.Article]) -> [String] {
            let shown = articles.prefix(Self.most).map {
                "  " + $0.words.split(whereSeparator: \.isNewline).joined(separator: " ")
            }
            let more = articles.count - Self.most
            return ["\(heading): \(articles.count)"] + shown + (more > 0 ? ["  … and \(more) more"] : [])
        }
        return part("Would be given to who likes it", gives) + part("Is kept from who never wants it", blocks)
            + (holds.isEmpty ? [] : part("Waits for a teacher for who never wants it", holds))
    }
}

extension TopicFamily {
    fileprivate var lines: [String] {
        guard let topic else {
            return [
                "'\(phrase)' is in no lexicon: it means what it says, in its own word alone.",
                "'gleaner topics add' tells other words for it.",
            ]
        }
        var lines = ["'\(phrase)' is the topic '\(topic)' (\(source))."]
        for (language, words) in words.sorted(by: { $0.key < $1.key }) {
            lines.append("\(language):")
            for width in Width.allCases {
                let members = words.members.filter { $0.width == width }.map { member in
                    member.phrase + (member.source.map { " (\($0))" } ?? "")
                }
                if !members.isEmpty { lines.append("  \(width.title)  \(Listing.of(members))") }
            }
            if !words.not.isEmpty { lines.append("  not:      \(Listing.of(words.not))") }
        }
        return lines
    }
}

extension TopicFamily.Width {
    fileprivate var title: String {
        switch self {
        case .name: "names:   "
        case .narrow: "narrow:  "
        case .unsure: "unsure:  "
        case .wide: "wide:    "
        }
    }
}
