/// Months by the beginnings and the other forms of their names in many languages.
///
/// A table of hashes, because a search through all names of all languages for each word that is none would make a feed of a
/// million bad dates slow. Two of the few thousand beginnings would have to share 64 bits to be taken for one another.
struct MonthTable: Sendable {
    /// The month of each short form that begins no name.
    private var shortForms: [UInt64: Int] = [:]
    /// The place of the first name that begins so: twelve names a language, one language behind the other.
    private var beginnings: [UInt64: Int] = [:]
    /// The place of the first name that is this and one letter more.
    private var stems: [UInt64: Int] = [:]

    /// A table of names in lower case and without accents. The order decides where two languages use one beginning.
    init(languages: [[String]], shortForms forms: [String: Int]) {
        for (form, month) in forms { shortForms[MonthTable.hashes(of: Array(form.utf8)).last ?? 0] = month }
        for (place, name) in languages.joined().enumerated() {
            let hashes = MonthTable.hashes(of: Array(name.utf8))
            for hash in hashes.dropFirst(2) where beginnings[hash] == nil { beginnings[hash] = place }
            guard hashes.count >= 4 else { continue }
            let stem = hashes[hashes.count - 2]
            if stems[stem] == nil { stems[stem] = place }
        }
    }

    /// The month of a word in lower case, without accents.
    func month(of word: [UInt8]) -> Int? {
        let hashes = MonthTable.hashes(of: word)
        guard let whole = hashes.last else { return nil }
        return shortForms[whole] ?? place(of: hashes).map { $0 % 12 + 1 }
    }

    /// The first name that a word is the beginning of, or another form of: Slavic and Greek dates have the month in the genitive,
    /// another ending of at most three letters of the same word.
    private func place(of hashes: [UInt64]) -> Int? {
        guard hashes.count >= 3 else { return nil }
        var first = beginnings[hashes[hashes.count - 1]]
        guard hashes.count >= 4 else { return first }
        for ending in 1...3 where hashes.count - ending >= 3 {
            guard let place = stems[hashes[hashes.count - ending - 1]] else { continue }
            first = min(first ?? place, place)
        }
        return first
    }

    /// The hash up to each letter.
    private static func hashes(of word: [UInt8]) -> [UInt64] {
        var hash = NameHash.empty
        var hashes: [UInt64] = []
        hashes.reserveCapacity(word.count)
        for (index, byte) in word.enumerated() {
            hash = NameHash.adding(byte, to: hash)
            let isLast = index + 1 == word.count || word[index + 1] & 0xC0 != 0x80
            if isLast { hashes.append(hash) }
        }
        return hashes
    }
}
