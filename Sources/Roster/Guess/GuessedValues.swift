import Content
import Foundation

/// What the cells of an export mean, as far as that can be told.
struct GuessedValues {
    /// What is told.
    private(set) var values: [RosterMap.Meaning: [String: String]] = [:]
    /// What a person must say.
    private(set) var unexplained: [RosterMap.Meaning: [String]] = [:]
    /// What stands first in dates; nil: not known.
    let dates: DayOrder?

    /// Looks at the columns that have words of a school's own.
    init(_ columns: GuessedColumns, today: CalendarDate, region: String?) {
        dates = columns.evidence(of: .until)?.seen.dayOrder
        if let grade = columns.evidence(of: .grade) { explainGrades(grade.heading, grade.seen, today, region) }
        for role in [HeadingRole.language, .guardianLanguage] {
            guard let language = columns.evidence(of: role) else { continue }
            for text in language.seen.texts where LanguageCell.tag(text) == nil {
                put(.language, text, LanguageNames.tag(of: text))
            }
        }
        if let school = columns.evidence(of: .school), school.seen.texts.allSatisfy({ Int($0) != nil }) {
            for text in school.seen.texts { put(.school, text, nil) }
        }
        if let active = columns.evidence(of: .active) {
            // PowerSchool counts its states: 0 is enrolled, all others are before or after.
            let isCounted = HeadingWords(active.heading).hasAll(["enroll", "status"])
            for text in active.seen.texts {
                if isCounted, let state = Int(text) {
                    put(.active, text, state == 0 ? "yes" : "no")
                } else if YesNoWords.isThere(text) == nil {
                    put(.active, text, nil)
                }
            }
        }
    }

    private mutating func explainGrades(
        _ heading: String, _ seen: ColumnEvidence, _ today: CalendarDate, _ region: String?
    ) {
        let end = today.month >= 7 ? today.year + 1 : today.year
        let isYear = HeadingWords(heading).hasOne(of: ["year", "yr"]) && ["GB", "NZ"].contains(region?.uppercased())
        for text in seen.texts {
            if seen.isGraduation {
                let grade = Int(text).map { 12 - ($0 - end) }
                put(.grade, text, grade.flatMap { (0...13).contains($0) ? String($0) : nil })
            } else if isYear, let year = Int(text), (0...13).contains(year) {
                // A number alone is a year there, and years are counted from the first of school.
                put(.grade, text, String(max(0, year - 1)))
            } else {
                switch SchoolGrade(region: region).read(text) {
                case .grade, .ungraded: break
                case .unsure, .none: put(.grade, text, nil)
                }
            }
        }
    }

    private mutating func put(_ meaning: RosterMap.Meaning, _ text: String, _ said: String?) {
        if let said {
            values[meaning, default: [:]][RosterMap.key(text)] = said
        } else if unexplained[meaning, default: []].count < 40, !(unexplained[meaning]?.contains(text) ?? false) {
            unexplained[meaning, default: []].append(text)
        }
    }
}

/// Languages by what they are called in the languages that administrations write.
enum LanguageNames {
    /// The tag of a language's name; nil: it is not known, or of several.
    static func tag(of name: String) -> String? {
        let name = name.lowercased()
        let tags = Set(tables.compactMap { $0[name] })
        return tags.count == 1 ? tags.first : nil
    }

    private static let tables: [[String: String]] = ["en", "de", "es", "fr", "it", "pl", "uk"].map { writer in
        let locale = Locale(identifier: writer)
        var table: [String: String] = [:]
        for tag in tags {
            if let name = locale.localizedString(forLanguageCode: tag) { table[name.lowercased()] = tag }
        }
        return table
    }

    private static let tags = [
        "af", "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu",
        "fa",
        "fi", "fr", "ga", "gl", "gu", "ha", "he", "hi", "hr", "hu", "hy", "id", "ig", "is", "it", "ja", "ka", "kk",
        "km",
        "ko", "ku", "ky", "lo", "lt", "lv", "mk", "ml", "mn", "mr", "ms", "mt", "my", "ne", "nl", "no", "pa", "pl",
        "ps",
        "pt", "ro", "ru", "si", "sk", "sl", "so", "sq", "sr", "sv", "sw", "ta", "te", "th", "ti", "tl", "tr", "uk",
        "ur",
        "uz", "vi", "wo", "xh", "yo", "zh", "zu",
    ]
}
