/// How much of a list goes into a mail: all of it, or what is left after one or more steps of shortening. Summaries are
/// shortened before they go, then long titles are cut, and items go last.
struct MailFit: Hashable {
    /// How many of the items are there.
    private(set) var count: Int
    /// How much of each there is room for.
    private(set) var room = MailFit.whole
    /// The most bytes of HTML that this list may have.
    let limit: Int

    /// The room of a list that needs no shortening, in characters.
    static let whole = DocumentFields.Room(title: 200, summary: 320)

    /// All of a list.
    init(count: Int) {
        self.count = count
        limit = count <= 12 ? MailRenderer.largestShortHTML : MailRenderer.largestHTML
    }

    /// The next step, where the HTML of this one has more bytes than it may; nil where it fits or nothing can go.
    func shorter(bytes: Int) -> MailFit? {
        guard bytes > limit else { return nil }
        var next = self
        if room.summary > 160 {
            next.room.summary = 160
        } else if room.summary > 0 {
            next.room.summary = 0
        } else if room.title > 100 {
            next.room.title = 100
        } else {
            guard count > 1 else { return nil }
            // Each round drops what the excess must at least cost, so a list of any length ends after a few rounds.
            let perItem = max(1, bytes / count)
            next.count = max(1, count - max(1, (bytes - limit) / perItem))
        }
        return next
    }
}
