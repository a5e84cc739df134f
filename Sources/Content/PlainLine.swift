extension String {
    /// The text on one line: control characters, line breaks among them, as blanks. What comes from outside may stand in an error, and
    /// must neither move the cursor of a terminal nor look like a second error in a log.
    package var onOneLine: String {
        let isPlain = utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 }
        guard !isPlain else { return self }
        var line = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: line.append(" ")
            default: line.append(scalar)
            }
        }
        return String(line)
    }
}
