/// What stands between the cells of a file: a comma, or what a spreadsheet program writes where the comma is for decimals.
enum CSVDelimiter {
    /// The delimiters that are recognised, the likeliest first.
    static let known = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]

    /// The delimiter that the first line has most of outside quotes; a comma where it has none.
    static func of(firstLine: ArraySlice<UInt8>) -> UInt8 {
        var counts = [Int](repeating: 0, count: known.count)
        var inQuotes = false
        for byte in firstLine {
            if byte == Byte.quote { inQuotes.toggle() }
            if !inQuotes, let which = known.firstIndex(of: byte) { counts[which] += 1 }
        }
        var best = 0
        for (which, count) in counts.enumerated() where count > counts[best] { best = which }
        return known[best]
    }

    /// The delimiter of a line `sep=;`, which some spreadsheet programs put before the table; nil for any other line.
    static func declared(by line: ArraySlice<UInt8>) -> UInt8? {
        guard line.count == 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=" else {
            return nil
        }
        return line.last
    }
}
