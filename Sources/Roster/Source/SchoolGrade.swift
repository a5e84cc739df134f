import Content

/// Reads what programs of many countries write for a school grade: 0 up to kindergarten, then 1 to 13. What means another grade in
/// another country is read only where the country is known.
struct SchoolGrade: Sendable {
    /// The two letters of the school's country, in upper case; nil: not known.
    var region: String?

    /// What a cell says.
    enum Outcome: Hashable {
        case grade(Int)
        /// Not graded, or no grade of a school: `UG`, `Other`.
        case ungraded
        /// It depends on the country.
        case unsure
        case none
    }

    /// The country's letters in whatever case.
    init(region: String? = nil) { self.region = region?.uppercased() }

    /// The lowest of several grades in a cell, parted by commas, as OneRoster has them; and what could not be read of it.
    func lowest(_ text: String) -> (outcome: Outcome, unread: [String]) {
        var lowest: Int?
        var unread: [String] = []
        for part in text.split(separator: ",").map({ $0.trimmed }) where !part.isEmpty {
            switch Self.named[part.lowercased()] == nil ? read(part) : .none {
            case .grade(let grade): lowest = min(lowest ?? grade, grade)
            case .ungraded: break
            case .unsure, .none: unread.append(part)
            }
        }
        return (lowest.map { .grade($0) } ?? (unread.isEmpty ? .ungraded : .none), unread)
    }

    /// Reads one grade.
    func read(_ text: String) -> Outcome {
        let words = Self.words(text)
        let whole = words.joined(separator: " ")
        if let number = Int(whole), (-3...13).contains(number) { return .grade(max(0, number)) }
        if Self.early.contains(whole) { return .grade(0) }
        if Self.ungraded.contains(whole) { return .ungraded }
        if let grade = Self.named[whole] { return .grade(grade) }
        let numbers = words.compactMap(Self.number)
        let others = words.filter { Self.number($0) == nil && !Self.fillers.contains($0) }
        guard numbers.count == 1, let number = numbers.first, (0...13).contains(number) else {
            // A kindergarten has children of an age, `Infantil 5 años`.
            return others.contains(where: Self.early.contains) && numbers.count <= 1 ? .grade(0) : .none
        }
        if others.isEmpty { return bare(number, as: whole) }
        guard let kind = Self.kinds.first(where: { $0.words.contains { Set(others).isSuperset(of: $0) } }) else {
            return others.contains(where: Self.early.contains) ? .grade(0) : .none
        }
        return kind.grade(number, region)
    }

    /// A number alone: `5th`, `5º`, `6ème`. France counts down.
    private func bare(_ number: Int, as text: String) -> Outcome {
        let isFrench = ["e", "è", "ème", "eme", "ième", "ère", "re"].contains { text.hasSuffix("\(number)\($0)") }
        guard isFrench else { return .grade(number) }
        guard region == "FR", (3...6).contains(number) else { return region == "CA" ? .grade(number) : .unsure }
        return .grade(12 - number)
    }

    /// The words of a cell, in lower case: a number that stands against letters is a word of its own, `Y7`.
    private static func words(_ text: String) -> [String] {
        let kept = text.precomposedLowercase.map { ".,()/_°".contains($0) ? ($0 == "°" ? "º" : " ") : $0 }
        // E.S.O. is one word.
        let joined = String(kept).replacing("e s o", with: "eso").replacing("e p", with: "ep")
        var words = joined.split(whereSeparator: \.isWhitespace).map(String.init)
        for prefix in ["year", "yr", "y", "grade", "gr", "g", "p", "s", "klasse", "kl"] {
            words = words.flatMap { word -> [String] in
                guard word.hasPrefix(prefix), let number = Int(word.dropFirst(prefix.count)), number >= 0 else {
                    return [word]
                }
                return [prefix, String(number)]
            }
        }
        return words
    }

    /// The number of a word: `5`, `05`, `5th`, `5º`, `fifth`.
    private static func number(_ word: String) -> Int? {
        if let place = ordinals.firstIndex(of: word) { return place + 1 }
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count <= 2, let number = Int(digits) else { return nil }
        return ends.contains(String(word.dropFirst(digits.count))) ? number : nil
    }

    private static let ends: Set<String> = [
        "", "st", "nd", "rd", "th", "º", "ª", "o", "a", "e", "è", "ème", "eme", "ième", "ère", "er", "re",
    ]
    private static let ordinals = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth",
    ]
    private static let early: Set<String> = [
        "k", "kg", "kf", "pk", "tk", "pr", "it", "kindergarten", "pre-k", "prek", "pre k", "pre-kindergarten",
        "prekindergarten", "preschool", "transitional kindergarten", "reception", "year r", "yr r", "nursery",
        "foundation", "vorschule", "infantil", "maternelle", "preescolar", "kinder",
    ]
    private static let ungraded: Set<String> = ["ug", "ungraded", "other", "ps", "postsecondary"]
    private static let named = [
        "freshman": 9, "sophomore": 10, "junior": 11, "senior": 12, "cp": 1, "ce1": 2, "ce2": 3, "cm1": 4, "cm2": 5,
        "seconde": 10, "2nde": 10, "première": 11, "1ère": 11, "terminale": 12, "tle": 12,
    ]
    private static let fillers: Set<String> = ["de", "der", "des", "la", "di", "del", "group", "level"]
}

extension SchoolGrade {
    /// What a word beside the number makes of it.
    fileprivate struct Kind: Sendable {
        /// Any of these sets of words tells it.
        var words: [Set<String>]
        var grade: @Sendable (_ number: Int, _ region: String?) -> Outcome
    }

    private static func plus(_ years: Int, _ range: ClosedRange<Int>) -> @Sendable (Int, String?) -> Outcome {
        { number, _ in range.contains(number) ? .grade(number + years) : .none }
    }

    fileprivate static let kinds: [Kind] = [
        Kind(words: [["eso"]], grade: plus(6, 1...4)),
        Kind(words: [["bachillerato"], ["bach"]], grade: plus(10, 1...2)),
        Kind(words: [["primaria"], ["ep"]], grade: plus(0, 1...6)),
        Kind(words: [["secondaria", "primo"], ["media"]], grade: plus(5, 1...3)),
        Kind(words: [["secondaria", "secondo"], ["superiore"], ["liceo"]], grade: plus(8, 1...5)),
        Kind(words: [["secundaria"]]) { number, region in
            region == "MX" && (1...3).contains(number) ? .grade(number + 6) : .unsure
        },
        // England and Wales begin to count a year earlier than most.
        Kind(words: [["year"], ["yr"], ["y"]]) { number, region in
            switch region {
            case "GB", "UK", "NZ": .grade(max(0, number - 1))
            case "AU", "US", "CA": .grade(number)
            default: .unsure
            }
        },
        Kind(words: [["p"]]) { number, region in
            region == "GB" && (1...7).contains(number) ? .grade(number - 1) : .unsure
        },
        Kind(words: [["s"]]) { number, region in
            region == "GB" && (1...6).contains(number) ? .grade(min(13, number + 6)) : .unsure
        },
        Kind(words: [["groep"]]) { number, _ in (1...8).contains(number) ? .grade(max(0, number - 2)) : .none },
        Kind(words: [["klasse"], ["kl"]]) { number, region in
            // In Austria the first class is the first of each sort of school.
            region == "AT" ? .unsure : .grade(number)
        },
        Kind(
            words: [
                ["grade"], ["gr"], ["g"], ["grader"], ["grado"], ["jahrgang"], ["jahrgangsstufe"], ["jgst"],
                ["schulstufe"], ["schuljahr"], ["année"], ["klasa"], ["class"], ["std"], ["standard"],
            ], grade: plus(0, 0...13)),
    ]
}

extension String {
    /// In lower case, with accents as single letters.
    fileprivate var precomposedLowercase: String {
        var text = lowercased()
        for (parted, whole) in [("e\u{300}", "è"), ("e\u{301}", "é"), ("n\u{303}", "ñ")] where text.contains(parted) {
            text = text.replacing(parted, with: whole)
        }
        return text
    }
}
