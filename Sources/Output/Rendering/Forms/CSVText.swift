/// Rows as a table for a spreadsheet (RFC 4180, UTF-8 with its mark), in which no cell is taken for a formula.
public enum CSVText {
    /// The bytes of rows.
    public static func bytes(of rows: [[String]]) -> [UInt8] {
        var output: [UInt8] = [0xEF, 0xBB, 0xBF]
        for cells in rows {
            output += cells.map { CSVForm.quoted($0) }.joined(separator: ",").utf8
            output += [0x0D, 0x0A]
        }
        return output
    }
}
