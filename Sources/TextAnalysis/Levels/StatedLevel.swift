import Content

/// Reads what a publisher states about level and time (dcterms, LRMI, LOM). What is stated is taken as given; what cannot be
/// understood counts as not stated.
public enum StatedLevel {
    /// The school grade that the statements mean, the middle of a range; nil where they mean none.
    ///
    /// Grades are those of the United States (0 is kindergarten), as in the rest of Gleaner: grade = age − 5, a year of England and Wales is
    /// the grade after it less one, key stages 1 to 4 are years 1–2, 3–6, 7–9 and 10–11 (Education Act 2002, section 82). An age range counts only
    /// where no level is stated.
    public static func grade(of learning: LearningMetadata) -> Double? {
        let levels = learning.educationLevels.compactMap { grade(inLevel: $0) }
        let stated = levels.isEmpty ? learning.ageRanges.compactMap { grade(inAges: $0) } : levels
        return stated.isEmpty ? nil : stated.reduce(0, +) / Double(stated.count)
    }

    /// The minutes that a duration means (`PT1H30M`, `90 minutes`), 1…600; nil where none is stated.
    public static func minutes(of learning: LearningMetadata) -> Int? {
        learning.timesRequired.lazy.compactMap { minutes(in: $0) }.first
    }

    // MARK: Levels

    private static func grade(inLevel text: String) -> Double? {
        let lower = text.lowercased()
        // The Achievement Standards Network names the grades by addresses that end with them.
        if lower.hasPrefix("http") {
            guard lower.contains("asneducationlevel/"), let last = lower.split(separator: "/").last else { return nil }
            return last == "k" ? 0 : number(last).flatMap(schoolGrade)
        }
        let words = lower.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "–") }.map(String.init)
        if let index = words.firstIndex(of: "stage"), index > 0, words[index - 1] == "key", index + 1 < words.count {
            return keyStages[words[index + 1]]
        }
        if words.contains("kindergarten"), ranges(words).isEmpty { return 0 }
        guard let range = ranges(words).first else { return nil }
        let middle = (range.lowerBound + range.upperBound) / 2
        let isYear = words.contains("year") || words.contains("years") || words.contains("yr")
        if isYear { return words.contains("old") ? schoolGrade(middle - 5) : schoolGrade(middle - 1) }
        let isGrade =
            words.contains { gradeWords.contains($0) } || words.count == 1
        return isGrade ? schoolGrade(middle) : nil
    }

    private static let keyStages: [String: Double] = ["1": 0.5, "2": 3.5, "3": 7, "4": 9.5]

    /// What stands beside a grade's number in English, German, French, Spanish.
    private static let gradeWords: Set<String> = [
        "grade", "grades", "class", "klasse", "klassen", "stufe", "jahrgangsstufe", "classe", "grado", "grados",
        "curso",
    ]

    private static func schoolGrade(_ number: Double) -> Double? { (0...16).contains(number) ? number : nil }

    // MARK: Ages

    /// `8-10`, `7+`, `9`: years of age.
    private static func grade(inAges text: String) -> Double? {
        let words = text.lowercased().split { !($0.isLetter || $0.isNumber || "-–+".contains($0)) }.map(String.init)
        guard let range = ranges(words).first, (3...25).contains(range.lowerBound), range.upperBound <= 99 else {
            return nil
        }
        // An open or very wide range says from when on, not for whom.
        let upper = range.upperBound - range.lowerBound > 6 ? range.lowerBound : range.upperBound
        return schoolGrade(max(0, (range.lowerBound + upper) / 2 - 5))
    }

    /// The numbers and ranges of numbers in words; `k` is 0, ordinals are numbers.
    private static func ranges(_ words: [String]) -> [ClosedRange<Double>] {
        words.compactMap { word in
            let ends = word.split { "-–+".contains($0) }.map { $0 == "k" ? 0 : number($0) }
            guard let first = ends.first, let low = first, let last = ends.last, let high = last, low <= high,
                ends.count <= 2
            else { return nil }
            return low...high
        }
    }

    private static func number(_ text: some StringProtocol) -> Double? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count <= 2, ["", "st", "nd", "rd", "th"].contains(text.dropFirst(digits.count))
        else { return nil }
        return Double(digits)
    }

    // MARK: Time

    private static func minutes(in text: String) -> Int? {
        let lower = text.lowercased().filter { !$0.isWhitespace }
        var minutes = 0.0
        var digits = ""
        var unit = ""
        func take() {
            guard let value = Double(digits) else { return }
            switch unit {
            case let unit where unit.hasPrefix("h") || unit.hasPrefix("std"): minutes += value * 60
            case let unit where unit.hasPrefix("m") || unit.isEmpty: minutes += value
            case let unit where unit.hasPrefix("s"): minutes += value / 60
            default: break
            }
        }
        // Days and longer are no time to read an article.
        let time = lower.hasPrefix("p") ? lower.split(separator: "t").dropFirst().joined() : lower
        for character in time {
            if character.isASCII, character.isNumber || character == "." {
                if !unit.isEmpty {
                    take()
                    (digits, unit) = ("", "")
                }
                digits.append(character)
            } else {
                unit.append(character)
            }
        }
        take()
        return (0.5...600).contains(minutes) ? max(1, Int(minutes.rounded())) : nil
    }
}
