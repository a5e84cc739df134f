import Content
import JSON
import Pipeline
import UseCases

/// What waits for a class's teacher, in words and as JSON Lines.
enum ReviewText {
    /// How many waiting articles are shown.
    static let most = 40

    /// The lines about a class; none where there is nothing to tell.
    static func lines(_ review: ClassReview) -> [String] {
        var lines: [String] = []
        if review.approvedLists > 0 {
            lines.append("\(Counted.of(review.approvedLists, "list")) approved; 'gleaner deliver' puts them out.")
        }
        if review.approvedItems > 0 { lines.append("\(Counted.of(review.approvedItems, "article")) approved.") }
        lines += review.held.map { "The list of \($0.name) is held back until 'gleaner review --lift'." }
        lines += review.lifted.map { "Class \(review.schoolClass) no longer holds the list of \($0.name)." }
        for list in review.lists {
            let held = list.heldBy.isEmpty ? nil : "held back by \(Listing.of(list.heldBy))"
            let other = list.releasedBy.map { "released by class \($0)" }
            let why = (held ?? other).map { " (\($0))" } ?? ""
            lines.append("\(list.learner.name), \(list.edition)\(why):")
            lines += list.articles.map { "  " + TextTable.oneLine(title($0)) }
        }
        if !review.items.isEmpty { lines.append("Articles that wait for class \(review.schoolClass):") }
        for waiting in review.items.prefix(most) {
            lines.append(
                "  \(waiting.item.code)  \(TextTable.oneLine(waiting.item.title)) — \(waiting.verdict.because)")
        }
        if review.items.count > most { lines.append("  … and \(review.items.count - most) more") }
        return lines
    }

    /// That there is nothing to tell of a class.
    static func nothing(_ review: ClassReview) -> String { "Nothing waits for class \(review.schoolClass)." }

    /// An article of a list: its code and title.
    private static func title(_ article: ArticleName) -> String { "\(article.code)  \(article.title)" }

    private struct Approved: Encodable {
        let approvedArticles: Int
        let approvedLists: Int
        let `class`: String
        /// The learners whose lists were held back, or go on, just now.
        let held: [String]?
        let lifted: [String]?
    }

    private struct WaitingList: Encodable {
        let edition: String
        /// The classes whose teachers hold it back.
        let heldBy: [Verbatim]?
        let learner: String
        /// The class whose teachers release it, where it is another.
        let releasedBy: Verbatim?
        let waits = "list"
        /// Codes and titles.
        let titles: [String]
    }

    private struct WaitingItem: Encodable {
        let because: String
        let code: ItemCode
        let title: String
        let url: String?
        let waits = "article"
    }

    /// A line with what was done, one a list that waits, one an article that waits.
    static func jsonLines(_ review: ClassReview) throws -> [String] {
        func names(_ learners: [Learner]) -> [String]? { learners.isEmpty ? nil : learners.map { $0.name } }
        let approved = Approved(
            approvedArticles: review.approvedItems, approvedLists: review.approvedLists,
            class: review.schoolClass.text, held: names(review.held), lifted: names(review.lifted))
        var lines = [try JSONText.of(approved)]
        lines += try review.lists.map { list in
            try JSONText.of(
                WaitingList(
                    edition: "\(list.edition)", heldBy: list.heldBy.isEmpty ? nil : list.heldBy,
                    learner: list.learner.name, releasedBy: list.releasedBy, titles: list.articles.map { title($0) }))
        }
        lines += try review.items.map { waiting in
            try JSONText.of(
                WaitingItem(
                    because: waiting.verdict.because, code: waiting.item.code, title: waiting.item.title,
                    url: waiting.item.url))
        }
        return lines
    }
}
