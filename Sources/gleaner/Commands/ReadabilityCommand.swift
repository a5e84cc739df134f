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
        let lines = try ReadabilityLines()
        var couldNot = false
        for file in files {
            let line = lines.line(of: file)
            if line.error != nil { couldNot = true }
            Terminal.out(json ? try StableJSON.text(line) : line.asText)
        }
        if couldNot { throw ExitCode(1) }
    }
}
