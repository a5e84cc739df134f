import Content
@testable import Phrases
@testable import Pipeline
import Testing
@testable import UseCases

struct PseudonymTests {
    @Test func aNameHoldsForItsRunAndLeadsToNobody() {
        let (one, other) = (Pseudonyms(key: Pseudonyms.newKey()), Pseudonyms(key: Pseudonyms.newKey()))
        let ana = LearnerID(rawValue: "ana")
        #expect(one.name(of: ana) == one.name(of: ana))
        #expect(one.name(of: ana) != other.name(of: ana))
        #expect(Set((0..<10_000).map { one.name(of: LearnerID(rawValue: "s\($0)")) }).count == 10_000)
    }
}
