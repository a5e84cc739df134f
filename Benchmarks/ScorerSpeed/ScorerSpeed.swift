import Configuration
import Content
import Glibc
import Pipeline
import Ranking
import ScorerKit
import UseCases

/// Asks a scorer outside of the process for the scores of generated learners and items, as a run does, and prints a line of
/// JSON: pairs, seconds until it was ready, seconds of the scoring, and the processor time of this process and of the scorer.
@main struct ScorerSpeed {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 5, let items = Int(arguments[2]), let learners = Int(arguments[3]),
            let block = Int(arguments[4])
        else {
            print("scorer-speed FOLDER ITEMS LEARNERS LEARNERS-AT-A-TIME")
            exit(2)
        }
        // Root starts no scorer.
        if SystemUser.isRoot, let problem = SystemUser.nobody.become(named: nil) {
            print("scorer-speed could not act as nobody: \(problem)")
            exit(2)
        }
        let folder = WorkingFolder(root: "/tmp/scorer-speed-\(getpid())")
        let scorer = try ExternalScorerFolder(arguments[1], for: folder).scorer()
        let batch = ItemBatch((0..<items).map { item($0) }, now: Timestamp(seconds: 1_788_757_200))
        let views = (0..<block).map { view($0) }
        let start = Self.seconds()
        var pairs = 0
        var ready = 0.0
        var scored = 0.0
        var own = 0.0
        do {
            let session = try scorer.begin(batch)
            ready = Self.seconds() - start
            let before = Self.processor(RUSAGE_SELF)
            let began = Self.seconds()
            for _ in stride(from: 0, to: learners, by: block) {
                var scores = ScoreBlock(learners: block, items: items)
                try session.fill(&scores, for: views)
                pairs += block * items
            }
            scored = Self.seconds() - began
            own = Self.processor(RUSAGE_SELF) - before
        }
        let children = Self.processor(RUSAGE_CHILDREN)
        print(
            "{\"pairs\":\(pairs),\"ready\":\(ready),\"seconds\":\(scored),\"host_processor\":\(own),\"scorer_processor\":\(children)}"
        )
        rmdir(folder.scorerWork)
        rmdir(folder.data)
        rmdir(folder.root)
    }

    private static func item(_ number: Int) -> ContentItem {
        ContentItem(
            id: ItemID(rawValue: "item-\(1_000_000 + number)"), code: ItemCode(rawValue: "C\(number)"),
            feed: "https://feeds.example.org/a", feedTitle: "A", url: nil, title: "Whales \(number)", summary: "",
            text: "Whales sing.", language: "en", published: Timestamp(seconds: 0), firstSeen: Timestamp(seconds: 0),
            words: (number * 7_919) % 2_000, minutes: 1)
    }

    private static func view(_ number: Int) -> LearnerView {
        let facts = [
            Fact(
                learner: LearnerID(rawValue: "x"), kind: .grade, value: String(number % 12), origin: .roster,
                at: Timestamp(seconds: 0))
        ]
        return LearnerView(
            pseudonym: "L\(number)", grade: number % 12, languages: ["en"], profile: InterestProfile(facts: facts))
    }

    private static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func processor(_ who: __rusage_who) -> Double {
        var usage = rusage()
        getrusage(__rusage_who_t(who.rawValue), &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }
}
