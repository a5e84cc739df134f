import Content
import Store

/// That the clock may be wrong: it says a moment that is implausibly long after everything that is known to have been done. What
/// cannot be taken back is not done by such a clock, until a person says that it is right.
public struct ClockDoubt: Hashable, Sendable {
    /// The moment that the clock says.
    public var now: Timestamp
    /// The last moment that can be believed.
    public var believed: Timestamp

    /// So many days without a run are believed: the longest holidays, twice.
    static let longestPause = 180

    /// The doubt at a moment; nil: there is none. `runs`: the moments of all runs in the order in which they took place; `word`: when
    /// a person last said that the clock was right.
    ///
    /// A run after too long a pause is not believed, nor is what follows it: a clock that is wrong stays wrong for more than one run.
    init?(now: Timestamp, runs: [Timestamp], word: Timestamp?) {
        guard let first = runs.first else { return nil }
        var believed = max(first, word ?? first)
        for run in runs where Self.isNear(run, after: believed) { believed = max(believed, run) }
        guard !Self.isNear(now, after: believed) else { return nil }
        self.now = now
        self.believed = believed
    }

    /// The doubt at a moment by what a store knows.
    init?(store: Store, now: Timestamp) throws(StoreError) {
        self.init(now: now, runs: try store.runs.moments(), word: try store.runs.clockWord())
    }

    private static func isNear(_ moment: Timestamp, after believed: Timestamp) -> Bool {
        moment.days(since: believed) <= Double(longestPause)
    }
}
