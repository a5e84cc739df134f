import TextAnalysis

/// What may be believed of a level after answers: a distribution over grades 0…16 in quarters, by Bayes' rule.
///
/// An answer is drawn by how far an article lies above its reader: "too hard" with the probability of a logistic curve that passes one half at
/// ``edge`` grades above, "too easy" at as many below. So a complaint about an article far above a reader's level says next to nothing, and one
/// about an article that should have fitted says much: a step would have said the same of both.
struct LevelBelief {
    private var logarithms: [Double]

    static let step = 0.25
    private static let count = 65
    /// How many grades off an article is when every other reader says so.
    static let edge = 1.2

    /// A belief before any answer: Student's t with three degrees of freedom, for what somebody states is now and then far off.
    init(about mean: Double, deviation: Double) {
        logarithms = (0..<Self.count).map { number in
            let distance = (Double(number) * Self.step - mean) / deviation
            return -2 * StableMath.log(1 + distance * distance / 3)
        }
    }

    /// Takes evidence in.
    mutating func take(_ evidence: LevelEvidence, by curve: Curve) {
        for number in 0..<Self.count {
            // How far the article lies above the reader, in twentieths of a grade.
            let above = ((evidence.level - Double(number) * Self.step) * 20 * curve.direction).rounded()
            logarithms[number] += evidence.weight * curve.logarithm(of: evidence.answer, above: Int(above))
        }
    }

    /// Mean and standard deviation.
    var moments: (mean: Double, deviation: Double) {
        let top = logarithms.max() ?? 0
        var (total, first, second) = (0.0, 0.0, 0.0)
        for number in 0..<Self.count {
            let share = StableMath.exp(logarithms[number] - top)
            let level = Double(number) * Self.step
            total += share
            first += share * level
            second += share * level * level
        }
        let mean = first / total
        return (mean, max(0.05, second / total - mean * mean).squareRoot())
    }

    /// The logarithms of the answers' probabilities by how far an article lies above its reader.
    struct Curve: Sendable {
        private let tooHard: [Double]
        private let fits: [Double]
        /// 1 where the grid is of the reader and the evidence of an article, −1 the other way round.
        let direction: Double

        private static let reach = 340

        /// How much a level that was measured of a text is off, beside how people differ: where a reader's level is looked for.
        static let ofReader = Curve(spread: 1.6, direction: 1)
        /// How much people differ about one text: where an article's level is looked for.
        static let ofArticle = Curve(spread: 0.8, direction: -1)

        private init(spread: Double, direction: Double) {
            self.direction = direction
            func share(_ distance: Double) -> Double { 1 / (1 + StableMath.exp(-1.7 * distance / spread)) }
            var (hard, fit): ([Double], [Double]) = ([], [])
            for number in -Self.reach...Self.reach {
                let above = Double(number) / 20
                let (tooHard, tooEasy) = (share(above - LevelBelief.edge), share(-above - LevelBelief.edge))
                hard.append(StableMath.log(max(1e-6, tooHard)))
                fit.append(StableMath.log(max(1e-6, 1 - tooHard - tooEasy)))
            }
            (tooHard, fits) = (hard, fit)
        }

        func logarithm(of answer: LevelAnswer, above: Int) -> Double {
            let place = min(Self.reach, max(-Self.reach, above))
            return switch answer {
            case .tooHard: tooHard[Self.reach + place]
            case .tooEasy: tooHard[Self.reach - place]
            case .fits: fits[Self.reach + place]
            }
        }
    }
}
