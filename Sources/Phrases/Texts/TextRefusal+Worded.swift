import Content
import Files
import UseCases

extension TextRefusal: Worded {
    /// What is so, and what to do.
    public var words: String {
        switch self {
        case .noFrequencies(let path, let problem):
            "\(path): \(problem). It ships with the program: put it back."
        }
    }
}
