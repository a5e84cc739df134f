import Content

/// Why an item is in a list, or why it is not, for a teacher or developer.
enum ExplanationText {
    /// The lines about one item.
    static func lines(_ explanation: Explanation, learner: String, edition: Edition) -> [String] {
        let item = explanation.item
        var lines = ["“\(item.title)” (\(item.code), \(item.feedTitle))", ""]
        switch explanation.outcome {
        case .placed(let entry):
            lines.append("In \(learner)'s list of \(edition): place \(entry.place), \(side(entry.side)).")
        case .removed(let verdict):
            lines.append("Not in \(learner)'s list of \(edition): the gate '\(verdict.gate.rawValue)' removed it.")
            lines.append("Because \(verdict.because).")
        case .stopped(let stop):
            lines.append("Not in \(learner)'s list of \(edition): it passed the gates and found no place.")
            lines.append("Because \(because(stop)).")
        }
        guard let blend = explanation.blend else {
            return lines.map { TextTable.oneLine($0) }
        }
        let rank = explanation.rank.map { "Rank \($0) of \(explanation.candidates), blend" } ?? "Blend"
        lines += ["", "\(rank) \(Numbers.signed(blend)):", ""]
        var table = TextTable([
            .init("scorer"), .init("whose say"), .init("score", isNumber: true), .init("standardised", isNumber: true),
            .init("weight", isNumber: true), .init("adds", isNumber: true), .init("evidence", widest: 90),
        ])
        for part in explanation.parts {
            table.add([
                part.score.scorer, part.say.rawValue, part.score.score.map { Numbers.fixed($0) } ?? "abstained",
                Numbers.signed(part.score.standardised), Numbers.fixed(part.score.weight),
                Numbers.signed(part.score.contribution), part.evidence.map { EvidenceText.line($0) } ?? "",
            ])
        }
        lines += table.lines
        if case .placed(let entry) = explanation.outcome {
            lines += ["", "Reasons given:"] + entry.reasons.map { "- " + reason($0) }
        }
        return lines.map { TextTable.oneLine($0) }
    }

    /// Whose place it is, in words.
    static func side(_ side: ListEntry.Side) -> String {
        switch side {
        case .pin: "the teacher's pin"
        case .teacher: "one of the teacher's places"
        case .learner: "one of the learner's places"
        case .wish: "the place kept for what was asked for last"
        case .stretch: "the stretch place"
        }
    }

    /// A reason, in words.
    static func reason(_ reason: Reason) -> String {
        switch reason {
        case .pinned(let by, let assigned): assigned ? "assigned by \(by)" : "chosen by \(by)"
        case .scored(let scorer, let evidence): "\(scorer): \(EvidenceText.line(evidence))"
        case .stretch(let item, let learner):
            "a stretch: grade \(Numbers.fixed(item, decimals: 1)) beside the learner's \(Numbers.fixed(learner, decimals: 1))"
        case .bestLeft: "the best of what was left"
        case .unnamed: "it fits what is known of the learner"
        }
    }

    /// Why an item that passed the gates has no place, in words.
    static func because(_ stop: Stop) -> String {
        switch stop {
        case .feedFull(let feed, let limit):
            "the list already has \(limit) of “\(feed)”, the most that one feed may have"
        case .feedShare(let feed, let limit):
            "“\(feed)” has given its share, \(limit) articles over four weeks, and others come first"
        case .topicShare(let topic, let limit):
            "'\(topic)' has had its share, \(limit) articles over four weeks, and others come first"
        case .outgrown(let highest):
            "its feed is meant for grades up to \(highest), and others come first"
        case .otherSense(let topic):
            "it has a word of '\(topic)' in another sense, and others come first"
        case .tooLong(let minutes, let budget):
            "it takes \(minutes) minutes, more than the list had left of its \(budget)"
        case .outOfReach(let level, let range):
            "its level, \(Numbers.fixed(level, decimals: 1)), is outside what the learner reads well, \(Numbers.fixed(range.lowerBound, decimals: 1)) to \(Numbers.fixed(range.upperBound, decimals: 1))"
        case .unknownLevel: "nobody knows how hard it is, and a list holds at most one such article"
        case .takesTooMuch(let minutes, let budget):
            "it takes \(minutes) minutes, more than half of the list's \(budget)"
        case .sameStory(let title): "the list has another telling of it: “\(title)”"
        case .older(let days): "it is \(days) days old, and newer ones came first"
        case .topicFull(let topic, let limit): "the list already has \(limit) about '\(topic)', the most for one topic"
        case .notReached(let rank, let count): "others came first: it is number \(rank) of \(count)"
        case .pinsOnly: "at dial 0 only the teacher's pins are sent"
        }
    }
}
