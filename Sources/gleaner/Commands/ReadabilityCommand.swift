import ArgumentParser
import Phrases
import Pipeline
import UseCases

struct ReadabilityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "readability", abstract: "Say how hard English texts are to read; needs no working folder.",
        discussion: "Example:  gleaner readability --json article.txt")

    @Argument(help: "Files of plain text.")
    var files: [String]
    @Flag(help: "Print JSON Lines.")
    var json = false

    func run() throws {
        let measure = try MeasureReadability()
        let now = Moment.now()
        try Terminal.tell(each: files, asJSON: json) { measure.run(.init(path: $0), by: Actor(), now: now) }
    }
}
