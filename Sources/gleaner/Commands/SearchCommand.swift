import ArgumentParser
import Phrases
import Pipeline
import UseCases

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Looks for articles to pin: those with all of the words, in any of their forms.",
        discussion: """
            Titles come before texts, new articles before old ones. Put a phrase in quotes.
            Example:  gleaner search volcano
                      gleaner search "black hole" --level 6..9 --language en
                      gleaner search moon --minutes 10 --feed "Night Sky"
            """)

    @OptionGroup var common: CommonOptions
    @Argument(help: "Words and phrases, all of which an article must have.")
    var words: [String]
    @Option(help: "Reading levels as school grades: 3..6, 3.. or ..6.")
    var level: String?
    @Option(help: "The language, for example en.")
    var language: String?
    @Option(help: "The most minutes that it takes.")
    var minutes: Int?
    @Option(help: "A part of the feed's title.")
    var feed: String?
    @Flag(help: "Print JSON Lines.")
    var json = false
    @Option(help: "The most articles that are told.")
    var limit = 20

    func run() throws {
        let outcome = try SearchArticles(common.opened()).run(
            .init(words: words, levels: level, language: language, minutes: minutes, feed: feed, limit: limit),
            by: Actor(), now: common.moment())
        try Terminal.tell(outcome, asJSON: json)
    }
}
