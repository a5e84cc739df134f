import Content

/// Section `suitability`: what is held back until a teacher has read it, and what is said with care.
public struct SuitabilitySettings: Sendable, Equatable {
    /// Key `held-words`: the path of what holds an article for review, relative to the working folder: a folder with a list a language
    /// (`en.txt`), or a file with phrases that hold for everybody. Nil (`none`): no such list. Default ``usualHeldWords``.
    public var heldWords: String? = Self.usualHeldWords
    /// Key `topics`: the lowest grade that articles about a topic are meant for, by the topic as it is written. Default empty.
    public var topics: [String: Int] = [:]
    /// Key `distress-words`: the path of the list of words that tell that a child may need help.
    public var distressWords = "Config/distress-words.txt"
    /// Key `private-words`: the path of the list of private topics (health, religion, sexuality, politics).
    public var privateWords = "Config/private-words.txt"

    /// Where lists of held words lie, a file a language.
    public static let usualHeldWords = "Config/held-words"
    /// Where older folders have theirs, in all languages.
    public static let olderHeldWords = "Config/held-words.txt"

    /// The defaults.
    package init() {}

    init(reading map: inout MapReader) {
        let defaults = SuitabilitySettings()
        let path = map.text("held-words", default: defaults.heldWords ?? "none")
        heldWords = path == "none" ? nil : path
        topics = map.section("topics") { map in
            var grades: [String: Int] = [:]
            for (name, value) in map.namedValues() {
                // What cannot be read is a finding, and no list is made until it is corrected.
                if let grade = value.integer(1...13) { grades[name.trimmed.lowercased()] = grade }
            }
            return grades
        }
        distressWords = map.text("distress-words", default: defaults.distressWords)
        privateWords = map.text("private-words", default: defaults.privateWords)
    }

    var tree: OptionValue {
        .map([
            "held-words": .optional(heldWords), "distress-words": .string(distressWords),
            "private-words": .string(privateWords), "topics": .map(topics.mapValues { .int($0) }),
        ])
    }
}
