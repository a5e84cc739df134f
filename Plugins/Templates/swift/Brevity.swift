import ScorerKit

/// Short articles before long ones: what an item is worth to anybody. `PairScorer` says what it is worth to one learner,
/// `Scorer` fills a whole row after preparing for all items.
public struct Brevity: AnybodyScorer {
    /// How long is too long.
    public struct Options: ScorerOptions {
        /// Articles of so many letters are worth nothing; at least 1.
        public var longest = 6_000
        /// The defaults.
        public init() {}
    }

    /// Name, version, summary and whose say it is.
    public static let card = ScorerCard(
        name: "Brevity", version: "1.0", summary: "Short articles come first.", say: .neither)

    /// The shorter of two.
    public static let examples = [
        ScorerExample(
            .init(), better: .init("Bees dance", text: "They tell the way."),
            worse: .init("Bees dance at length", text: String(repeating: "They tell the way. ", count: 40)),
            because: "it is shorter")
    ]

    private let options: Options

    /// A scorer with a longest text of at least a letter.
    public init(options: Options) throws(OptionsError) {
        guard options.longest >= 1 else {
            throw OptionsError(option: "longest", problem: "expected a whole number of at least 1")
        }
        self.options = options
    }

    /// 1 for no text at all, 0 for the longest; nil would be to abstain.
    public func score(_ item: ItemView) -> Double? {
        max(0, 1 - Double(item.item.text.utf8.count) / Double(options.longest))
    }

    /// How many letters there are.
    public func evidence(for item: ItemView) -> Evidence {
        .measure(name: "letters", value: Double(item.item.text.utf8.count))
    }
}
