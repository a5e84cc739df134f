import Content
import UseCases

extension FolderRefusal: Worded {
    /// What is so, and what to do.
    public var words: String {
        switch self {
        case .insideOfProgram(let path): "\(path) lies in the program's own folder. Choose a place outside of it."
        case .isWorkingFolder(let path): "\(path) is a working folder already; nothing was changed."
        case .isNotEmpty(let path): "\(path) is not empty; nothing was changed. Name a new or empty folder."
        case .unmakeable(let path, let problem):
            "could not make \(path): \(problem). Check that its parent folder belongs to you."
        case .isNoWorkingFolder(let path):
            "\(path) is no working folder: it has no Config/gleaner.yaml. Leave --missing to make one."
        case .unwritable(let path, let problem):
            "could not write to \(path): \(problem). Check that it belongs to you."
        case .storeIsThere(let path):
            "\(path) is there; nothing was changed. Move it away first if it cannot be used."
        case .partOfStoreIsThere(let path): "\(path) is there, which belongs to the lost store. Move it away first."
        }
    }
}
