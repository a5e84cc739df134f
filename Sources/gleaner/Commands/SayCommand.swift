import ArgumentParser
import Content
import Phrases
import Pipeline
import UseCases

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
        commandName: "say",
        abstract: "Take down a wish: more, less, enough, never, allow, too-easy, too-hard, read, liked, disliked.",
        discussion: """
            It shows in the learner's very next list. ITEM is the printed code or the article's address; without
            --topic, a text that is neither is taken as a topic.
            Example:  gleaner say ana more volcanoes
                      gleaner say ana too-hard K7Q2M
                      gleaner say --strip wishes.csv
                      gleaner say ana --undo

            Printed pages have two letters beside each box: am is the first article, more. One line a learner holds all that is
            ticked, and behind = what they would like to read. --class asks for each page in the order of the print; an empty line
            goes on, a name and a colon before the codes means another learner, a full stop ends. Who has no list of their own has
            the page of the class: its first article is a.
            Example:  gleaner say --class 5A
                        Ana Ruiz: amchbr = sea turtles
                      gleaner say ana --ticks "amchbr"
                      gleaner say --strip strips.txt        each line begins with the id, or with the name and a colon
            """)

    @OptionGroup var common: CommonOptions
    @Argument(help: "The learner's id or name.")
    var learner: String?
    @Argument(
        help: """
            more, less, enough (lets a wish go), never, allow (takes a never back), too-easy, too-hard, read, liked or \
            disliked.
            """)
    var wish: String?
    @Argument(help: "An item's code or address, or a topic.")
    var about: [String] = []
    @Flag(help: "What follows is a topic, even if it looks like a code.")
    var topic = false
    @Option(help: "Who says it: learner, guardian or teacher.")
    var by: Speaker = .learner
    @Option(help: "Filled-in strips: CSV (learner_id, item, wish, topic, by), or .txt with a line a learner.")
    var strip: String?
    @Option(help: "The codes of the boxes that a learner ticked.")
    var ticks: String?
    @Option(name: .customLong("class"), help: "Ask for the strip of each learner of this class.")
    var schoolClass: String?
    @Flag(
        help:
            "Take back what was said last of the learner; with --fact that alone. Asked again, it takes back what was said before."
    )
    var undo = false
    @Option(
        help:
            "With --undo: the number of the statement, as 'gleaner learners show LEARNER --json' has it; may be given several times."
    )
    var fact: [Int64] = []
    @Option(help: "The edition that the pages are of. Default: each learner's newest that went out.")
    var edition: Edition?

    func validate() throws {
        if ticks != nil, learner == nil || wish != nil {
            throw ValidationError("With --ticks say whose: 'gleaner say LEARNER --ticks CODES'.")
        }
        if undo || !fact.isEmpty {
            guard undo, learner != nil, wish == nil, ticks == nil, strip == nil, schoolClass == nil else {
                throw ValidationError("Say whose: 'gleaner say LEARNER --undo', with --fact NUMBER or without.")
            }
            return
        }
        if strip == nil, ticks == nil, schoolClass == nil, learner == nil || wish == nil || about.isEmpty {
            throw ValidationError(
                "Say who wants what: 'gleaner say LEARNER WISH ITEM-OR-TOPIC', or give --strip FILE, --class or --ticks."
            )
        }
        // What stands in the wrong place may be what a child wrote: it is not repeated.
        if let wish, Fact.Kind(said: wish) == nil {
            throw ValidationError(
                "After the learner comes what is wished: \(Fact.Kind.said.map { $0.word }.joined(separator: ", ")).")
        }
        if strip != nil || schoolClass != nil, learner != nil || (strip != nil && schoolClass != nil) {
            throw ValidationError("Give one of --strip FILE, --class NAME and one wish, not two.")
        }
    }

    func run() throws {
        let open = try common.opened()
        let now = common.moment()
        if undo {
            try Terminal.tell(
                TakeBackFacts(open).run(.init(learner ?? "", facts: fact), by: Actor(), now: now))
        } else if let strip, strip.lowercased().hasSuffix(".txt") {
            try Terminal.tell(
                TakeTypedStrips(open).run(
                    .init(file: CurrentFolder.path(strip), name: strip, by: by.origin, edition: edition), by: Actor(),
                    now: now))
        } else if let strip {
            try Terminal.tell(
                TakeStripTable(open).run(
                    .init(file: CurrentFolder.path(strip), edition: edition), by: Actor(), now: now))
        } else if let schoolClass {
            try ask(schoolClass, open)
        } else if let ticks, let learner {
            try Terminal.tell(
                TakeStripLine(open).run(
                    .init(ticks, of: .named(learner), by: by.origin, edition: edition), by: Actor(), now: now))
        } else if let learner, let kind = wish.flatMap({ Fact.Kind(said: $0) }) {
            try Terminal.tell(
                SayWish(open).run(
                    .init(
                        kind, learner: learner, about: about.joined(separator: " "), isTopic: topic, by: by.origin,
                        edition: edition), by: Actor(), now: now))
        }
    }

    /// Asks for one line a learner, until a full stop or the end of what is typed.
    private func ask(_ schoolClass: String, _ open: SchoolAndStore) throws {
        let readers = try ListStripReaders(open).run(
            .init(schoolClass: schoolClass, edition: edition), by: Actor(), now: common.moment()
        ).learners
        var status: Int32 = 0
        for (number, learner) in readers.enumerated() {
            var isAnswered = false
            while !isAnswered {
                guard let line = Terminal.line("\(number + 1)/\(readers.count) \(learner.name):"), line.trimmed != "."
                else { return try end(status) }
                let outcome = try TakeStripLine(open).run(
                    .init(line, of: .asked(learner), by: by.origin, edition: edition), by: Actor(),
                    now: common.moment())
                Terminal.talk(outcome.findings)
                Terminal.out(outcome.lines)
                status = max(status, outcome.status)
                isAnswered = !outcome.namesAnother
            }
        }
        try end(status)
    }

    private func end(_ status: Int32) throws {
        if status != 0 { throw ExitCode(status) }
    }
}
