/// Invented archives in which words keep company: what a space of meanings can be learnt from.
package enum TopicTexts {
    /// The topics, each with words of its own. Of each topic an article has only some of the words.
    package static let topics = [
        ["telescope", "planet", "orbit", "comet", "galaxy", "star", "rocket", "moon", "astronomer", "meteor"],
        ["volcano", "lava", "magma", "crater", "eruption", "ash", "basalt", "geyser", "tremor", "rift"],
        ["chess", "knight", "rook", "bishop", "gambit", "checkmate", "pawn", "castling", "opening", "endgame"],
        ["bread", "dough", "yeast", "oven", "flour", "crust", "loaf", "baker", "sourdough", "knead"],
    ]
    private static let filler = [
        "today", "people", "found", "story", "children", "picture", "week", "place", "morning",
    ]

    /// Bodies of articles, article *n* on topic *n* modulo the number of topics: four words of it and three of all topics.
    package static func bodies(_ count: Int, seed: UInt64) -> [String] {
        var random = SeededRandom(seed: seed)
        return (0..<count).map { number in
            let words = topics[number % topics.count].shuffled(using: &random).prefix(4)
            let others = filler.shuffled(using: &random).prefix(3)
            return (words + others).shuffled(using: &random).joined(separator: " ")
        }
    }
}
