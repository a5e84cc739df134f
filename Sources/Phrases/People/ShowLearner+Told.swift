import Content
import JSON
import Pipeline
import UseCases

extension ShowLearner.Outcome: Told, ToldAsJSON {
    /// The lines about the learner, for a teacher, a guardian, or the learner: what, from whom, when.
    public var lines: [String] {
        var lines = [
            "\(learner.name) (\(learner.id)), grade \(learner.grade), \(learner.classes.joined(separator: ", "))"
        ]
        if !learner.enrolled { lines.append("left the roster") }
        lines.append(
            "languages    \(learner.languages.isEmpty ? "the school's" : learner.languages.joined(separator: ", "))")
        lines.append("consent      \(ConsentText.of(learner))")
        let stated = "\(Numbers.fixed(profile.statedLevel, decimals: 1)) stated"
        let votes =
            profile.levelVotes == 0
            ? "" : ", \(abs(profile.levelVotes))× too \(profile.levelVotes > 0 ? "easy" : "hard")"
        lines.append("level        \(Numbers.fixed(profile.level, decimals: 1)) (\(stated)\(votes))")
        for (language, band) in profile.bands.sorted(by: { $0.key < $1.key }) {
            let range =
                "\(Numbers.fixed(band.range.lowerBound, decimals: 1)) to \(Numbers.fixed(band.range.upperBound, decimals: 1))"
            lines.append("  in \(language)      \(range), \(Self.origin(of: band)), as of \(band.at.utcDate)")
        }
        if let dial = learner.dial { lines.append("dial         \(dial.rawValue), their own") }
        lines += Self.topics("declared", profile.wants.filter { !$0.asked })
        lines += Self.topics("asked for", profile.wants.filter { $0.asked })
        lines += Self.taught("liked", profile.taught.filter { $0.strength > 0 }, facts)
        lines += Self.topics("less of", profile.less)
        lines += Self.taught("less like", profile.taught.filter { $0.strength < 0 }, facts)
        lines += Self.topics("never", profile.avoids)
        lines += Self.topics("strengths", profile.strengths)
        lines += Self.topics("working on", profile.needs)
        let wishes = facts.filter { $0.kind.isWish }
        if !wishes.isEmpty { lines.append("said") }
        for fact in wishes {
            lines.append(
                "  \(fact.at.utcDate)  \(fact.origin.rawValue): \(fact.kind.rawValue) '\(TextTable.oneLine(fact.value))'"
            )
        }
        return lines.map { TextTable.oneLine($0) }
    }

    /// What a band rests on.
    private static func origin(of band: ReadingBand) -> String {
        let answers = band.answers == 0 ? "" : ", \(band.answers) answer\(band.answers == 1 ? "" : "s") to articles"
        return switch band.origin {
        case .fixed: "fixed by the school"
        case .stated: "stated by the school" + answers
        case .grade: "from the grade alone" + answers
        }
    }

    /// One JSON object.
    public func jsonLines() throws -> [String] { [try JSONText.of(self)] }

    /// Articles that were said more or less of, with their titles as they stood then, the newest first.
    private static func taught(_ heading: String, _ items: [InterestProfile.TaughtItem], _ facts: [Fact]) -> [String] {
        items.sorted { ($1.at, $0.item) < ($0.at, $1.item) }.enumerated().map { index, taught in
            let label = index == 0 ? heading : ""
            let padding = String(repeating: " ", count: max(1, 13 - label.count))
            let said = facts.last { $0.item == taught.item && [.more, .less, .liked, .disliked].contains($0.kind) }
            let title = said.map { $0.value.isEmpty ? taught.item.rawValue : $0.value } ?? taught.item.rawValue
            return "\(label)\(padding)“\(TextTable.oneLine(title))”  (said by \(said?.origin.rawValue ?? "learner"), "
                + "\(taught.at.utcDate), strength \(Numbers.fixed(abs(taught.strength), decimals: 2)))"
        }
    }

    private static func topics(_ heading: String, _ topics: [InterestProfile.Topic]) -> [String] {
        topics.enumerated().map { index, topic in
            let label = index == 0 ? heading : ""
            let padding = String(repeating: " ", count: max(1, 13 - label.count))
            let asked = topic.asked ? "asked by" : "from"
            return "\(label)\(padding)\(TextTable.oneLine(topic.phrase))  (\(asked) \(topic.origin.rawValue), "
                + "\(topic.at.utcDate), strength \(Numbers.fixed(topic.strength, decimals: 2)))"
        }
    }
}
