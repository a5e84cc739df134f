import Content

/// Names and numbers as parts of a sentence.
enum Listing {
    /// Some things with commas between: `a, b, c`.
    static func of(_ things: some Sequence<some CustomStringConvertible>) -> String {
        things.map { "\($0)" }.joined(separator: ", ")
    }
}

/// What somebody may have meant.
enum Hint {
    /// The words "Did you mean 'X'?" with a leading blank, or nothing.
    static func didYouMean(_ nearest: Verbatim?) -> String { nearest.map { " Did you mean '\($0)'?" } ?? "" }
}
