import Content

/// An outcome in the words of the command line.
public protocol Told {
    /// The lines for people, on standard output.
    var lines: [String] { get }
    /// What a person should know besides, on standard error.
    var findings: [Finding] { get }
    /// Whether the findings are told after the lines, for they are what was asked for.
    var endsWithFindings: Bool { get }
    /// What is said at the end besides, on standard error: that nothing was done, and why.
    var talk: [String] { get }
    /// The exit status: 0 done, 1 done with parts left out or somebody should look, 2 could not.
    var status: Int32 { get }
}

extension Told {
    /// Nothing besides.
    public var findings: [Finding] { [] }
    /// They come first.
    public var endsWithFindings: Bool { false }
    /// Nothing more.
    public var talk: [String] { [] }
    /// Done.
    public var status: Int32 { 0 }
}

extension ToldAsJSON {
    /// They do not.
    public var jsonHoldsFindings: Bool { false }
}

/// An outcome that programs read too.
public protocol ToldAsJSON {
    /// One JSON object a line.
    func jsonLines() throws -> [String]
    /// Whether these hold the findings too.
    var jsonHoldsFindings: Bool { get }
    /// What a person should know besides.
    var findings: [Finding] { get }
    /// What is said at the end besides, on standard error.
    var talkBesideJSON: [String] { get }
    /// The exit status.
    var status: Int32 { get }
}

extension ToldAsJSON where Self: Told {
    /// What is said to people.
    public var talkBesideJSON: [String] { talk }
}

extension ToldAsJSON where Self: ToldAsItIs {
    /// Nothing.
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
