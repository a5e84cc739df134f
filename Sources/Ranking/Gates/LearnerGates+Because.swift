import Content
import Safeguarding
import ScorerKit

/// Why a gate says no, in words that its findings and explanations quote.
extension LearnerGates {
    /// The particular of a gate's no.
    func because(_ gate: Gate, _ item: Int) -> String {
        let content = batch.items[item]
        switch gate {
        case .consent:
            return learner.consent == false
                ? "the learner did not agree to reading lists"
                : "the learner is not profiled: who asked, and what they said, allows no list"
        case .suitability:
            if !rules.listed[item] { return "its feed is no longer on the school's list" }
            if marks[item].contains(.elsewhere) {
                let schools = (rules.schools[item] ?? []).map { $0.text }.joined(separator: ", ")
                return "its feed is read for learners of \(schools) alone"
            }
            // What an approval cannot open comes first: nobody waits for it.
            if let audience = rules.audiences[item], learner.grade < audience {
                return "its feed is meant for grade \(audience) and up, the learner is in grade \(learner.grade)"
            }
            if let held = heldWords(item) {
                let whom = held.heldBelow > 12 ? "for everybody" : "below grade \(held.heldBelow)"
                return "it holds '\(held.words.first ?? "")', which waits \(whom) for a teacher's approval"
            }
            if rules.holds.holdsTopic(item, from: learner.grade), let topic = rules.holds.topics[item] {
                return "it is about '\(topic.name)', which waits below grade \(topic.from) for a teacher's approval"
            }
            if marks[item].contains(.near) {
                return
                    "it may be about something that must not come to the learner, in other words, and waits for a teacher's approval"
            }
            return
                "nobody has reviewed its feed, so it reaches grades below \(Feed.reviewedFromGrade) only through a teacher's approval"
        case .veto: return "vetoed: \(vetoed[item] ?? "")"
        case .optOut:
            guard let topic = optedOut[item] else { return "" }
            return topic.origin == .roster
                ? "the roster says no '\(topic.phrase)'" : "the \(topic.origin.rawValue) asked for no '\(topic.phrase)'"
        case .language:
            return "it is in '\(content.language ?? "")', the learner reads \(languages.joined(separator: ", "))"
        case .givenBefore: return "it was in \(given[content.id]?.description ?? "an earlier edition")"
        case .tooOld:
            return "it is \(Int(batch[item].ageInDays)) days old, the limit is \(snapshot.settings.maxAgeDays ?? 0)"
        case .copy: return keptOutBy[item].map { nearCopy(item, of: $0) } ?? ""
        }
    }

    private func nearCopy(_ item: Int, of other: Int) -> String {
        let (content, holder) = (batch.items[item], batch.items[other])
        let isStory = rules.nearCopies[item]?.contains(other) != true
        let name =
            isStory
            ? "it tells the same story as “\(holder.title)” (\(holder.code), \(holder.feedTitle))"
            : "it is a near-copy of “\(holder.title)” (\(holder.code), \(holder.feedTitle))"
        if let edition = given[holder.id] { return name + ", which was in \(edition)" }
        if marks[other].contains(.pinned) { return name + ", which is pinned" }
        if holder.firstSeen != content.firstSeen { return name + ", which was seen first" }
        if holder.words != content.words { return name + ", which has the fuller text" }
        return name + ", which stands for both"
    }
}
