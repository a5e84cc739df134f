/// Shortened words after which a point ends no sentence.
enum Abbreviations {
    /// Whether a point after the word at these bytes belongs to it: an initial, `U.S.`, `e.g.`, `a.m.`, or a shortened word.
    ///
    /// - Parameters:
    ///   - bytes: the text, valid UTF-8.
    ///   - word: where the word stands.
    ///   - next: the byte that the next word begins with.
    static func holds(_ bytes: Span<UInt8>, _ word: Range<Int>, next: UInt8) -> Bool {
        let isLetter = { (byte: UInt8) in (0x41...0x5A).contains(byte & 0xDF) }
        if word.count == 1 { return isLetter(bytes[word.lowerBound]) && bytes[word.lowerBound] != UInt8(ascii: "I") }
        guard word.count <= 6 else { return false }
        var folded: [UInt8] = []
        for index in word {
            guard isLetter(bytes[index]) else { return false }
            folded.append(bytes[index] | 0x20)
        }
        let lower = String(decoding: folded, as: UTF8.self)
        let isCapital = bytes[word.lowerBound] & 0x20 == 0
        // `No. 5` is a number, `No.` an answer; `fig. 2` a figure, `fig.` a fruit.
        if beforeNumbers.contains(lower) { return (0x30...0x39).contains(next) }
        return isCapital ? titles.contains(lower) || anywhere.contains(lower) : anywhere.contains(lower)
    }

    /// The syllables of words that are read out in full.
    static let syllables: [String: Int] = [
        "dr": 2, "mr": 2, "mrs": 2, "ms": 1, "st": 1, "prof": 3, "sr": 2, "jr": 2, "gen": 3, "sen": 3, "rep": 5,
        "gov": 3, "capt": 2,
        "lt": 3, "col": 2, "sgt": 2, "jan": 4, "feb": 4, "apr": 2, "jul": 2, "aug": 2, "sep": 3, "sept": 3, "oct": 3,
        "nov": 3,
        "dec": 3, "vs": 2, "approx": 5, "dept": 3,
    ]

    private static let beforeNumbers: Set<String> = ["no", "nos", "fig", "figs", "vol", "pp", "pg", "ch", "art", "sec"]
    private static let anywhere: Set<String> = ["vs", "eg", "ie", "cf", "approx", "dept", "est", "viz", "ca"]
    /// English and Spanish titles, months, streets and firms, in capitals.
    private static let titles: Set<String> = [
        "dr", "mr", "mrs", "ms", "mx", "st", "ste", "prof", "sr", "jr", "rev", "gen", "sen", "rep", "gov", "pres",
        "capt", "lt",
        "col", "sgt", "cpl", "maj", "hon", "mt", "ft", "ave", "blvd", "rd", "inc", "ltd", "co", "corp", "jan", "feb",
        "apr", "jun",
        "jul", "aug", "sep", "sept", "oct", "nov", "dec", "sra", "srta", "dra", "ud", "uds", "vd", "lic", "ing", "arq",
    ]
}
