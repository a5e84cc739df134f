import Content
import Testing

@testable import Output

/// The mark rests on what was known when the list was made: the roster may say 9 of somebody who was found to read at 6.
@Suite struct DifficultyTests {
    private static func entry(_ gap: Double?, side: ListEntry.Side = .learner) -> ListEntry {
        ListEntry(
            place: 1, item: ItemID(rawValue: "a"), version: 1, side: side, blend: 0, scores: [], reasons: [.bestLeft],
            gap: gap)
    }

    @Test func theGapOfTheListCountsAndNotWhatTheRosterSays() {
        #expect(Difficulty(of: Self.entry(0.3), item: 6.3, learner: 9) == .right)
        #expect(Difficulty(of: Self.entry(1.4), item: 7.4, learner: 9) == .stretch)
        #expect(Difficulty(of: Self.entry(-1.4), item: 4.6, learner: 2) == .easy)
    }

    @Test func aListOfAnOlderVersionIsMarkedByWhatIsKnown() {
        #expect(Difficulty(of: Self.entry(nil), item: 6, learner: 9) == .easy)
        #expect(Difficulty(of: Self.entry(nil), item: nil, learner: 9) == nil)
    }

    @Test func theStretchIsMarkedAsOne() {
        #expect(Difficulty(of: Self.entry(0.6, side: .stretch), item: 6, learner: 6) == .stretch)
    }
}
