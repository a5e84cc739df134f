import Content
import FeedParsing
import Pipeline

/// Takes the feeds of a list that was looked through (``LookThroughFeedList``) over to the school's own.
public struct TakeFeedsOver: UseCase {
    private let lists: OwnFeedLists

    /// To a school's list.
    package init(_ school: School) { lists = OwnFeedLists(school: school) }

    /// Which, and for whom.
    public struct Request: Sendable {
        /// The list, as it was looked through.
        public var list: LookThroughFeedList.Outcome
        /// For whom the feeds of its folders are; nil stands for those in none. A feed's own word in the list counts before its
        /// folder's.
        public var audiences: [Verbatim?: GradeRange]
        /// For whom those of all other folders are; nil: nobody has reviewed them.
        public var otherwise: GradeRange?

        /// A list with audiences.
        package init(
            _ list: LookThroughFeedList.Outcome, audiences: [Verbatim?: GradeRange], otherwise: GradeRange? = nil
        ) {
            self.list = list
            self.audiences = audiences
            self.otherwise = otherwise
        }
    }

    /// What was taken over.
    public struct Outcome: Sendable {
        /// The list that they are on.
        public var list: Verbatim
        /// How many were added.
        public var added: Int
        /// How many of these nobody has reviewed.
        public var unreviewed: Int
        /// How many stood there already.
        public var known: Int
        /// Those that cannot be read and were left out.
        public var dead: [Dead]
    }

    /// A feed that cannot be read.
    public struct Dead: Hashable, Sendable {
        /// The title that the other list has.
        public var title: Verbatim?
        /// Its address, as people may see it.
        public var address: Verbatim
        /// Why not.
        public var problem: UnreadFeed
    }

    /// Adds those that can be read.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        var outlines: [FeedList.Outline] = []
        var dead: [Dead] = []
        for row in request.list.feeds {
            var outline = row.outline
            switch row.reading {
            case .success(let feed):
                outline.title = outline.title ?? feed.title.text
                let folder = outline.folder.map { Verbatim($0) }
                outline.audience = outline.audience ?? request.audiences[folder] ?? request.otherwise
                outlines.append(outline)
            case .failure(let problem):
                dead.append(
                    Dead(
                        title: outline.title.map { Verbatim($0) },
                        address: Verbatim(ShownAddress.text(outline.address)), problem: problem))
            }
        }
        let added = try lists.add(outlines)
        return Outcome(
            list: Verbatim(try lists.main()), added: added.count, unreviewed: added.count { $0.audience == nil },
            known: request.list.known, dead: dead)
    }
}
