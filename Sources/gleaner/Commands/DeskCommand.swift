import ArgumentParser
import Content
import Foundation
import Glibc
import Phrases
import Pipeline
import UseCases

struct DeskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk", abstract: "The desk: a teacher's week in a browser.",
        discussion: """
            'gleaner desk' runs it until it is ended; it listens where 'desk' of Config/gleaner.yaml says. Who comes in gets a link for one
            use, or signs on at the school's own proxy. Sessions last eight hours.
            Example:  gleaner desk
                      gleaner desk invite rivera@school.example
                      gleaner desk sessions
                      gleaner desk end rivera@school.example
            """,
        subcommands: [
            DeskServeCommand.self, DeskInviteCommand.self, DeskSessionsCommand.self, DeskEndCommand.self,
        ], defaultSubcommand: DeskServeCommand.self)
}

struct DeskServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Run the desk until it is ended.",
        discussion: "Example:  gleaner desk serve --listen 127.0.0.1:8487")

    @OptionGroup var common: CommonOptions
    @Option(help: "Where it listens: HOST:PORT or unix:PATH. Default: as Config/gleaner.yaml says.")
    var listen: String?

    func run() throws {
        let program = try DeskProgram.path()
        var arguments = [program]
        if let config = common.config { arguments += ["--config", CurrentFolder.path(config)] }
        if let listen { arguments += ["--listen", listen] }
        if let now = common.now { arguments += ["--now", now.iso] }
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
        words.append(nil)
        // It takes the place of this program, so that whoever watches this process watches the desk.
        execv(program, words)
        throw DeskProgram.Missing(path: program, problem: String(cString: strerror(errno)))
    }
}

/// The desk's server: a program of its own beside this one, for its packages are many.
enum DeskProgram {
    /// It is not there, or cannot be started.
    struct Missing: Error, Worded {
        let path: String
        let problem: String
        var words: String {
            "the desk is a program of its own, and \(path) cannot be started (\(problem)). 'make desk' builds it; it belongs "
                + "beside gleaner."
        }
    }

    /// Its path.
    static func path() throws -> String {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return (own as NSString).deletingLastPathComponent + "/gleaner-desk"
    }
}

struct DeskInviteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Make a link by which somebody comes to the desk, once.",
        discussion: """
            For a teacher whom a class has, or one of 'desk: librarians' and 'technicians' of Config/gleaner.yaml. The link is worth
            nothing after three days, or once it was used. Hand it over as you would a key: no password stands behind it.
            Example:  gleaner desk invite rivera@school.example
            """)

    @OptionGroup var common: CommonOptions
    @Argument(help: "Their mail address, or their name as a class has it.")
    var person: String

    func run() throws {
        let open = try common.opened()
        try Terminal.tell(
            InviteToDesk(open, chance: DeskToken.chance()).run(.init(person), by: Actor(), now: common.moment()))
    }
}

struct DeskSessionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions", abstract: "Who was at the desk in the last week.",
        discussion: "Example:  gleaner desk sessions")

    @OptionGroup var common: CommonOptions
    @Flag(help: "Print JSON Lines.") var json = false

    func run() throws {
        try Terminal.tell(
            ListDeskSessions(common.opened()).run(.init(), by: Actor(), now: common.moment()), asJSON: json)
    }
}

struct DeskEndCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "End somebody's sessions at the desk, and the links that they have not used.",
        discussion: "Example:  gleaner desk end rivera@school.example")

    @OptionGroup var common: CommonOptions
    @Argument(help: "Their mail address.") var person: String

    func run() throws {
        try Terminal.tell(
            EndDeskSessions(common.opened()).run(.person(person), by: Actor(), now: common.moment()))
    }
}
