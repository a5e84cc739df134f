extension Fact.Kind {
    /// What can be said of articles and topics, as it is typed: `too-hard`.
    public static let said: [(word: String, kind: Fact.Kind)] = [
        ("more", .more), ("less", .less), ("never", .never), ("allow", .allow), ("enough", .enough),
        ("too-easy", .tooEasy), ("too-hard", .tooHard),
        ("read", .read), ("liked", .liked), ("disliked", .disliked),
    ]

    /// What was said, by its word in any case; nil for a word that says nothing.
    public init?(said word: String) {
        guard let known = Self.said.first(where: { $0.word == word.lowercased() }) else { return nil }
        self = known.kind
    }
}
