import Content
import ScorerKit

/// The ranking of one learner, from gates to reasons: a pure function of the snapshot, used by the rank stage and, with the
/// snapshot of an earlier run, by `explain`.
public struct LearnerRanking {
    /// Whom it is for.
    public let learner: Learner
    /// The view of their facts that was ranked by.
    public let profile: InterestProfile
    /// The dial that holds for them.
    public let dial: Dial
    /// The minutes that the list may ask for.
    public let minutes: Int
    let snapshot: RankSnapshot
    let scorers: ScorersAtWork
    let gates: LearnerGates
    let verdicts: [Gate?]
    let blend: Blend
    let composer: Composer
    let composition: Composition
    let view: LearnerView
    /// What holds for them among their classes.
    let terms: ClassTerms

    /// Ranks all items for one learner, whom the scorers have given these scores.
    init(
        _ known: LearnerLine, terms: ClassTerms, view: LearnerView, wishes: OpenWishes, scores: [[Float]],
        by ranker: Ranker
    ) {
        let (learner, profile, snapshot) = (known.learner, view.profile, ranker.snapshot)
        let dial = terms.dial(own: learner.dial, school: snapshot.settings.dial)
        let gates = LearnerGates(snapshot, learner: learner, profile: profile, given: known.given.items)
        let verdicts = gates.verdicts
        let candidates = (0..<Int32(verdicts.count)).filter { verdicts[Int($0)] == nil }
        let blend = Blend(
            columns: zip(ranker.scorers.active, scores).map { active, row in
                Blend.Column(
                    card: active.card, weight: active.weight * dial.factor(for: active.card.say), row: row,
                    removed: verdicts)
            }, count: verdicts.count)
        let minutes = learner.minutes ?? snapshot.settings.minutes
        let topics = Topics(of: view, batch: snapshot.batch)
        composer = Composer(
            snapshot: snapshot, blend: blend, candidates: candidates, topics: topics, wishes: wishes.open,
            reach: WishReach(profile), dial: dial, grade: learner.grade, minutes: minutes,
            inOtherSense: gates.inOtherSense, earlier: EarlierPlaces(known.given, snapshot: snapshot, topics: topics),
            levels: LevelReach(view, snapshot: snapshot),
            mayStretch: snapshot.settings.stretch && learner.id.classRead == nil
                && LearnerRanking.isReadyForHarder(known.facts, profile))
        let pins = gates.openPins.map { $0.item }
        let there = known.keeping.flatMap { $0.dial == dial ? $0.entries : nil } ?? []
        let kept = there.compactMap { entry -> Composition.Pick? in
            guard entry.side != .pin, let item = snapshot.batch.index(of: entry.item), verdicts[item] == nil else {
                return nil
            }
            let wish = entry.side == .wish ? wishes.open.first { $0.items.contains(item) }?.topic.phrase : nil
            return Composition.Pick(item: item, side: entry.side, wish: wish)
        }
        composition = composer.compose(pins: pins, keeping: kept)
        self.learner = learner
        self.profile = profile
        self.dial = dial
        self.minutes = minutes
        self.snapshot = snapshot
        scorers = ranker.scorers
        self.gates = gates
        self.verdicts = verdicts
        self.blend = blend
        self.view = view
        self.terms = terms
    }

    /// Whether neither the latest word about the level nor all of them together is "too hard".
    private static func isReadyForHarder(_ facts: [Fact], _ profile: InterestProfile) -> Bool {
        profile.levelVotes >= 0 && facts.last { [.tooHard, .tooEasy, .level].contains($0.kind) }?.kind != .tooHard
    }

    /// Whether the list waits for the teacher's approval: at dial 1, or where a class of the learner's asks for it.
    var needsApproval: Bool {
        snapshot.terms.reviewsAll || dial.needsApproval
            || !terms.asking.isEmpty
    }

    /// The reading list; nil where it would be empty.
    public func list(edition: Edition, made: Timestamp) throws(ScorerFailure) -> ReadingList? {
        guard !composition.picks.isEmpty else { return nil }
        let pins = Dictionary(gates.openPins.map { ($0.item, $0.pin) }, uniquingKeysWith: { $1 })
        let finder = ReasonFinder(
            blend: blend, scorers: scorers, learner: view, pins: pins, batch: snapshot.batch)
        var entries: [ListEntry] = []
        for (place, pick) in composition.picks.enumerated() {
            let gap = composer.levels.gap(pick.item)
            entries.append(
                ListEntry(
                    place: place + 1, item: snapshot.batch.items[pick.item].id,
                    version: snapshot.batch.items[pick.item].version, side: pick.side, blend: blend.totals[pick.item],
                    scores: blend.parts(pick.item), reasons: ofClass(try finder.reasons(for: pick)),
                    gap: gap.isNaN ? nil : (gap * 10).rounded() / 10))
        }
        return ReadingList(
            edition: edition, learner: learner.id, made: made, dial: dial,
            state: needsApproval ? .awaitingApproval : .ready, entries: entries, silentScorers: blend.silent,
            missingScorers: scorers.missing, answers: answers)
    }

    /// Of the reasons on a class's page those that say nothing of a reader: there is none.
    private func ofClass(_ reasons: [Reason]) -> [Reason] {
        guard learner.id.classRead != nil else { return reasons }
        let told = reasons.filter { reason in
            switch reason {
            case .scored(_, let evidence): !evidence.isOfLearner
            case .stretch, .unnamed: false
            case .pinned, .bestLeft: true
            }
        }
        return told.isEmpty ? [.bestLeft] : told
    }

    /// What the list answers to the learner's open wishes.
    var answers: [WishAnswer] {
        WishAnswering(
            wishes: composer.wishes, picks: composition.picks,
            unmet: UnmetWish(
                batch: snapshot.batch, gates: gates, verdicts: verdicts, avoids: profile.avoids,
                languages: view.languages, dial: dial, reach: composer.reach)
        ).answers
    }

    /// The items of the list, in its order.
    public var items: [ItemID] { composition.picks.map { snapshot.batch.items[$0.item].id } }

    /// What is kept of the making: counts a gate, and the best that found no place.
    public var record: ListRecord {
        var removed: [String: Int] = [:]
        for case let gate? in verdicts { removed[gate.rawValue, default: 0] += 1 }
        return ListRecord(
            candidates: snapshot.batch.count, removed: removed,
            runnersUp: composition.runnersUp.map {
                .init(code: snapshot.batch.items[$0].code, blend: blend.totals[$0])
            })
    }

    /// What a teacher should know: pins that a gate stopped, pins beyond the teacher's places, no list.
    public var findings: [Finding] {
        var findings: [Finding] = gates.stoppedPins.map { pin, verdict in
            let title = snapshot.batch.index(of: pin.item).map { snapshot.batch.items[$0].title }
            return .pinWasStopped(for: learner.id, title: title, by: verdict)
        }
        let pins = composition.picks.filter { $0.side == .pin }.count
        let places = dial.teacherPlaces(of: snapshot.settings.places)
        if pins > places, pins > 0 {
            findings.append(.pinsTakeMorePlaces(for: learner.id, pins: pins, than: places, at: dial))
        }
        if composition.picks.isEmpty { findings.append(noList) }
        return findings
    }

    /// Whether too little was within reach, so that what is harder or easier came too.
    var isWidened: Bool {
        composition.widened > 0 && composition.picks.contains { $0.side != .pin }
    }

    /// Why there is no list.
    private var noList: Finding {
        if dial == .teacherOnly { return .nothingIsPinned(for: learner.id) }
        return .nothingPassedTheGates(for: learner.id, removed: record.removed)
    }
}

extension RankSnapshot {
    /// The items that wait for a teacher's approval before this learner could get them: held by a word of the school's
    /// list, or of a feed that nobody has reviewed.
    public func heldForReview(_ known: LearnerLine) -> [(item: ContentItem, verdict: GateVerdict)] {
        let gates = gates(of: known)
        return batch.indices.compactMap { item in
            gates.waitsForApproval(item) ? (batch.items[item], gates.suitabilityVerdict(item)) : nil
        }
    }

    /// The items of which words of the school's lists, or their topic, are why they wait, with what holds them.
    public func heldForWords(_ known: LearnerLine) -> [HeldItem] {
        // What they said of topics and were given has no say in it, and takes long to find.
        let nothing = InterestProfile(facts: [])
        let gates = LearnerGates(self, learner: known.learner, profile: nothing, given: [:])
        return batch.indices.compactMap { item in
            // What the class has refused waits no more.
            guard gates.waitsForApproval(item), !gates.isVetoed(item) else { return nil }
            let topic = rules.holds.holdsTopic(item, from: known.learner.grade) ? rules.holds.topics[item] : nil
            let words = gates.heldWords(item)
            guard words != nil || topic != nil else { return nil }
            return HeldItem(item: batch.items[item], words: words, topic: topic?.name, topicFrom: topic?.from)
        }
    }

    private func gates(of known: LearnerLine) -> LearnerGates {
        LearnerGates(
            self, learner: known.learner, profile: InterestProfile(facts: known.facts), given: known.given.items)
    }
}
