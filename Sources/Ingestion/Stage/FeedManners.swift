import Content
import FeedParsing

/// When a feed of the web may be asked again: as its server and its document ask for, between nine minutes and a day; a failing one
/// less and less often, and never not at all.
enum FeedManners {
    /// Seconds between which all waiting lies.
    static let bounds: ClosedRange<Int64> = 9 * 60...86_400
    /// Seconds that are waited after the first failures; later ones wait a day.
    private static let retries: [Int64] = [9 * 60, 30 * 60, 2 * 3_600, 6 * 3_600]
    /// Seconds for which a host is left alone that does not say how long.
    private static let pause: Int64 = 3_600

    /// What is to be done with a feed in a run.
    enum Turn: Equatable {
        /// It is asked, at this address.
        case ask(String)
        /// It is left alone, as somebody asked for.
        case wait
        /// It has failed, and is not tried again yet.
        case failing
        /// It has ended.
        case ended(Timestamp)
    }

    /// Whether a feed is asked now. `pausedUntil`: how long its host wants to be left alone. `isNamed`: a person asked for this feed.
    static func turn(
        _ state: FeedState?, address: String, pausedUntil: Timestamp?, isNamed: Bool, now: Timestamp
    ) -> Turn {
        // A failure at the new address is looked for at the old one.
        let place = state.flatMap { $0.failures == 0 ? $0.movedTo : nil } ?? address
        if let pausedUntil, pausedUntil > now { return state?.failures ?? 0 > 0 ? .failing : .wait }
        guard let state, !isNamed else { return .ask(place) }
        if let ended = state.ended { return .ended(ended) }
        guard let notBefore = state.notBefore, now < notBefore, now >= state.asked else { return .ask(place) }
        // A school that runs once a day runs not to the second: a tenth of the time may be missing.
        let slack = (notBefore.seconds - state.asked.seconds) / 10
        if notBefore.seconds - now.seconds <= slack { return .ask(place) }
        return state.failures > 0 ? .failing : .wait
    }

    /// The state after a feed was there. `parsed`: its document; nil where it has not changed.
    static func afterSuccess(
        _ state: FeedState?, terms: FetchTerms, parsed: ParsedFeed?, now: Timestamp
    ) -> FeedState {
        var new = FeedState(asked: now)
        new.good = now
        new.movedTo = terms.movedTo ?? state?.movedTo
        let stated = terms.freshSeconds.map { Int64($0) } ?? parsed?.timeToLive.map { Int64($0) * 60 }
        // A document that has not changed still asks for what it asked for.
        let before =
            parsed == nil ? state.flatMap { known in known.notBefore.map { $0.seconds - known.asked.seconds } } : nil
        let wait = stated ?? parsed.flatMap { rhythm(of: $0) } ?? before
        new.notBefore = wait.map { now.adding(seconds: clamped($0)) }
        if let parsed { new.notBefore = afterQuietHours(parsed, from: new.notBefore ?? now, now: now) }
        return new
    }

    /// The state after a feed failed.
    static func afterFailure(_ state: FeedState?, _ error: FetchError, now: Timestamp) -> FeedState {
        var new = state ?? FeedState(asked: now)
        new.asked = now
        new.failingSince = new.failingSince ?? now
        new.failures += 1
        new.problem = error.problem
        new.notBefore = now.adding(
            seconds: new.failures <= retries.count ? retries[new.failures - 1] : bounds.upperBound)
        if error.kind == .gone { new.ended = now }
        return new
    }

    /// Until when a host is left alone that asked for it.
    static func pause(of seconds: Int?, now: Timestamp) -> Timestamp {
        now.adding(seconds: min(seconds.map { Int64($0) } ?? pause, bounds.upperBound))
    }

    private static func clamped(_ seconds: Int64) -> Int64 { min(max(seconds, bounds.lowerBound), bounds.upperBound) }

    /// A quarter of the usual time between two of its entries, in seconds, six hours at most; nil where too few have dates.
    private static func rhythm(of feed: ParsedFeed) -> Int64? {
        let dates = feed.entries.compactMap { $0.published ?? $0.updated }.map { $0.seconds }.sorted()
        guard dates.count >= fewestDates else { return nil }
        let gaps = zip(dates, dates.dropFirst()).map { $1 - $0 }.sorted()
        return min(gaps[gaps.count / 2] / 4, 6 * 3_600)
    }

    /// From so many dated entries on a feed has a rhythm.
    private static let fewestDates = 5

    /// The first hour from a moment on at which the document does not ask to be left alone (RSS 2.0, skipHours and skipDays, in UTC); nil where
    /// that is now. A document that asks to be left alone always is not believed.
    private static func afterQuietHours(_ feed: ParsedFeed, from start: Timestamp, now: Timestamp) -> Timestamp? {
        guard !feed.skipHours.isEmpty || !feed.skipDays.isEmpty else { return start > now ? start : nil }
        var moment = start
        for _ in 0..<24 {
            let hour = Int(((moment.seconds % 86_400 + 86_400) % 86_400) / 3_600)
            let isQuiet = feed.skipHours.contains(hour) || feed.skipDays.contains(moment.utcDate.weekday)
            guard isQuiet else { break }
            moment = Timestamp(seconds: (moment.seconds / 3_600 + 1) * 3_600)
        }
        let latest = now.adding(seconds: bounds.upperBound)
        return moment > now ? min(moment, latest) : nil
    }
}
