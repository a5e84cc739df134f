import Content
import ContentDigest
import Safeguarding
import ScorerKit
import TextAnalysis

/// The gates as they stand for one learner, in their order of precedence: consent, suitability, veto, opt-out; then a pin
/// passes; then language, given before, too old, copy.
struct LearnerGates {
    let snapshot: RankSnapshot
    let learner: Learner
    /// Whether they get no list of their own.
    private let isNotProfiled: Bool
    let standing: StandingRules
    let languages: [String]
    let given: [ItemID: Edition]
    /// The pins that stand, each with the version that it comes to; nil where it is not in the store.
    private let pins: [(pin: StandingRules.Pin, item: Int?)]
    let vetoed: [Int: String]
    let optedOut: [Int: InterestProfile.Topic]
    /// What was said or done about single items, as bits: few items have any, and all are asked.
    private(set) var marks: [Mark]
    /// Whether the learner reads each of the items' languages.
    private let reads: [Bool]
    /// Items with a word of what must not come in a sense of its own ("tug of war"), with the topic: they come after all others.
    let inOtherSense: [Int: String]
    /// For each item that a near-copy keeps out: that one.
    private(set) var keptOutBy: [Int: Int] = [:]

    /// What teachers have vetoed for them.
    var vetoedTopics: [String] { standing.vetoedTopics.map { $0.topic } }

    var batch: ItemBatch { snapshot.batch }
    var rules: ItemRules { snapshot.rules }

    struct Mark: OptionSet {
        let rawValue: UInt8
        static let approved = Mark(rawValue: 1)
        static let vetoed = Mark(rawValue: 2)
        static let optedOut = Mark(rawValue: 4)
        static let pinned = Mark(rawValue: 8)
        static let assigned = Mark(rawValue: 16)
        static let given = Mark(rawValue: 32)
        /// It may be about something that must never come, in other words.
        static let near = Mark(rawValue: 64)
        /// Its feed is of other schools.
        static let elsewhere = Mark(rawValue: 128)
    }

    init(_ snapshot: RankSnapshot, learner: Learner, profile: InterestProfile, given: [ItemID: Edition]) {
        let batch = snapshot.batch
        let standing = snapshot.standingRules(for: learner)
        let languages = snapshot.languages(of: learner)
        var marks = [Mark](repeating: [], count: batch.count)
        let school = SchoolName(of: learner)
        for item in snapshot.rules.closed(to: school) { marks[item].insert(.elsewhere) }
        let versions = PinnedVersion(snapshot: snapshot, profile: profile, school: school)
        let pins = standing.pins.map { ($0, versions.item(of: $0)) }
        for case (let pin, let item?) in pins { marks[item].formUnion(pin.assigned ? [.pinned, .assigned] : .pinned) }
        let read = Set(standing.pins.compactMap { batch.index(of: $0.item) })
        var vetoed: [Int: String] = [:]
        for veto in standing.vetoedTopics {
            for item in batch.topics.kept(from: veto.topic) {
                vetoed[item] = "'\(veto.topic)', \(veto.by)"
            }
        }
        if !standing.vetoedFeeds.isEmpty {
            for item in batch.indices {
                if let by = standing.vetoedFeeds[batch.items[item].feed] { vetoed[item] = "its feed, \(by)" }
            }
        }
        for (item, by) in standing.vetoedItems { if let index = batch.index(of: item) { vetoed[index] = by } }
        for item in vetoed.keys { marks[item].insert(.vetoed) }
        var optedOut: [Int: InterestProfile.Topic] = [:]
        for topic in profile.avoids {
            for item in batch.topics.kept(from: topic.phrase) where optedOut[item] == nil {
                optedOut[item] = topic
            }
        }
        // What no lexicon reaches waits for a teacher; what a teacher pinned, one has read.
        for topic in standing.vetoedTopics.map({ $0.topic }) + profile.avoids.map({ $0.phrase }) {
            for item in batch.topics.near(topic) where !read.contains(item) || !marks[item].contains(.pinned) {
                marks[item].insert(.near)
            }
        }
        for (id, topic) in profile.avoidedItems { if let item = batch.index(of: id) { optedOut[item] = topic } }
        for item in optedOut.keys { marks[item].insert(.optedOut) }
        var inOtherSense: [Int: String] = [:]
        for topic in standing.vetoedTopics.map({ $0.topic }) + profile.avoids.map({ $0.phrase }) {
            for item in batch.topics.holding(topic) where optedOut[item] == nil && vetoed[item] == nil {
                inOtherSense[item] = inOtherSense[item] ?? topic
            }
        }
        self.inOtherSense = inOtherSense
        for id in given.keys { if let item = batch.index(of: id) { marks[item].insert(.given) } }
        for (id, digests) in standing.approved {
            // Whether a teacher has let this item through as it reads now: what a publisher changed since was not read.
            guard let item = batch.index(of: id), digests.contains(batch.items[item].readDigest) else { continue }
            marks[item].insert(.approved)
        }
        self.pins = pins
        self.snapshot = snapshot
        isNotProfiled = !learner.mayBeProfiled(on: snapshot.settings.basis)
        self.learner = learner
        self.standing = standing
        self.languages = languages
        self.given = given
        self.vetoed = vetoed
        self.optedOut = optedOut
        self.marks = marks
        reads = snapshot.columns.languages.map { languages.contains($0) }
        keptOutBy = findKeptOut()
        keepOutStories()
    }

    /// The first gate that says no to each item; nil where it passes.
    var verdicts: [Gate?] {
        var verdicts = [Gate?](repeating: nil, count: batch.count)
        for item in verdicts.indices { verdicts[item] = gateBeforeCopies(item) }
        for item in keptOutBy.keys where verdicts[item] == nil { verdicts[item] = .copy }
        return verdicts
    }

    /// The first gate that says no; nil where the item passes.
    func gate(_ item: Int) -> Gate? {
        if let gate = gateBeforeCopies(item) { return gate }
        return keptOutBy[item] == nil ? nil : .copy
    }

    private func gateBeforeCopies(_ item: Int) -> Gate? {
        let mark = marks[item]
        if isNotProfiled { return .consent }
        if !isSuitable(item, approved: mark.contains(.approved)) { return .suitability }
        if mark.contains(.vetoed) { return .veto }
        if mark.contains(.optedOut), !mark.contains(.assigned) { return .optOut }
        if mark.contains(.pinned) { return nil }
        let language = snapshot.columns.languageNumbers[item]
        if language >= 0, !reads[Int(language)] { return .language }
        if mark.contains(.given) { return .givenBefore }
        if let maxAgeDays = snapshot.settings.maxAgeDays, batch.ages[item] > Double(maxAgeDays) {
            return .tooOld
        }
        return nil
    }

    /// The first gate that says no, with its particular.
    func verdict(_ item: Int) -> GateVerdict? {
        gate(item).map { GateVerdict($0, because: because($0, item)) }
    }

    /// Whether a teacher's approval is all that keeps the suitability gate shut.
    func waitsForApproval(_ item: Int) -> Bool {
        !isSuitable(item, approved: marks[item].contains(.approved)) && isSuitable(item, approved: true)
    }

    /// Whether a teacher has said that it must not come.
    func isVetoed(_ item: Int) -> Bool { marks[item].contains(.vetoed) }

    /// What the suitability gate says of an item that waits for a teacher's approval.
    func suitabilityVerdict(_ item: Int) -> GateVerdict {
        GateVerdict(.suitability, because: because(.suitability, item))
    }

    /// Which items near-copies keep out. One that was given keeps out all of its own. Of the others each stands, in their
    /// order, unless one that it is itself a near-copy of stands already: a chain of texts, each a little different from the
    /// next, does not keep out the far end. Pins come first and stand in any case: two of them are the teacher's own choice.
    private func findKeptOut() -> [Int: Int] {
        var keptOut: [Int: Int] = [:]
        var standing: Set<Int> = []
        let isPinned = { (item: Int) in marks[item].contains(.pinned) }
        for item in rules.copied where isPinned(item) && gateBeforeCopies(item) == nil { standing.insert(item) }
        for item in rules.copied where !isPinned(item) {
            let copies = rules.nearCopies[item] ?? []
            let handed = copies.first { marks[$0].contains(.given) }
            if let holder = handed ?? copies.first(where: { standing.contains($0) }) {
                keptOut[item] = holder
            } else if gateBeforeCopies(item) == nil {
                standing.insert(item)
            }
        }
        return keptOut
    }

    /// A story that was given keeps out its other versions and tellings.
    private mutating func keepOutStories() {
        guard !rules.tellers.isEmpty else { return }
        for story in Set(given.keys.compactMap { batch.index(of: $0).map { rules.stories[$0] } }).sorted() {
            let tellers = rules.tellers[Int(story)] ?? []
            guard let first = tellers.first(where: { marks[$0].contains(.given) }) else { continue }
            for teller in tellers
            where !marks[teller].contains(.given) && !marks[teller].contains(.pinned) && keptOutBy[teller] == nil {
                keptOutBy[teller] = first
            }
        }
    }

    private func isSuitable(_ item: Int, approved: Bool) -> Bool {
        guard rules.listed[item], !marks[item].contains(.elsewhere) else { return false }
        guard approved || !isHeld(item) && !marks[item].contains(.near) else { return false }
        // Approval opens what nobody has reviewed; it does not lower the grade of what somebody has.
        if let audience = rules.audiences[item] { return learner.grade >= audience }
        return approved || learner.grade >= Feed.reviewedFromGrade
    }

    /// Whether words or its topic hold an item from the learner.
    private func isHeld(_ item: Int) -> Bool {
        isHeldByWords(item) || rules.holds.holdsTopic(item, from: learner.grade)
    }

    private func isHeldByWords(_ item: Int) -> Bool {
        rules.holds.holdsWords(item, from: learner.grade)
            && !standing.approvedFeeds.contains(batch.items[item].feed)
    }

    /// The words that hold an item from the learner; nil: none do.
    func heldWords(_ item: Int) -> HeldVerdict? { isHeldByWords(item) ? rules.holds.words[item] : nil }

    /// The pins that a gate stops, with the verdict: shown to the teacher, not sent.
    var stoppedPins: [(pin: StandingRules.Pin, verdict: GateVerdict?)] {
        pins.compactMap { pin, item in
            guard let item else { return (pin, nil) }
            return verdict(item).map { (pin, $0) }
        }
    }

    /// The pins that pass, the oldest first, with the items' numbers; one whose version another pin has come to is that one.
    var openPins: [(pin: StandingRules.Pin, item: Int)] {
        var open: [(pin: StandingRules.Pin, item: Int)] = []
        for case (let pin, let item?) in pins where gate(item) == nil && !open.contains(where: { $0.item == item }) {
            open.append((pin, item))
        }
        return open
    }
}
