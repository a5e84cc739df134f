/// What one ranker came to over all slates.
public struct RankerLine: Hashable, Codable, Sendable {
    /// The ranker: a scorer, a part of one (`InterestMatch.words`), or `blend`.
    public var ranker: String
    /// How many slates it was measured on.
    public var slates: Int
    /// The means over the slates.
    public var means: SlateMeasures

    private enum CodingKeys: String, CodingKey { case ranker, slates }

    /// A line by its values.
    package init(ranker: String, slates: Int, means: SlateMeasures) {
        self.ranker = ranker
        self.slates = slates
        self.means = means
    }

    /// One flat object.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: CodingKeys.self)
        try object.encode(ranker, forKey: .ranker)
        try object.encode(slates, forKey: .slates)
        try means.encode(to: encoder)
    }

    /// Reads what ``encode(to:)`` wrote.
    public init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: CodingKeys.self)
        ranker = try object.decode(String.self, forKey: .ranker)
        slates = try object.decode(Int.self, forKey: .slates)
        means = try SlateMeasures(from: decoder)
    }
}

/// What one ranker came to on one slate.
public struct SlateLine: Hashable, Codable, Sendable {
    /// The slate's number in the file, from 1; of a school's own lists, the learner's number.
    public var slate: Int
    /// The ranker.
    public var ranker: String
    /// Its measures.
    public var measures: SlateMeasures

    private enum CodingKeys: String, CodingKey { case slate, ranker }

    /// A line by its values.
    package init(slate: Int, ranker: String, measures: SlateMeasures) {
        self.slate = slate
        self.ranker = ranker
        self.measures = measures
    }

    /// One flat object.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: CodingKeys.self)
        try object.encode(slate, forKey: .slate)
        try object.encode(ranker, forKey: .ranker)
        try measures.encode(to: encoder)
    }

    /// Reads what ``encode(to:)`` wrote.
    public init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: CodingKeys.self)
        slate = try object.decode(Int.self, forKey: .slate)
        ranker = try object.decode(String.self, forKey: .ranker)
        measures = try SlateMeasures(from: decoder)
    }
}

/// How a ranker does beside another on the same slates: the mean of the differences, slate by slate.
public struct ComparisonLine: Hashable, Codable, Sendable {
    /// A mean difference with its interval.
    public struct Difference: Hashable, Codable, Sendable {
        /// The mean over the slates; above 0 where the ranker is better than the other.
        public var mean: Double
        /// The ends of the 95 % interval of the mean.
        public var low, high: Double

        /// The difference of values, slate by slate. The interval is 1.96 standard errors to each side.
        public init(_ differences: [Double]) {
            let count = Double(max(1, differences.count))
            let mean = differences.reduce(0, +) / count
            let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            let half = 1.96 * (squares / count / count).squareRoot()
            self.mean = mean
            low = mean - half
            high = mean + half
        }
    }

    /// The ranker.
    public var ranker: String
    /// The one it is compared with.
    public var comparedWith: String
    /// How many slates both were measured on.
    public var slates: Int
    /// The difference of each measure, by its name.
    public var differences: [String: Difference]

    private enum CodingKeys: String, CodingKey {
        case ranker, comparedWith = "compared-with", slates, differences
    }

    /// The comparison of two rankers' measures of the same slates, in the same order.
    public init(_ ranker: String, _ measures: [SlateMeasures], with other: String, _ others: [SlateMeasures]) {
        self.ranker = ranker
        comparedWith = other
        slates = measures.count
        var values: [String: [Double]] = [:]
        for (left, right) in zip(measures, others) {
            for (a, b) in zip(left.values, right.values) { values[a.name, default: []].append(a.value - b.value) }
        }
        differences = values.mapValues { Difference($0) }
    }
}
