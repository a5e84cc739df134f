import ArgumentParser
import Configuration
import Content
import Foundation
import Phrases
import Pipeline
import ShippedScorers
import Store
import UseCases

/// Options that every command takes.
struct CommonOptions: ParsableArguments {
    @Option(help: "The working folder, or its gleaner.yaml. Default: this folder or the nearest above it.")
    var config: String?

    @Option(help: "The moment that counts as now, for example 2026-09-07T06:00:00Z. Default: the clock.")
    var now: Timestamp?

    /// The moment of this command.
    func moment() -> Timestamp { now ?? Moment.now() }

    /// The working folder. Run by root in somebody's folder, the program is that user's from here on, unless it has to write
    /// what is the machine's: then it stays root's and writes nothing into the folder.
    func folder(forMachine: Bool = false) throws -> WorkingFolder {
        let folder = try WorkingFolder.find(from: FileManager.default.currentDirectoryPath, explicit: config)
        if !forMachine { try FolderOwner.act(in: folder) }
        return folder
    }

    /// The working folder, opened.
    func school() throws -> School { try School(folder: folder(), scorerTypes: Shipped.scorers) }

    /// The working folder and its store, opened.
    func opened() throws -> SchoolAndStore {
        let school = try school()
        return SchoolAndStore(school, try school.store())
    }

    /// The same for a trial that writes nothing, not even a store where there is none.
    func opened(forTrial isTrial: Bool) throws -> SchoolAndStore {
        let school = try school()
        return SchoolAndStore(school, try isTrial ? school.storeForTrial() : school.store())
    }

    /// The same as two values.
    func open() throws -> (School, Store) {
        let school = try school()
        return (school, try school.store())
    }
}

extension Timestamp: ExpressibleByArgument {
    /// Reads a moment in ISO form.
    public init?(argument: String) {
        self.init(iso: argument)
        // Within the years that dates are printed and zones are known for.
        guard (1970...9_998).contains(utcDate.year) else { return nil }
    }
}

extension Edition: ExpressibleByArgument {
    /// Reads `SCHEDULE@DATE`, or a date for a run by hand.
    public init?(argument: String) { self.init(argument) }
}

/// Paths that are typed are those of the folder that one stands in, as everywhere on a command line.
enum CurrentFolder {
    /// The absolute path of what was typed.
    static func path(_ typed: String) -> String { WorkingFolder.join(FileManager.default.currentDirectoryPath, typed) }

    /// The same for a source that may be an address.
    static func source(_ typed: String) -> FeedSource {
        let source = FeedSource(source: typed)
        return source.isRemote ? source : FeedSource(source: path(typed))
    }
}
