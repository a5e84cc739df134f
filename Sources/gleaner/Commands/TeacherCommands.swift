import ArgumentParser
import Content
import Phrases
import UseCases

/// Whom a teacher's rule is for.
struct AudienceOptions: ParsableArguments {
    @Option(name: .customLong("class"), help: "A class.")
    var schoolClass: String?
    @Option(help: "One learner, by id or name.")
    var learner: String?
    @Option(help: "Who says it, as it is printed. Default: the class's teacher.")
    var by: String?
    @Option(help: "The date of the last edition that it holds for. Default: until it is taken back.")
    var until: CalendarDate?

    func validate() throws {
        if (schoolClass == nil) == (learner == nil) { throw ValidationError("Give either --class or --learner.") }
    }

    var audience: RuleAudience { schoolClass.map { .schoolClass($0) } ?? .learner(learner ?? "") }

    /// Who says it.
    var actor: Actor { Actor(name: by.map { Verbatim($0) }) }
}

struct PinCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pin",
        abstract: "A teacher's must-have: the article is in every list until the pin ends or is removed.",
        discussion: """
            A pin that meets an opt-out is shown to you and not sent, unless it is --assigned work. Of a text in several versions each
            reader gets the one that fits, unless you say --this-version.
            Example:  gleaner pin K7Q2M --class 5A
                      gleaner pin K7Q2M --learner ana --until 2026-10-02
                      gleaner pin K7Q2M --class 5A --remove
            'gleaner pins' tells which stand.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: AudienceOptions
    @Argument(help: "The item's code or address.")
    var item: String
    @Flag(help: "It is assigned work: send it even against an opt-out, as 'assigned by'.")
    var assigned = false
    @Flag(help: "Everybody gets just this version of its story, however it fits.")
    var thisVersion = false
    @Flag(help: "Take the pin back.")
    var remove = false

    func run() throws {
        let (open, audience, actor, now) = (try common.opened(), options.audience, options.actor, common.moment())
        if remove {
            try Terminal.tell(try UnpinArticle(open).run(.init(item, for: audience), by: actor, now: now))
        } else {
            let request = PinArticle.Request(
                item, for: audience, isAssigned: assigned, isExact: thisVersion, until: options.until)
            try Terminal.tell(try PinArticle(open).run(request, by: actor, now: now))
        }
    }
}

struct VetoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "veto", abstract: "A teacher's must-not: an article or a topic that never comes.",
        discussion: """
            Example:  gleaner veto K7Q2M --class 5A
                      gleaner veto --topic gambling --class 5A
            'gleaner vetoes' tells which stand.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: AudienceOptions
    @Argument(help: "The item's code or address.")
    var item: String?
    @Option(help: "A topic: a word or phrase, matched as whole words and their forms.")
    var topic: String?
    @Flag(help: "Take the veto back.")
    var remove = false

    func validate() throws {
        if (item == nil) == (topic == nil) { throw ValidationError("Give either an item or --topic.") }
    }

    func run() throws {
        let (open, audience, actor, now) = (try common.opened(), options.audience, options.actor, common.moment())
        if remove {
            let subject = topic.map { TakeVetoBack.Subject.topic($0) } ?? .article(item ?? "")
            try Terminal.tell(try TakeVetoBack(open).run(.init(subject, for: audience), by: actor, now: now))
        } else if let topic {
            let request = VetoTopic.Request(topic, for: audience, until: options.until)
            try Terminal.tell(try VetoTopic(open).run(request, by: actor, now: now))
        } else {
            let request = VetoArticle.Request(item ?? "", for: audience, until: options.until)
            try Terminal.tell(try VetoArticle(open).run(request, by: actor, now: now))
        }
    }
}
