import Content
import FeedParsing
import Pipeline

/// Puts a feed that was found (``FindFeed``) on the school's list.
public struct AddFeed: UseCase {
    private let school: School

    /// To a school's list.
    package init(_ school: School) { self.school = school }

    /// Which, and what is said of it.
    public struct Request: Sendable {
        /// The feed, as it was found.
        public var feed: FeedProbe
        /// What the list is to say of it.
        public var terms: FeedTerms
        /// Of a district, the school that alone is to read it; nil: everybody.
        public var school: String?

        /// A feed with its terms.
        package init(_ feed: FeedProbe, _ terms: FeedTerms, school: String? = nil) {
            self.feed = feed
            self.terms = terms
            self.school = school
        }
    }

    /// The feed on the list.
    public struct Outcome: Sendable {
        /// The title that it has there.
        public var title: Verbatim
        /// The list.
        public var list: Verbatim
        /// What reading it told.
        public var feed: FeedProbe
        /// Whether somebody has said whom it is meant for.
        public var isReviewed: Bool
        /// Whether most of its texts are teasers, and the pages behind them are not read.
        public var givesTeasers: Bool
    }

    /// The share of whole texts below which a feed gives teasers.
    private static let fewWhole = 0.5

    /// Puts it there.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let feed = request.feed
        var lists = OwnFeedLists(school: school)
        lists.only = try request.school.map { try school.configuration.school(named: $0) }
        var outline = request.terms.applied(to: FeedList.Outline(address: feed.address.text))
        let title = request.terms.title ?? feed.title.text
        outline.title = title
        let list = Verbatim(try lists.main())
        guard try !lists.add([outline]).isEmpty else {
            throw FeedRefusal.onListAlready(address: feed.address, list: list)
        }
        return Outcome(
            title: Verbatim(title), list: list, feed: feed, isReviewed: request.terms.audience != nil,
            givesTeasers: feed.withFullText < Self.fewWhole && outline.text != .page)
    }
}
