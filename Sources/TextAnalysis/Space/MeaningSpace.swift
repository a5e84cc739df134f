/// A space of meanings learnt from the school's own items: words that keep the same company lie in the same direction, so
/// that an article about telescopes is near to one about planets though they share no word.
///
/// It is made of the leading directions of the words' positive mutual information (Levy and Goldberg 2014), all of them
/// equally long: that tells topics apart better than the directions of a plain latent semantic analysis.
public struct MeaningSpace: Hashable, Sendable {
    /// The number of directions; a multiple of 16.
    public let dimensions: Int
    /// How many items the archive had when this was learnt.
    public let learntFrom: Int
    /// The words that have a place, ascending.
    public let words: [String]
    /// How telling each word was when this was learnt: ln(1 + N/df).
    public let rarity: [Float]
    /// The place of each word, one after another.
    public let directions: [Float]
    /// The mean place of the items it was learnt from, which is subtracted from every item's: what all have in common
    /// says nothing about one.
    public let centre: [Float]

    /// A space by its values.
    package init(
        dimensions: Int, learntFrom: Int, words: [String], rarity: [Float], directions: [Float], centre: [Float]
    ) {
        self.dimensions = dimensions
        self.learntFrom = learntFrom
        self.words = words
        self.rarity = rarity
        self.directions = directions
        self.centre = centre
    }

    /// From so many items on a space is learnt; with fewer, company is chance.
    public static let fewestItems = 300

    /// How much meaning counts beside words, 0…1: the more items it was learnt from, the surer it is.
    public var trust: Float { Float(learntFrom) / Float(learntFrom + 3_000) }

    /// Whether an archive has outgrown the space: it is learnt anew when the archive has grown or shrunk by a quarter.
    public func isOutgrown(by items: Int) -> Bool { 4 * items > 5 * learntFrom || 4 * items < 3 * learntFrom }

    /// The direction of one word.
    func direction(of row: Int) -> [Float] { Array(directions[(row * dimensions)..<((row + 1) * dimensions)]) }

    /// The place of a text with the given words (rows of this space, with how often each is said), before the centre is
    /// subtracted; all zeros where it has none of them.
    func place(rows: [Int32], counts: [Int32]) -> [Float] {
        var place = [Float](repeating: 0, count: dimensions)
        var squares: Float = 0
        for (row, count) in zip(rows, counts) {
            let weight = (1 + Float(StableMath.log(Double(max(1, count))))) * rarity[Int(row)]
            squares += weight * weight
            Dense.add(directions, row: Int(row), of: dimensions, times: weight, to: &place)
        }
        guard squares > 0 else { return place }
        let length = squares.squareRoot()
        return place.map { $0 / length }
    }

    /// A place less the centre, of length 1; all zeros for a text without a word of this space.
    func centred(_ place: [Float]) -> [Float] {
        guard place.contains(where: { $0 != 0 }) else { return place }
        return Dense.unit(zip(place, centre).map { $0 - $1 })
    }
}
