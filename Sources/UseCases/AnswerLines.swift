import Content
import Pipeline

/// What `gleaner feeds check --json` prints: a line a feed, with its findings; those about the list itself come first.
public struct FeedCheckLines {
    private struct Line: Encodable {
        var address: String?
        var title: String?
        /// How many articles; nil where it could not be read.
        var articles: Int?
        var isRead: Bool?
        var findings: [Finding]
    }

    /// The line of a list's findings; nil where there are none.
    public static func of(list findings: [Finding]) throws -> String? {
        findings.isEmpty ? nil : try StableJSON.text(Line(findings: findings))
    }

    /// The line of a feed.
    public static func of(_ check: FeedDesk.Check) throws -> String {
        try StableJSON.text(
            Line(
                address: check.address, title: check.result?.title, articles: check.result?.entries,
                isRead: check.result != nil, findings: check.findings))
    }
}

/// What `gleaner review --json` prints: a line with what was approved, one a list that waits, one an article that waits.
public struct ReviewLines {
    private struct Approved: Encodable {
        var approvedArticles: Int
        var approvedLists: Int
        var `class`: String
        /// The learners whose lists were held back, or go on, just now.
        var held: [String]?
        var lifted: [String]?
    }

    private struct WaitingList: Encodable {
        var edition: String
        /// The classes whose teachers hold it back.
        var heldBy: [String]?
        var learner: String
        /// The class whose teachers release it, where it is another.
        var releasedBy: String?
        var waits = "list"
        /// Codes and titles.
        var titles: [String]
    }

    private struct WaitingItem: Encodable {
        var because: String
        var code: ItemCode
        var title: String
        var url: String?
        var waits = "article"
    }

    /// The lines about a class.
    public static func of(_ review: ClassReview, class name: String) throws -> [String] {
        let approved = Approved(
            approvedArticles: review.approvedItems, approvedLists: review.approvedLists, class: name,
            held: review.held.isEmpty ? nil : review.held, lifted: review.lifted.isEmpty ? nil : review.lifted)
        var lines = [try StableJSON.text(approved)]
        lines += try review.lists.map {
            try StableJSON.text(
                WaitingList(
                    edition: "\($0.edition)", heldBy: $0.heldBy.isEmpty ? nil : $0.heldBy, learner: $0.learner,
                    releasedBy: $0.releasedBy, titles: $0.titles))
        }
        lines += try review.items.map {
            try StableJSON.text(
                WaitingItem(because: $0.because, code: $0.item.code, title: $0.item.title, url: $0.item.url))
        }
        return lines
    }
}
