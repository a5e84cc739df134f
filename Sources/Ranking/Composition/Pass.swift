/// One look over the supply while places are filled, with the caps that it keeps.
struct Pass {
    /// What is looked at.
    var items: [Int32]
    /// Whether a topic's share of the list is kept.
    var capsTopics = true
    /// Whether a feed's is.
    var capsFeeds = true
    /// Whether what each had over the last weeks counts too.
    var capsShares = false
    /// Whether an article may take more than half of the minutes.
    var takesLong = false
    /// How many articles of an unknown level the list may hold.
    var mostUnknown = Supply.mostUnknown

    /// The looks in their order: what is new and varied first, then what is older, then more from one feed, then what nobody knows the
    /// level of, then what is for younger learners.
    static func order(_ supply: Supply) -> [Pass] {
        [
            Pass(items: supply.fresh, capsShares: true), Pass(items: supply.fresh),
            Pass(items: supply.fresh, capsTopics: false),
            Pass(items: supply.fresh, capsTopics: false, capsFeeds: false),
            Pass(items: supply.reachable, capsTopics: false),
            Pass(items: supply.reachable, capsTopics: false, capsFeeds: false),
            // A filter that starves a reader is worse than texts of which nobody knows how hard they are.
            Pass(items: supply.unknown, capsTopics: false, mostUnknown: .max),
            Pass(items: supply.unknown, capsTopics: false, capsFeeds: false, mostUnknown: .max),
            // Easy texts for one's age come before those of a feed for the little ones; "tug of war" for who wants no war where nothing else is.
            Pass(items: supply.last, capsTopics: false),
            Pass(items: supply.last, capsTopics: false, capsFeeds: false),
        ]
    }
}
