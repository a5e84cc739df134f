/// The two letters that stand beside a box of a printed page: which article, and what is ticked. `cm` is "more" at the third.
///
/// They are the same in every language, and are typed one after the other: `amchbr`.
public struct TickCode: Hashable, Sendable {
    /// The article's place in the list, from 1 to 26.
    public let place: Int
    /// What is ticked.
    public let tick: Fact.Kind

    /// The letter of what can be ticked; a face is a tick too.
    public static let letters: [(letter: Character, tick: Fact.Kind)] = [
        ("m", .more), ("l", .less), ("e", .tooEasy), ("h", .tooHard), ("r", .read), ("n", .never), ("g", .liked),
        ("s", .read), ("b", .disliked),
    ]
    private static let places = Array("abcdefghijklmnopqrstuvwxyz")

    /// A code by its letters; nil where they are none.
    public init?(_ place: Character, _ tick: Character) {
        guard let place = Self.places.firstIndex(where: { String($0) == place.lowercased() }),
            let found = Self.letters.first(where: { String($0.letter) == tick.lowercased() })
        else { return nil }
        self.place = place + 1
        self.tick = found.tick
    }

    /// A code by an article's place and what is ticked; nil where nothing on paper stands for it.
    public init?(place: Int, tick: Fact.Kind) {
        guard Self.places.indices.contains(place - 1), Self.letters.contains(where: { $0.tick == tick }) else {
            return nil
        }
        (self.place, self.tick) = (place, tick)
    }

    /// What can be ticked beside an article, in the order of the print: the faces, then the boxes. Two of a kind are one.
    public static let boxes: [Fact.Kind] = [.liked, .read, .disliked, .more, .less, .tooEasy, .tooHard, .never]

    /// The two letters; nil beyond the alphabet.
    public var code: String? {
        guard let letter = Self.letter(of: place), let mark = Self.letters.first(where: { $0.tick == tick })?.letter
        else { return nil }
        return "\(letter)\(mark)"
    }

    /// The letter of a place; nil beyond the alphabet.
    public static func letter(of place: Int) -> Character? {
        places.indices.contains(place - 1) ? places[place - 1] : nil
    }
}
