import Content
@testable import Phrases
import Testing

/// Why an article is in a list or not, for each thing that can become of it.
struct ExplanationTextTests {
    static let edition = Edition(date: CalendarDate(year: 2026, month: 9, day: 7))

    static func item(_ title: String = "Sleeping fish") -> ContentItem {
        ContentItem(
            id: ItemID(rawValue: "aa"), code: ItemCode(rawValue: "KRT4W"), feed: "Feeds/science.xml",
            feedTitle: "Science",
            url: nil, title: title, summary: "", text: "", published: Timestamp(seconds: 0),
            firstSeen: Timestamp(seconds: 0), words: 100, minutes: 1)
    }

    static func part(_ scorer: String, _ score: Double?, evidence: Evidence? = nil) -> Explanation.Part {
        Explanation.Part(
            score: ScorePart(
                scorer: scorer, score: score, standardised: score == nil ? 0 : 1.25, weight: 2,
                contribution: score == nil ? 0 : 0.5),
            evidence: evidence, say: .learner)
    }

    static func entry(_ reasons: [Reason], side: ListEntry.Side = .learner) -> ListEntry {
        ListEntry(
            place: 2, item: ItemID(rawValue: "aa"), version: 1, side: side, blend: 0.5, scores: [], reasons: reasons)
    }

    static func lines(_ outcome: Explanation.Outcome, parts: [Explanation.Part] = [], title: String = "Sleeping fish")
        -> [String]
    {
        let isRanked = if case .removed = outcome { false } else { true }
        let explanation = Explanation(
            item: item(title), outcome: outcome, parts: parts, blend: isRanked ? 0.5 : nil, rank: isRanked ? 3 : nil,
            candidates: 12)
        return ExplanationText.lines(explanation, learner: "Mia", edition: edition)
    }

    @Test func aPlacedItemSaysItsPlaceItsNumbersAndItsReasons() {
        let term = MatchedTerm(phrase: "fish", words: ["fishes"], source: .interest, origin: .roster)
        let lines = Self.lines(
            .placed(Self.entry([.scored(scorer: "InterestMatch", evidence: .terms([term])), .bestLeft])),
            parts: [Self.part("InterestMatch", 0.8, evidence: .terms([term])), Self.part("ReadingLevel", nil)])
        #expect(lines[0] == "“Sleeping fish” (KRT4W, Science)")
        #expect(lines[2] == "In Mia's list of manual@2026-09-07: place 2, one of the learner's places.")
        #expect(lines.contains("Rank 3 of 12, blend +0.50:"))
        let rows = lines.filter { $0.contains("learner  ") }
        #expect(rows.count == 2)
        #expect(
            rows[0].contains("0.80") && rows[0].contains("+1.25") && rows[0].contains("2.00")
                && rows[0].contains("+0.50"))
        #expect(rows[0].hasSuffix("fishes ← interest 'fish' (roster)"))
        #expect(rows[1].contains("abstained") && rows[1].hasSuffix("+0.00"))
        #expect(
            lines.suffix(3) == [
                "Reasons given:", "- InterestMatch: fishes ← interest 'fish' (roster)", "- the best of what was left",
            ])
    }

    @Test func aRemovedItemNamesItsGateAndNothingMore() {
        let lines = Self.lines(.removed(GateVerdict(.optOut, because: "a guardian said never 'spiders'")))
        #expect(
            lines.suffix(2) == [
                "Not in Mia's list of manual@2026-09-07: the gate 'optOut' removed it.",
                "Because a guardian said never 'spiders'.",
            ])
        #expect(lines.count == 4)
    }

    @Test(arguments: [
        (Stop.feedFull(feed: "Science", limit: 2), "the list already has 2 of “Science”"),
        (Stop.tooLong(minutes: 9, budget: 15), "it takes 9 minutes, more than the list had left of its 15"),
        (Stop.topicFull(topic: "sea", limit: 1), "the list already has 1 about 'sea'"),
        (Stop.notReached(rank: 3, of: 12), "it is number 3 of 12"), (Stop.pinsOnly, "only the teacher's pins"),
    ])
    func aStoppedItemSaysWhatStoppedIt(_ stop: Stop, _ words: String) {
        let lines = Self.lines(.stopped(stop), parts: [Self.part("Freshness", 0.2, evidence: .age(days: 3))])
        #expect(lines[2] == "Not in Mia's list of manual@2026-09-07: it passed the gates and found no place.")
        #expect(lines[3].hasPrefix("Because ") && lines[3].contains(words))
        #expect(lines.contains { $0.hasSuffix("3.0 days old") })
        #expect(!lines.contains("Reasons given:"))
    }

    @Test func reasonsAndSidesHaveTheirWords() {
        #expect(ExplanationText.reason(.pinned(by: "Ms Rivera", assigned: false)) == "chosen by Ms Rivera")
        #expect(ExplanationText.reason(.pinned(by: "Ms Rivera", assigned: true)) == "assigned by Ms Rivera")
        #expect(
            ExplanationText.reason(.stretch(item: 6, learner: 4.5)) == "a stretch: grade 6.0 beside the learner's 4.5")
        let sides: [ListEntry.Side] = [.pin, .teacher, .learner, .stretch]
        #expect(Set(sides.map { ExplanationText.side($0) }).count == 4)
    }

    @Test func everyKindOfEvidenceHasItsLine() {
        #expect(EvidenceText.line(.terms([])) == "no word matches")
        #expect(EvidenceText.line(.levels(item: 4.25, learner: 5)).contains("grade 4.3, the learner reads well at 5.0"))
        #expect(EvidenceText.line(.nearness(title: "Tide", similarity: 0.5)) == "like “Tide” (0.50)")
        #expect(EvidenceText.line(.measure(name: "pace", value: 1)) == "pace 1.00")
    }

    @Test func aHostileTitleDoesNotReachTheTerminalAsItIs() {
        let bad = "Fish\u{1B}[2J\n\u{202E}eat"
        let placed = Self.lines(
            .placed(Self.entry([.scored(scorer: "X", evidence: .nearness(title: bad, similarity: 1))])),
            parts: [Self.part("X", 1, evidence: .nearness(title: bad, similarity: 1))], title: bad)
        let removed = Self.lines(.removed(GateVerdict(.veto, because: bad)), title: bad)
        for line in placed + removed {
            #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E }, "\(line.debugDescription)")
        }
    }
}
