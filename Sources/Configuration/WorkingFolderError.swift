/// No working folder was found.
public enum WorkingFolderError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Neither the folder nor any above it holds `Config/gleaner.yaml`.
    case notFound(from: String)
    /// `--config` names something that does not exist.
    case noSuchPath(String)
    /// `--config` names a folder without a configuration.
    case noConfiguration(in: String)

    /// What is so and what to do.
    public var description: String {
        switch self {
        case .notFound(let start):
            "No Config/gleaner.yaml in \(start) or any folder above it. Go to your working folder, name it with "
                + "--config PATH, or make one with 'gleaner init DIR'."
        case .noSuchPath(let path):
            "--config \(path): there is no such file or folder. Correct the path, or make a working folder with "
                + "'gleaner init DIR'."
        case .noConfiguration(let path):
            "--config \(path): the folder holds no Config/gleaner.yaml. Name your working folder or its gleaner.yaml, or "
                + "make a working folder with 'gleaner init \(path)'."
        }
    }
}
