import Content

/// An outcome in the words of the command line.
public protocol Told {
    /// The lines for people, on standard output.
    var lines: [String] { get }
    /// What a person should know besides, on standard error.
    var findings: [Finding] { get }
    /// The exit status: 0 done, 1 done with parts left out or somebody should look, 2 could not.
    var status: Int32 { get }
}

extension Told {
    /// Nothing besides.
    public var findings: [Finding] { [] }
    /// Done.
    public var status: Int32 { 0 }
}

/// An outcome that programs read too.
public protocol ToldAsJSON {
    /// One JSON object a line.
    func jsonLines() throws -> [String]
    /// What a person should know besides, where the lines of JSON do not hold it.
    var findings: [Finding] { get }
    /// The exit status.
    var status: Int32 { get }
}
