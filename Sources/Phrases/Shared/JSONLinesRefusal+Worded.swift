import Content
import Files
import UseCases

extension JSONLinesRefusal: Worded {
    /// What is so, and what to do.
    public var words: String {
        switch self {
        case .unreadable(let path, let problem): "\(path) cannot be read: \(problem). Check the path."
        case .missing(let path, let line, let key): "\(path), line \(line): '\(key)' is missing."
        case .notUnderstood(let path, let line, let help):
            "\(path), line \(line): this is not one JSON object of the form that is expected. See '\(help.command)'."
        }
    }
}

extension JSONLinesRefusal.Help {
    /// The command that tells what the lines look like.
    fileprivate var command: String {
        switch self {
        case .teasers: "gleaner pages teaser --help"
        case .distress: "gleaner safeguarding try --help"
        case .evaluation: "gleaner evaluate --help"
        case .topics: "gleaner topics try --help"
        case .suitability: "gleaner suitability try --help"
        }
    }
}
