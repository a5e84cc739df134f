import Content

/// A reading list with how it was made, for a teacher or developer.
enum ListText {
    /// The lines about a list: its items with whose place and why, what the gates removed, the best that were left out.
    static func lines(
        _ list: ReadingList, items: [ContentItem], learner: String, removed: [String: Int], candidates: Int,
        runnersUp: [ItemCode]
    ) -> [String] {
        var lines = ["\(learner)'s list of \(list.edition), dial \(list.dial.rawValue), \(list.state.rawValue)", ""]
        for (entry, item) in zip(list.entries, items) {
            lines.append(
                "\(entry.place). \(TextTable.oneLine(item.title)) (\(item.code)) — \(ExplanationText.side(entry.side))")
            lines += entry.reasons.map { "   " + ExplanationText.reason($0) }
        }
        let gates = Gate.allCases.compactMap { gate in removed[gate.rawValue].map { "\($0) by \(gate.rawValue)" } }
        lines += [
            "",
            "Of \(candidates) articles the gates removed: \(gates.isEmpty ? "none" : gates.joined(separator: ", ")).",
        ]
        if let missing = list.missingScorers {
            lines.append("Ranked without: \(missing.joined(separator: ", ")), which failed.")
        }
        if !list.silentScorers.isEmpty {
            lines.append("Did not speak: \(list.silentScorers.joined(separator: ", ")).")
        }
        if !runnersUp.isEmpty {
            lines.append("Best left out: \(runnersUp.prefix(8).map { $0.rawValue }.joined(separator: ", ")).")
        }
        lines.append("For one article: gleaner explain LEARNER CODE")
        return lines.map { TextTable.oneLine($0) }
    }
}
