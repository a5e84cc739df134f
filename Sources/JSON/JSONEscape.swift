/// The escapes of one letter, for the writer and the reader.
enum JSONEscape {
    /// Control characters and their letters.
    static let controls: [(byte: UInt8, letter: UInt8)] = [
        (0x08, UInt8(ascii: "b")), (0x0C, UInt8(ascii: "f")), (0x0A, UInt8(ascii: "n")), (0x0D, UInt8(ascii: "r")),
        (0x09, UInt8(ascii: "t")),
    ]

    /// What a letter after a backslash stands for; nil for `u` and for letters that mean nothing.
    static func byte(of letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        default: controls.first { $0.letter == letter }?.byte
        }
    }
}
