import Content
import Pipeline
import Reports

/// What waits for a teacher, for people.
public enum ReviewText {
    /// How many waiting articles are shown.
    static let most = 40

    /// The lines about a class.
    public static func lines(_ review: ClassReview, class name: String) -> [String] {
        var lines: [String] = []
        if review.approvedLists > 0 {
            lines.append("\(RunText.count(review.approvedLists, "list")) approved; 'gleaner deliver' puts them out.")
        }
        if review.approvedItems > 0 { lines.append("\(RunText.count(review.approvedItems, "article")) approved.") }
        lines += review.held.map { "The list of \($0) is held back until 'gleaner review --lift'." }
        lines += review.lifted.map { "Class \(name) no longer holds the list of \($0)." }
        for list in review.lists {
            let held = list.heldBy.isEmpty ? nil : "held back by \(list.heldBy.joined(separator: ", "))"
            let other = list.releasedBy.map { "released by class \($0)" }
            let why = (held ?? other).map { " (\($0))" } ?? ""
            lines.append("\(list.learner), \(list.edition)\(why):")
            lines += list.titles.map { "  " + TextTable.oneLine($0) }
        }
        if !review.items.isEmpty { lines.append("Articles that wait for class \(name):") }
        for waiting in review.items.prefix(most) {
            lines.append("  \(waiting.item.code)  \(TextTable.oneLine(waiting.item.title)) — \(waiting.because)")
        }
        if review.items.count > most { lines.append("  … and \(review.items.count - most) more") }
        return lines.isEmpty ? nothing(class: name) : lines
    }

    /// That there is nothing to tell.
    static func nothing(class name: String) -> [String] { ["Nothing waits for class \(name)."] }
}
