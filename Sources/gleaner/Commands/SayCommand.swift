import ArgumentParser
import Content
import Pipeline

/// What can be said, as the command line spells it.
enum Wish: String, CaseIterable {
    case more, less, never, allow, enough
    case tooEasy = "too-easy"
    case tooHard = "too-hard"

    var kind: Fact.Kind {
        switch self {
        case .more: .more
        case .less: .less
        case .never: .never
        case .allow: .allow
        case .enough: .enough
        case .tooEasy: .tooEasy
        case .tooHard: .tooHard
        }
    }
}

/// Who can say something, as the command line spells it: the roster speaks by its file.
enum Speaker: String, ExpressibleByArgument, CaseIterable {
    case learner, guardian, teacher

    var origin: Fact.Origin {
        switch self {
        case .learner: .learner
        case .guardian: .guardian
        case .teacher: .teacher
        }
    }
}

struct SayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "say", abstract: "Take down a wish: more, less, enough, never, allow, too-easy, too-hard.",
        discussion: """
            It shows in the learner's very next list. ITEM is the printed code or the article's address; without
            --topic, a text that is neither is taken as a topic.
            Example:  gleaner say ana more volcanoes
                      gleaner say ana too-hard K7Q2M
                      gleaner say --strip wishes.csv
            """)

    @OptionGroup var common: CommonOptions
    @Argument(help: "The learner's id or name.")
    var learner: String?
    @Argument(help: "more, less, enough (lets a wish go), never, allow (takes a never back), too-easy or too-hard.")
    var wish: String?
    @Argument(help: "An item's code or address, or a topic.")
    var about: [String] = []
    @Flag(help: "What follows is a topic, even if it looks like a code.")
    var topic = false
    @Option(help: "Who says it: learner, guardian or teacher.")
    var by: Speaker = .learner
    @Option(help: "A filled-in strip as CSV: learner_id, item, wish, topic, by.")
    var strip: String?

    func validate() throws {
        if strip == nil, learner == nil || wish == nil || about.isEmpty {
            throw ValidationError("Say who wants what: 'gleaner say LEARNER WISH ITEM-OR-TOPIC', or give --strip FILE.")
        }
        // What stands in the wrong place may be what a child wrote: it is not repeated.
        if let wish, Wish(rawValue: wish.lowercased()) == nil {
            throw ValidationError(
                "After the learner comes what is wished: more, less, enough, never, allow, too-easy or too-hard.")
        }
        if strip != nil, learner != nil { throw ValidationError("Give either --strip FILE or one wish, not both.") }
    }

    func run() throws {
        let (school, store) = try common.open()
        let desk = Saying(school: school, store: store)
        let report: Saying.Report
        if let strip {
            report = try desk.importStrip(CurrentFolder.path(strip), now: common.moment())
        } else if let learner, let wish = wish.flatMap({ Wish(rawValue: $0.lowercased()) }) {
            report = try desk.say(
                wish.kind, learner: learner, about: about.joined(separator: " "), isTopic: topic, by: by.origin,
                now: common.moment())
        } else {
            return
        }
        Terminal.talk(report.findings)
        Terminal.out(report.lines)
        if report.isUntold { throw ExitCode(1) }
    }
}
