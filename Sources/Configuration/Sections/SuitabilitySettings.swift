/// Section `suitability`: what is held back until a teacher has read it.
public struct SuitabilitySettings: Sendable, Equatable {
    /// Key `held-words`: the path of the list of words that hold an article for review, relative to the working folder.
    /// Nil (`none`): no such list. Default `Config/held-words.txt`.
    public var heldWords: String? = "Config/held-words.txt"
    /// Key `distress-words`: the path of the list of words that tell that a child may need help, relative to the working folder.
    public var distressWords = "Config/distress-words.txt"

    /// The defaults.
    public init() {}

    init(reading map: inout MapReader) {
        let path = map.text("held-words", default: SuitabilitySettings().heldWords ?? "none")
        heldWords = path == "none" ? nil : path
        distressWords = map.text("distress-words", default: SuitabilitySettings().distressWords)
    }

    var tree: OptionValue { .map(["held-words": .optional(heldWords), "distress-words": .string(distressWords)]) }
}
