import Content
import Output
import UseCases

/// A librarian's part: feeds with their health and audience, those to review, and classes whose articles wait.
enum FeedRoutes {
    static var all: [DeskRoute] {
        [
            DeskRoute(.get, "/feeds", for: .librarian, answer: show),
            DeskRoute(.post, "/feeds/pause", for: .librarian, answer: pause),
            DeskRoute(.post, "/feeds/audience", for: .librarian, answer: setAudience),
        ]
    }

    @Sendable private static func show(_ visit: DeskVisit) throws -> DeskAnswer {
        let feeds = try ListFeeds(visit.open).run(.init(), by: visit.actor, now: visit.now)
        let unreviewed = try ListUnreviewedFeeds(visit.open).run(.init(), by: visit.actor, now: visit.now)
        let classes = try ListClasses(visit.open).run(.init(), by: visit.actor, now: visit.now).classes.map(
            \.terms.name)
        return .page(FeedsPage(feeds: feeds.feeds, unreviewed: unreviewed.feeds, classes: classes))
    }

    @Sendable private static func pause(_ visit: DeskVisit) throws -> DeskAnswer {
        let isPaused = try visit.needed("act") == "pause"
        let outcome = try PauseFeed(visit.open.school).run(
            .init(feed: try visit.needed("feed", atMost: 2_000), isPaused: isPaused), by: visit.actor, now: visit.now)
        let key = outcome.isPaused ? "feeds.paused" : "feeds.resumed"
        return .see("/feeds", DeskNotice(.done, [visit.words(key, ["feed": outcome.feed.title.text])]))
    }

    @Sendable private static func setAudience(_ visit: DeskVisit) throws -> DeskAnswer {
        guard let from = Int(try visit.needed("from", atMost: 3)), (0...13).contains(from) else {
            throw DeskRefusal.malformed
        }
        var terms = FeedTerms()
        terms.audience = GradeRange(from)
        let outcome = try ChangeFeed(visit.open.school).run(
            .init(feed: try visit.needed("feed", atMost: 2_000), terms), by: visit.actor, now: visit.now)
        return .see(
            "/feeds",
            DeskNotice(.done, [visit.words("feeds.reviewed", ["feed": outcome.feed.title.text, "grade": "\(from)"])]))
    }
}
