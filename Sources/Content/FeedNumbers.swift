/// What a feed has brought, in numbers.
public struct FeedNumbers: Hashable, Codable, Sendable {
    /// Its articles, those that only it has and those that others have too.
    public var items = 0
    /// When the newest was published; nil without one.
    public var newest: Timestamp?
    /// How many were published in each of the last weeks, as a mean; nil where too few are known.
    public var itemsAWeek: Double?
    /// Since when nothing has come, where that is far longer than is usual with it; nil: it is not silent.
    public var silentSince: Timestamp?
    /// The languages of its articles, the most frequent first.
    public var languages: [String] = []
    /// The share of its articles that have a level, 0…1.
    public var withLevel = 0.0
    /// How often an article of it was given to a learner.
    public var given = 0
    /// How often a learner who was given one wanted more like it.
    public var wanted = 0

    /// A feed without articles.
    package init() {}

    /// Weeks over which the rhythm is told.
    public static let weeks: Int64 = 8
    /// A feed is silent after so many of its usual pauses, and after so many days at least.
    static let pauses: Int64 = 5
    static let days: Int64 = 30

    /// Takes the dates of its articles, the latest first.
    public mutating func take(published dates: [Timestamp], now: Timestamp) {
        newest = dates.first
        guard dates.count >= 2, let first = dates.first, let last = dates.last else { return }
        let usual = (first.seconds - last.seconds) / Int64(dates.count - 1)
        if now.seconds - first.seconds > max(Self.days * 86_400, Self.pauses * usual) { silentSince = first }
        let span = Self.weeks * 7 * 86_400
        itemsAWeek = Double(dates.count { $0.seconds > now.seconds - span }) / Double(Self.weeks)
    }
}
