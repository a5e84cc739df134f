import Content
@testable import Phrases
import Testing

/// What a run says when it is done.
@Suite struct RunSummaryTests {
    @Test func aStageThatDidNotRunSaysNothing() {
        #expect(RunSummaryText.lines(RunSummary()).isEmpty)
        var summary = RunSummary()
        summary.rank = RunSummary.Rank()
        #expect(RunSummaryText.lines(summary).count == 1)
    }

    @Test func theIngestLineCountsFeedsAndArticles() {
        var ingest = RunSummary.Ingest()
        (ingest.feeds, ingest.read, ingest.unchanged, ingest.new, ingest.changed) = (4, 3, 1, 30, 2)
        var summary = RunSummary()
        summary.ingest = ingest
        #expect(RunSummaryText.lines(summary) == ["ingest   4 feeds: 3 read, 1 unchanged; articles: 30 new, 2 changed"])
        summary.ingest?.failed = 1
        #expect(RunSummaryText.lines(summary)[0].contains("1 unchanged, 1 not readable; articles"))
    }

    @Test func theRankLineTellsWhatIsOutOfTheOrdinaryOnly() {
        var rank = RunSummary.Rank()
        (rank.learners, rank.items, rank.made) = (1, 48, 1)
        var summary = RunSummary()
        summary.rank = rank
        #expect(RunSummaryText.lines(summary) == ["rank     1 learner, 48 articles: 1 list made"])
        (rank.kept, rank.awaiting, rank.without, rank.withheld) = (2, 3, 4, 5)
        summary.rank = rank
        let line = RunSummaryText.lines(summary)[0]
        for part in [
            "2 there already", "3 of them wait for approval", "4 learners without a list", "5 of earlier editions",
        ] {
            #expect(line.contains(part))
        }
    }

    @Test func theDeliverLineCountsWhatWasMade() {
        var deliver = RunSummary.Deliver()
        (deliver.mails, deliver.pages, deliver.written, deliver.printOnly) = (1, 2, 3, 1)
        var summary = RunSummary()
        summary.deliver = deliver
        #expect(
            RunSummaryText.lines(summary)
                == ["deliver  1 mail and 2 page files made, 3 files written; 1 list in print only"])
    }
}
