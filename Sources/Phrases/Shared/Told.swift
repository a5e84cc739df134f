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
    /// What a person should know besides.
    var findings: [Finding] { get }
    /// That of it which the lines of JSON do not hold; all, unless an outcome says otherwise.
    var findingsBesideJSON: [Finding] { get }
    /// What else a person is told besides.
    var talkBesideJSON: [String] { get }
    /// The exit status.
    var status: Int32 { get }
}

extension ToldAsJSON {
    /// All.
    public var findingsBesideJSON: [Finding] { findings }
    /// Nothing else.
    public var talkBesideJSON: [String] { [] }
}

/// An outcome that is a text of somebody's own file: it goes out as it is, with all that is in it.
public protocol ToldAsItIs {
    /// The texts, on standard output.
    var texts: [String] { get }
    /// What a person should know besides, on standard error.
    var findings: [Finding] { get }
    /// The exit status.
    var status: Int32 { get }
}

extension ToldAsItIs {
    /// Nothing besides.
    public var findings: [Finding] { [] }
    /// Done.
    public var status: Int32 { 0 }
}
