/// Section `suitability`: what is held back until a teacher has read it, and what is said with care.
public struct SuitabilitySettings: Sendable, Equatable {
    /// Key `held-words`: the path of the list of words that hold an article for review, relative to the working folder.
    /// Nil (`none`): no such list. Default `Config/held-words.txt`.
    public var heldWords: String? = "Config/held-words.txt"
    /// Key `distress-words`: the path of the list of words that tell that a child may need help.
    public var distressWords = "Config/distress-words.txt"
    /// Key `private-words`: the path of the list of private topics (health, religion, sexuality, politics).
    public var privateWords = "Config/private-words.txt"

    /// The defaults.
    package init() {}

    init(reading map: inout MapReader) {
        let defaults = SuitabilitySettings()
        let path = map.text("held-words", default: defaults.heldWords ?? "none")
        heldWords = path == "none" ? nil : path
        distressWords = map.text("distress-words", default: defaults.distressWords)
        privateWords = map.text("private-words", default: defaults.privateWords)
    }

    var tree: OptionValue {
        .map([
            "held-words": .optional(heldWords), "distress-words": .string(distressWords),
            "private-words": .string(privateWords),
        ])
    }
}
