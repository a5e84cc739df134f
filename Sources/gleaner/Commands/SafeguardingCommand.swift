import ArgumentParser
import Pipeline

struct SafeguardingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "safeguarding", abstract: "Wishes that a grown-up must see: what waits, and what the list of words finds.",
        subcommands: [Try.self])

    struct Try: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "try", abstract: "Try Config/distress-words.txt on texts. Nobody is told, nothing is kept.",
            discussion: """
                TEXTS has a line a text: {"id": "1", "text": "..."}.
                Example:  gleaner safeguarding try --texts texts.jsonl --json
                """)

        @OptionGroup var common: CommonOptions
        @Option(help: "A file of texts, one JSON object a line.") var texts: String
        @Flag(help: "Print JSON Lines.") var json = false

        func run() throws {
            let school = try common.school()
            let lines = try SafeguardingTrial(school: school).lines(of: CurrentFolder.path(texts))
            Terminal.talk(school.findings)
            for line in lines {
                if json {
                    Terminal.out(try StableJSON.text(line))
                } else {
                    Terminal.out(["\(line.id)  \(line.distress ? "tells of distress: " : "-")\(line.words.joined(separator: ", "))"])
                }
            }
        }
    }
}
