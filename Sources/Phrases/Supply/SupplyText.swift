import Content
import Pipeline

/// What there is for learners, in words.
enum SupplyText {
    /// What `status` says of it: how many, and which languages fall silent. Who they are stands in `gleaner supply`, `review` and the JSON.
    package static func problems(_ lines: [SupplyDesk.Line]) -> [String] {
        guard !lines.isEmpty else { return [] }
        var silent: [String: Int] = [:]
        for line in lines {
            for part in line.languages where part.quietDays.map({ $0 >= 14 }) ?? true {
                silent[part.language, default: 0] += 1
            }
        }
        let languages = silent.sorted { $0.key < $1.key }.map {
            "nothing new in \($0.key) for \(Counted.of($0.value, "learner"))"
        }
        let what =
            ["articles run out for \(Counted.of(lines.count, "learner")): 'gleaner supply' names them"] + languages
        return [what.joined(separator: "; ")]
    }

    /// One learner's line.
    static func line(_ line: SupplyDesk.Line) -> String {
        let parts = line.languages.map { part($0) }
        let whose = line.classes.isEmpty ? "" : " (\(line.classes.joined(separator: ", ")))"
        let head = line.runsOut ? "supply runs out: " : ""
        return "\(TextTable.oneLine(line.name))\(whose): \(head)\(parts.joined(separator: "; "))."
    }

    private static func part(_ supply: SupplyDesk.Language) -> String {
        let levels = supply.levels.map { Numbers.fixed($0, decimals: 1) }.joined(separator: " to ")
        var text =
            "\(Counted.of(supply.fitting, "article")) in \(supply.language) at grade \(levels), \(Numbers.fixed(supply.weekly, decimals: 1)) a week"
        if let lasts = supply.lasts {
            text += lasts == 0 ? ", not enough for another list" : ", enough for \(Counted.of(lasts, "list"))"
        }
        if let quiet = supply.quietDays, quiet >= 14 { text += ", nothing new for \(quiet) days" }
        if supply.quietDays == nil { text += ", none ever came" }
        if let needed = supply.needed {
            text += ": \(needed) more"
            if let by = supply.by { text += " by \(by)" }
            if !supply.topics.isEmpty {
                text += ", as on \(supply.topics.map { TextTable.oneLine($0) }.joined(separator: ", "))"
            }
        }
        return text
    }
}
