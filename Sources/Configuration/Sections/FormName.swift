/// Key `forms`: one of the forms that are made of the lists beside the mails.
public enum FormName: String, Sendable, CaseIterable {
    /// Pages to print, a file a class.
    case print
    /// Plain text, a file a learner.
    case text
    /// Markdown, a file a learner.
    case markdown
    /// JSON Lines, all lists.
    case json
    /// An Atom feed of a class.
    case atom
    /// An Atom feed of each learner.
    case atomOfLearners = "atom-of-learners"
    /// An EPUB 3 book, a file a learner.
    case epub
    /// A table, a file a class.
    case csv
    /// A zip with all of a class.
    case bundle

    /// What is made where the configuration does not say.
    public static let defaults: [FormName] = [.print, .json]

    static func list(_ key: String, in map: inout MapReader) -> [FormName] {
        let names = map.texts(key, default: defaults.map(\.rawValue), check: Check.form)
        return names == ["none"] ? [] : FormName.allCases.filter { names.contains($0.rawValue) }
    }
}
