/// A reading level as a school grade, 0…16, with at most two decimals.
enum LevelRule {
    /// The level without needless zeros: `6.50` is kept as `6.5`. Throws what was expected.
    static func value(of text: String) throws(CellFault) -> String {
        if isLexile(text) { throw .levelIsLexile }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isNumber = (1...2).contains(parts.count) && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }
        guard isNumber else {
            let decimalComma = text.utf8.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ",") }
            throw decimalComma ? .levelHasComma : .level
        }
        var fraction = parts.count == 2 ? parts[1] : ""
        while fraction.last == "0" { fraction.removeLast() }
        guard fraction.count <= 2, let whole = Int(parts[0]), whole < 16 || (whole == 16 && fraction.isEmpty) else {
            throw .level
        }
        return fraction.isEmpty ? String(whole) : "\(whole).\(fraction)"
    }

    /// Forms of Lexile measures: `650L`, `BR100L`, `650 L`, `Lexile 650`.
    private static func isLexile(_ text: String) -> Bool {
        let lowered = text.lowercased()
        if lowered.contains("lexile") { return true }
        return lowered.hasSuffix("l") && lowered.utf8.contains(where: isDigit)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
