/// What is made of the lists of an edition beside the mails; key `forms` of the configuration.
public enum ListForm: String, Hashable, Codable, Sendable, CaseIterable {
    /// Pages to print, one a learner, one file a class.
    case print
    /// A list as plain text, one file a learner.
    case text
    /// A list as Markdown, one file a learner.
    case markdown
    /// All lists as JSON Lines.
    case json
    /// A class's articles as an Atom feed that names nobody.
    case atom
    /// A learner's list as an Atom feed: only where a school turns it on, for it tells what one learner reads.
    case atomOfLearners = "atom-of-learners"
    /// A list as an EPUB 3 book, one file a learner.
    case epub
    /// The lists of a class as a table.
    case csv
    /// All of a class in one zip for the teacher: pages, table, and each list as text.
    case bundle

    /// What is made where the configuration does not say.
    public static let defaults: [ListForm] = [.print, .json]
}
