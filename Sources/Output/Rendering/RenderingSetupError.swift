import Content

/// What is wrong in a file of `Config/templates` or `Config/reasons`: where, what, and what to do.
///
/// Templates and wordings are what a school edits, so every error of theirs carries the place in the file.
public struct RenderingSetupError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, as it was opened.
    public var file: String
    /// The line, from 1; 0 where the whole file is meant.
    public var line: Int
    /// The column in characters, from 1; 0 where the whole line or file is meant.
    public var column: Int
    /// What is so, as one sentence.
    public var problem: String
    /// What to do about it.
    public var remedy: String

    /// An error at a place of a file.
    package init(file: String, line: Int = 0, column: Int = 0, problem: String, remedy: String) {
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem.onOneLine
        self.remedy = remedy.onOneLine
    }

    /// `FILE:LINE:COLUMN: PROBLEM REMEDY`.
    public var description: String {
        var place = file
        if line > 0 { place += ":\(line)" }
        if line > 0, column > 0 { place += ":\(column)" }
        return "\(place): \(problem) \(remedy)"
    }
}
