import Content

/// Writes a map as a file that a person reads through and changes.
public enum RosterMapText {
    /// What is said beside a guessed map.
    struct Comments {
        var notRead: [String] = []
        var consents: [String] = []
        var unexplained: [RosterMap.Meaning: [String]] = [:]
    }

    /// The text of a map. Read again it is the same map.
    public static func of(_ map: RosterMap) -> String { of(map, comments: nil) }

    static func of(_ map: RosterMap, comments: Comments?) -> String {
        var lines: [String] = []
        if comments != nil {
            lines += [
                "# What the columns of an export mean. It was guessed from their names and the first rows: look through it.",
                "# A column that does not stand here is not read. \"=\" and a text stand for all rows alike.",
            ]
        }
        lines.append("format: \(map.format.rawValue)")
        lines += section("file", file(map.file))
        if map.format == .oneroster {
            lines += section("learner", source("language", map.learner.language))
            lines += section("guardian", source("language", map.guardianLanguage))
            return lines.joined(separator: "\n") + "\n"
        }
        lines += section("skip", map.skip.map { "\(quoted($0.column)): \(list($0.texts))" })
        lines += section("learner", learner(map.learner, comments))
        if let comments, !comments.consents.isEmpty {
            lines.append(
                "# These may be a consent. If one is the guardian's to reading lists by mail, write it behind the guardian's"
            )
            lines.append(
                "# address, as in {email: …, consent: …}: \(comments.consents.map(quoted).joined(separator: ", "))")
        }
        if !map.guardians.isEmpty {
            lines.append("guardians:")
            lines += map.guardians.map { "  - {\(guardian($0).joined(separator: ", "))}" }
        }
        lines += section("teacher", source("name", map.teacher.name) + source("email", map.teacher.email))
        lines += values(map, comments)
        if let comments, !comments.notRead.isEmpty {
            lines.append("# Not read: \(comments.notRead.map(quoted).joined(separator: ", "))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func section(_ name: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["\(name):"] + lines.map { "  \($0)" }
    }

    private static func file(_ file: RosterMap.File) -> [String] {
        var lines: [String] = []
        if let encoding = file.encoding { lines.append("encoding: \(quoted(encoding))") }
        if let delimiter = file.delimiter {
            lines.append("delimiter: \(delimiter == "\t" ? "tab" : quoted(delimiter))")
        }
        if file.header != 1 { lines.append("header: \(file.header)") }
        if let dates = file.dates { lines.append("dates: \(dates.rawValue)") }
        return lines
    }

    private static func learner(_ learner: RosterMap.Learner, _ comments: Comments?) -> [String] {
        var lines = source("id", learner.id)
        if learner.id.isEmpty, comments != nil { lines.append("# id: the column that tells learners apart is needed") }
        lines += source("given", learner.given) + source("family", learner.family) + source("name", learner.name)
        if learner.given.isEmpty, learner.family.isEmpty, learner.name.isEmpty, comments != nil {
            lines.append("# name: the column with names, or given and family, is needed")
        }
        if learner.nameOrder != .firstLast { lines.append("name-order: \(learner.nameOrder.rawValue)") }
        lines += source("grade", learner.grade) + source("class", learner.classes)
        if learner.grade.isEmpty, comments != nil { lines.append("# grade: \"=7\"") }
        if learner.classes.isEmpty, comments != nil { lines.append("# class: \"=7B\"") }
        if learner.classSeparator != ";" { lines.append("class-separator: \(quoted(learner.classSeparator))") }
        lines += source("school", learner.school)
        if learner.school.isEmpty, comments != nil { lines.append("# school: \"=Our School\"") }
        lines += source("email", learner.email) + source("language", learner.language)
        return lines + source("active", learner.active) + source("until", learner.until)
    }

    private static func guardian(_ guardian: RosterMap.Guardian) -> [String] {
        source("email", guardian.email) + source("language", guardian.language) + source("consent", guardian.consent)
            + (guardian.separator.map { ["separator: \(quoted($0))"] } ?? [])
    }

    private static func values(_ map: RosterMap, _ comments: Comments?) -> [String] {
        var lines: [String] = []
        for meaning in RosterMap.Meaning.allCases {
            let said = (map.values[meaning] ?? [:]).sorted { $0.key < $1.key }
            if !said.isEmpty {
                let cells = said.map { "\(quoted($0.key)): \($0.value.isEmpty ? "null" : quoted($0.value))" }
                lines.append("\(meaning.rawValue): {\(cells.joined(separator: ", "))}")
            }
            let open = comments?.unexplained[meaning] ?? []
            if !open.isEmpty {
                lines.append("# \(meaning.rawValue): what is \(open.map(quoted).joined(separator: ", "))?")
            }
        }
        let isSaid = lines.contains { !$0.hasPrefix("#") }
        return isSaid ? section("values", lines) : lines.map { "# values: " + $0.dropFirst(2) }
    }

    private static func source(_ key: String, _ sources: [RosterMap.Source]) -> [String] {
        let texts = sources.map { source in
            switch source {
            case .column(let name): name
            case .constant(let text): "=" + text
            }
        }
        guard !texts.isEmpty else { return [] }
        return ["\(key): \(texts.count == 1 ? quoted(texts[0]) : list(texts))"]
    }

    private static func list(_ texts: [String]) -> String { "[" + texts.map(quoted).joined(separator: ", ") + "]" }

    /// A text as YAML reads it again: in quotes unless nothing in it could mean anything else.
    private static func quoted(_ text: String) -> String {
        let isPlain =
            text.first?.isLetter == true && text.last != " " && text.count <= 60
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                    || " _-/.".unicodeScalars.contains(scalar)
            }
            && !["null", "true", "false", "on", "off"].contains(text.lowercased())
        if isPlain { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\t": quoted += "\\t"
            case "\n": quoted += "\\n"
            default:
                if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                    || [0x2028, 0x2029, 0xFEFF].contains(scalar.value)
                {
                    let digits = String(scalar.value, radix: 16)
                    quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }
}
