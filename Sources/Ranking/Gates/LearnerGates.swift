import Content
import ScorerKit
import TextAnalysis

/// The gates as they stand for one learner, in their order of precedence: consent, suitability, veto, opt-out; then a pin
/// passes; then language, given before, too old, copy.
struct LearnerGates {
    let batch: ItemBatch
    let rules: ItemRules
    let learner: Learner
    let standing: StandingRules
    let languages: [String]
    let given: [ItemID: Edition]
    let maxAgeDays: Int?
    private let pinned: [ItemID: StandingRules.Pin]
    private let vetoed: [Int: String]
    private let optedOut: [Int: InterestProfile.Topic]

    init(
        batch: ItemBatch, rules: ItemRules, learner: Learner, profile: InterestProfile, standing: StandingRules,
        given: [ItemID: Edition], settings: RankingSettings
    ) {
        self.batch = batch
        self.rules = rules
        self.learner = learner
        self.standing = standing
        self.given = given
        languages = learner.languages.isEmpty ? settings.languages : learner.languages
        maxAgeDays = settings.maxAgeDays
        pinned = Dictionary(standing.pins.map { ($0.item, $0) }, uniquingKeysWith: { $1 })
        var vetoed: [Int: String] = [:]
        for (topic, by) in standing.vetoedTopics {
            for item in batch.phrases.matches(of: Phrase(topic)).items { vetoed[item] = "'\(topic)', \(by)" }
        }
        for (item, by) in standing.vetoedItems { if let index = batch.index(of: item) { vetoed[index] = by } }
        self.vetoed = vetoed
        var optedOut: [Int: InterestProfile.Topic] = [:]
        for topic in profile.avoids {
            for item in batch.phrases.matches(of: Phrase(topic.phrase)).items where optedOut[item] == nil {
                optedOut[item] = topic
            }
        }
        self.optedOut = optedOut
    }

    /// The first gate that says no; nil where the item passes.
    func gate(_ item: Int) -> Gate? {
        if learner.consent == false { return .consent }
        if !isSuitable(item) { return .suitability }
        if vetoed[item] != nil { return .veto }
        let pin = pinned[batch.items[item].id]
        if optedOut[item] != nil, pin?.assigned != true { return .optOut }
        if pin != nil { return nil }
        if let language = batch.items[item].language, !languages.contains(language) { return .language }
        if given[batch.items[item].id] != nil { return .givenBefore }
        if let maxAgeDays, batch[item].ageInDays > Double(maxAgeDays) { return .tooOld }
        return isCopyOfWhatIsThere(item) ? .copy : nil
    }

    /// The first gate that says no, with its particular.
    func verdict(_ item: Int) -> GateVerdict? {
        gate(item).map { GateVerdict($0, because: because($0, item)) }
    }

    /// Whether a teacher's approval is all that keeps the suitability gate shut.
    func waitsForApproval(_ item: Int) -> Bool {
        guard rules.listed[item], !isSuitable(item) else { return false }
        return rules.heldBy[item] != nil || rules.audiences[item] == nil
    }

    /// Whether an item is a copy whose original can reach this learner, or has: where the original is unsuitable or its
    /// feed has gone, the copy stands for it.
    private func isCopyOfWhatIsThere(_ item: Int) -> Bool {
        guard let original = rules.copyOf[item].flatMap({ batch.index(of: $0) }), original != item else { return false }
        let gate = gate(original)
        return gate == nil || gate == .givenBefore
    }

    private func isSuitable(_ item: Int) -> Bool {
        if standing.approved.contains(batch.items[item].id) { return rules.listed[item] }
        guard rules.listed[item], rules.heldBy[item] == nil else { return false }
        return learner.grade >= (rules.audiences[item] ?? Feed.reviewedFromGrade)
    }

    private func because(_ gate: Gate, _ item: Int) -> String {
        let content = batch.items[item]
        switch gate {
        case .consent: return "\(learner.name) did not agree to reading lists"
        case .suitability:
            if !rules.listed[item] { return "its feed is no longer on the school's list" }
            if let word = rules.heldBy[item] {
                return "it holds '\(word)', a word of the school's list, and waits for a teacher's approval"
            }
            guard let audience = rules.audiences[item] else {
                return
                    "nobody has reviewed its feed, so it reaches grades below \(Feed.reviewedFromGrade) only through a teacher's approval"
            }
            return "its feed is meant for grade \(audience) and up, \(learner.name) is in grade \(learner.grade)"
        case .veto: return "vetoed: \(vetoed[item] ?? "")"
        case .optOut:
            guard let topic = optedOut[item] else { return "" }
            return "the \(topic.origin == .roster ? "roster" : topic.origin.rawValue) asked for no '\(topic.phrase)'"
        case .language:
            return "it is in '\(content.language ?? "")', \(learner.name) reads \(languages.joined(separator: ", "))"
        case .givenBefore: return "it was in \(given[content.id]?.description ?? "an earlier edition")"
        case .tooOld: return "it is \(Int(batch[item].ageInDays)) days old, the limit is \(maxAgeDays ?? 0)"
        case .copy: return "it is a copy of an article that is already there"
        }
    }

    /// The pins that a gate stops, with the verdict: shown to the teacher, not sent.
    var stoppedPins: [(pin: StandingRules.Pin, verdict: GateVerdict?)] {
        standing.pins.compactMap { pin in
            guard let index = batch.index(of: pin.item) else { return (pin, nil) }
            return verdict(index).map { (pin, $0) }
        }
    }

    /// The pins that pass, the oldest first, with the items' numbers.
    var openPins: [(pin: StandingRules.Pin, item: Int)] {
        standing.pins.compactMap { pin in
            guard let index = batch.index(of: pin.item), gate(index) == nil else { return nil }
            return (pin, index)
        }
    }
}
