/// The spelling of JSON where there is a choice. Digests and files of other programs are made of the bytes, so each user of the writer keeps
/// to one.
package struct JSONStyle: Sendable {
    /// The control characters that have an escape of one letter (`\n`), a bit for each; the others are written as `\u00XX`.
    var letters: UInt32
    /// Whether `/` is written as `\/`.
    var escapesSlashes = false
    /// Whether U+007F to U+009F, U+2028 and U+2029 are escaped.
    var escapesSeparators = false
    /// Whether a whole number that is a floating-point value keeps its `.0`.
    var keepsFraction = false

    /// What `JSONEncoder` writes with sorted keys and unescaped slashes.
    package static let plain = JSONStyle(letters: letters("bfnrt"))

    /// What `JSONEncoder` writes with sorted keys alone.
    package static let escapedSlashes = JSONStyle(letters: letters("bfnrt"), escapesSlashes: true)

    /// For files that others split into lines: some readers of JSON Lines split at Unicode's line separators too.
    package static let lines = JSONStyle(letters: letters("nrt"), escapesSeparators: true)

    /// One text for one value, a fraction always told from a whole number: what options' digests are made of, and what scorers read.
    package static let canonical = JSONStyle(letters: letters("nt"), keepsFraction: true)

    private static func letters(_ letters: String) -> UInt32 {
        JSONEscape.controls.filter { letters.utf8.contains($0.letter) }.reduce(0) { $0 | 1 << UInt32($1.byte) }
    }
}
