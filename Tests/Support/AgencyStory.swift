/// A made-up agency report, and what editors make of it: the same text with another headline, a byline, a sentence more or less,
/// other punctuation, a shorter teaser, a pointer to the whole at its end.
package struct AgencyStory {
    /// Its headline.
    package var title: String
    /// Its sentences.
    package var sentences: [String]

    /// The whole text.
    package var text: String { sentences.joined(separator: " ") }

    /// What an editor does.
    package enum Edit: CaseIterable, Sendable {
        case none, headline, byline, sentenceAdded, sentenceDropped, punctuation, words, shorter, tail
    }

    /// A story of so many sentences.
    package init(sentences count: Int, using random: inout SeededRandom) {
        let names = (0..<3).map { _ in Self.name(&random) }
        sentences = (0..<count).map { _ in Self.sentence(names, &random) }
        title = Self.headline(of: sentences, names, &random)
    }

    /// The story as another feed carries it, after some edits.
    package func edited(_ edits: [Edit], using random: inout SeededRandom) -> AgencyStory {
        var story = self
        for edit in edits { story.apply(edit, &random) }
        return story
    }

    private mutating func apply(_ edit: Edit, _ random: inout SeededRandom) {
        switch edit {
        case .none: break
        case .headline: title = Self.headline(of: sentences, [Self.name(&random)], &random)
        case .byline:
            let name = Self.name(&random)
            let line = random.pick([
                "By \(name), \(Self.name(&random)) News", "\(name.uppercased()) (\(Self.name(&random))) —",
                "\(name), Jan 5 -", "Von \(name) |", "\(name.uppercased()):",
            ])
            sentences[0] = line + " " + sentences[0]
        case .sentenceAdded:
            let place = random.number(0...sentences.count)
            sentences.insert(Self.sentence([Self.name(&random)], &random), at: place)
        case .sentenceDropped:
            // Editors cut from the end, or leave out one on the way.
            if sentences.count > 2 { sentences.remove(at: random.number(1...(sentences.count - 1))) }
        case .punctuation:
            sentences = sentences.map { sentence in
                sentence.replacing(", ", with: random.chance(0.5) ? " – " : " ").replacing("'", with: "’")
                    .replacing("\"", with: random.chance(0.5) ? "“" : "«")
            }
        case .words:
            sentences = sentences.map { sentence in
                var words = sentence.split(separator: " ").map { String($0) }
                let plain = words.indices.filter { words[$0].allSatisfy { $0.isLowercase } }
                guard !plain.isEmpty else { return sentence }
                words[random.pick(plain)] = random.chance(0.5) ? random.pick(Self.small) : Self.word(&random)
                return words.joined(separator: " ")
            }
        case .shorter:
            // A teaser: some of the first sentences, cut after a word.
            let words = text.split(separator: " ")
            let count = min(words.count, max(28, words.count * random.number(3...8) / 10))
            sentences = [words.prefix(count).joined(separator: " ") + random.pick(["…", "...", " […]", ""])]
        case .tail:
            let name = Self.name(&random)
            sentences.append(
                random.pick([
                    "Read more", "Continue reading on \(name) Times", "Weiterlesen …", "[Read the whole article]",
                    "The post \(title) appeared first on \(name) Daily.", "Read the full story at \(name).example »",
                ]))
        }
    }

    private static func headline(of sentences: [String], _ names: [String], _ random: inout SeededRandom) -> String {
        let content = sentences.joined(separator: " ").split(separator: " ").map { String($0) }
            .filter { $0.count > 5 && $0.allSatisfy { $0.isLowercase } }
        let words = (0..<random.number(3...6)).map { _ in content.isEmpty ? word(&random) : random.pick(content) }
        return random.pick(names) + " " + words.joined(separator: " ") + (random.chance(0.3) ? " \(word(&random))" : "")
    }

    private static func sentence(_ names: [String], _ random: inout SeededRandom) -> String {
        var words: [String] = []
        for _ in 0..<random.number(9...22) {
            if random.chance(0.46) {
                words.append(random.pick(small))
            } else if random.chance(0.12) {
                words.append(random.pick(names))
            } else if random.chance(0.05) {
                words.append("\(random.number(2...4_000))")
            } else {
                words.append(word(&random) + (random.chance(0.12) ? "," : ""))
            }
        }
        let first = words[0].prefix(1).uppercased() + words[0].dropFirst()
        return ([first] + words.dropFirst()).joined(separator: " ") + "."
    }

    /// A word that looks like one, of some six thousand.
    private static func word(_ random: inout SeededRandom) -> String {
        let parts = [
            "ba", "ce", "di", "fo", "gu", "har", "lin", "mon", "ner", "pil", "ros", "ster", "tan", "vel", "wick",
        ]
        return random.pick(parts) + random.pick(parts)
            + random.pick(["t", "ler", "ming", "n", "ders", "k", "sh", "ring"])
    }

    private static func name(_ random: inout SeededRandom) -> String {
        let word = word(&random)
        return word.prefix(1).uppercased() + word.dropFirst()
    }

    private static let small = """
        the the the a a of of to to and and in in that for on with as was were is are by at from it its his her their had have
        has been will would said after before over under about into than more most not but also who which when while where
        """.split(whereSeparator: \.isWhitespace).map { String($0) }
}
