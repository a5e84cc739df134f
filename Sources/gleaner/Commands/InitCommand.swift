import ArgumentParser
import Configuration
import Phrases
import Pipeline
import UseCases

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a working folder.",
        discussion: """
            With --missing it puts into a working folder of an older version what has come since: templates, and words and
            reasons in other languages. What is there already is not touched.
            Example:  gleaner init /srv/reading
                      gleaner init trial --sample
                      gleaner init . --missing
            Where Data/gleaner.sqlite or Data/secret is lost and there is no copy of it, --new-store and --new-secret begin
            anew: with the store it is forgotten who had stopped.
            """)

    @Argument(help: "The folder, new or empty; with --missing a working folder.")
    var folder: String
    @Flag(help: "With the sample feeds and a made-up class, to try things out.")
    var sample = false
    @Flag(help: "Put back the templates and wordings that ship and are not there.")
    var missing = false
    @Flag(help: "Make an empty store where the last one is lost: who had stopped may be written to again.")
    var newStore = false
    @Flag(help: "Make a new secret where the last one is lost: addresses in mails that are out stop nobody any more.")
    var newSecret = false

    func validate() throws {
        if newStore || newSecret, missing || sample {
            throw ValidationError("--new-store and --new-secret go without --missing and --sample.")
        }
        if missing, sample { throw ValidationError("--missing goes without --sample.") }
    }

    func run() throws {
        try FolderOwner.act(inPlaceFor: CurrentFolder.path(folder))
        if newStore || newSecret {
            let lost = try WorkingFolder.find(from: CurrentFolder.path("."), explicit: folder)
            if newStore { try Terminal.tell(StartStoreAnew(lost).run(.init(), by: Actor(), now: Moment.now())) }
            if newSecret { try Terminal.tell(StartSecretAnew(lost).run(.init(), by: Actor(), now: Moment.now())) }
            return
        }
        if missing {
            return try Terminal.tell(
                RestoreMissingFiles().run(
                    .init(CurrentFolder.path(folder), name: folder), by: Actor(), now: Moment.now()))
        }
        try Terminal.tell(MakeFolder().run(.init(folder, sample: sample), by: Actor(), now: Moment.now()))
    }
}
