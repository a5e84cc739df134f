import ArgumentParser
import Configuration
import Content
import Foundation
import Pipeline
import ShippedScorers
import Store

/// Options that every command takes.
struct CommonOptions: ParsableArguments {
    @Option(help: "The working folder, or its gleaner.yaml. Default: this folder or the nearest above it.")
    var config: String?

    @Option(help: "The moment that counts as now, for example 2026-09-07T06:00:00Z. Default: the clock.")
    var now: Timestamp?

    /// The moment of this command.
    func moment() -> Timestamp { now ?? Moment.now() }

    /// The working folder.
    func folder() throws -> WorkingFolder {
        try WorkingFolder.find(from: FileManager.default.currentDirectoryPath, explicit: config)
    }

    /// The working folder, opened.
    func school() throws -> School { try School(folder: folder(), scorerTypes: Shipped.scorers) }

    /// The working folder and its store, opened.
    func open() throws -> (School, Store) {
        let school = try school()
        return (school, try school.store())
    }
}

extension Timestamp: ExpressibleByArgument {
    /// Reads a moment in ISO form.
    public init?(argument: String) { self.init(iso: argument) }
}

extension Edition: ExpressibleByArgument {
    /// Reads `SCHEDULE@DATE`, or a date for a run by hand.
    public init?(argument: String) { self.init(argument) }
}

extension Fact.Origin: ExpressibleByArgument {}
