import ScorerKit

/// Short articles before long ones: what an item is worth to anybody. `PairScorer` says what it is worth to one learner,
/// `Scorer` fills a whole row after preparing for all items.
public struct Brevity: AnybodyScorer {
    /// How long is too long.
    public struct Options: ScorerOptions {
        /// Articles of so many minutes are worth nothing; at least 1.
        public var longest = 15
        /// The defaults.
        public init() {}
    }

    /// Name, version, summary and whose say it is.
    public static let card = ScorerCard(
        name: "Brevity", version: "1.0", summary: "Short articles come first.", say: .neither)

    private let options: Options

    /// A scorer with a longest time of at least a minute.
    public init(options: Options) throws(OptionsError) {
        guard options.longest >= 1 else {
            throw OptionsError(option: "longest", problem: "expected a whole number of at least 1")
        }
        self.options = options
    }

    /// 1 for no time at all, 0 for the longest; nil would be to abstain.
    public func score(_ item: ItemView) -> Double? {
        max(0, 1 - Double(item.item.minutes) / Double(options.longest))
    }

    /// The minutes.
    public func evidence(for item: ItemView) -> Evidence {
        .measure(name: "minutes", value: Double(item.item.minutes))
    }
}
