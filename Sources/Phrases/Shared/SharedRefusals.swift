import Content
import Files
import UseCases

extension NamingRefusal: Worded {
    /// What is so, and what to do.
    public var words: String {
        switch self {
        case .noLearner(let name, let nearest):
            "there is no learner '\(name)'.\(Hint.didYouMean(nearest)) See 'gleaner learners list'."
        case .severalLearners(let name, let ids):
            "'\(name)' is the name of \(ids.count) learners: use one of the ids \(Listing.of(ids.map { $0.rawValue }))."
        case .noItem(let name):
            "there is no item '\(name)'. Use the code that is printed beside it or the article's address; "
                + "'gleaner ingest' reads new ones."
        case .noClass(let name, let nearest, let known):
            "there is no class '\(name)'.\(Hint.didYouMean(nearest)) Known: \(Listing.of(known))."
        case .noSchool(let name, let nearest, let known):
            known.isEmpty
                ? "there is no school '\(name)': the roster names none."
                : "there is no school '\(name)'.\(Hint.didYouMean(nearest)) Known: \(Listing.of(known))."
        }
    }
}

extension FileRefusal: Worded {
    /// What is so, and what to do.
    public var words: String {
        switch self {
        case .unreadable(let path, let problem): "could not read \(path): \(problem). Check the path."
        case .unwritable(let problem): "could not write \(problem.path): \(problem.problem). \(problem.remedy)"
        }
    }
}
