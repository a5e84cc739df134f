/// One look over the supply while places are filled, with the caps that it keeps.
struct Pass {
    /// What is looked at.
    var items: [Int32]
    /// Whether a topic's share of the list is kept.
    var capsTopics = true
    /// Whether a feed's is.
    var capsFeeds = true
    /// Whether an article may take more than half of the minutes.
    var takesLong = false

    /// The looks in their order: what is new and varied first, then what is older, then more from one feed.
    static func order(_ supply: Supply) -> [Pass] {
        [
            Pass(items: supply.fresh), Pass(items: supply.fresh, capsTopics: false),
            Pass(items: supply.fresh, capsTopics: false, capsFeeds: false),
            Pass(items: supply.reachable, capsTopics: false),
            Pass(items: supply.reachable, capsTopics: false, capsFeeds: false),
        ]
    }
}
