import Roster
import UseCases

extension WriteReviewTable.Outcome: Told {
    /// What was written, and what to do with it.
    public var lines: [String] {
        guard rows > 0 else { return ["No list is open; \(name) has its heading alone."] }
        let verbs = Listing.of(ReviewRow.Verb.allCases.map { $0.rawValue })
        return [
            "\(rows) lines of \(Listing.of(editions)) in \(name). Write a verb into the last column "
                + "(\(verbs)), then 'gleaner review --import \(name)'."
        ]
    }
}
