/// What a school's relay takes.
public struct MailQuota: Hashable, Sendable {
    /// Mails a minute; nil: as many as come.
    public var perMinute: Int?
    /// Mails a day; nil: as many as come.
    public var perDay: Int?

    init(perMinute: Int? = nil, perDay: Int? = nil) {
        self.perMinute = perMinute
        self.perDay = perDay
    }

    /// How many mails get through in a window.
    package func fitting(windowMinutes: Int) -> Int {
        let byMinute = perMinute.map { $0 * windowMinutes } ?? Int.max
        let byDay = perDay.map { $0 * ((windowMinutes + 1_439) / 1_440) } ?? Int.max
        return min(byMinute, byDay)
    }

    /// How long some mails take at the quota a minute, in minutes.
    package func minutes(_ mails: Int) -> Int { perMinute.map { (mails + $0 - 1) / $0 } ?? 0 }
}
