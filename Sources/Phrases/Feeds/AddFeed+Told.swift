import Content
import UseCases

extension AddFeed.Outcome: Told {
    /// What was done, and what is left to do.
    public var lines: [String] {
        var lines = ["“\(ShownAddress.text(title.text))” is on \(list) now: \(feed.words)."]
        if !isReviewed {
            lines.append(
                "Nobody has reviewed it: 'gleaner feeds set' with --audience GRADE lets learners below 9 have it.")
        }
        if givesTeasers {
            lines.append(
                "It gives teasers: with '--text page' Gleaner reads the article behind one to tell its level, length and topics."
            )
        }
        return lines
    }
}
