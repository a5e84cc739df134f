import ArgumentParser
import Pipeline

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a working folder.",
        discussion: """
            Example:  gleaner init /srv/reading
                      gleaner init trial --sample
            """)

    @Argument(help: "The folder, new or empty.")
    var folder: String
    @Flag(help: "With the sample feeds and a made-up class, to try things out.")
    var sample = false

    func run() throws {
        let lines = try NewFolder().make(folder, sample: sample)
        Terminal.out(["Made \(folder):"] + lines.map { "  " + $0 })
        Terminal.out(["Next:  cd \(folder) && gleaner check && gleaner learners import && gleaner run"])
    }
}
