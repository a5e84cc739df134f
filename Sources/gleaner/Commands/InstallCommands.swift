import ArgumentParser
import Configuration
import Phrases
import Pipeline
import UseCases

extension ScheduleCommand {
    struct Install: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "install", abstract: "Let this machine tick every ten minutes.",
            discussion: """
                Example:  sudo gleaner schedule install --systemd
                          gleaner schedule install --cron --user
                          gleaner schedule install --kubernetes --print
                """)

        @OptionGroup var common: CommonOptions
        @Flag(help: "A systemd service and timer.") var systemd = false
        @Flag(help: "A line for cron.") var cron = false
        @Flag(help: "A Kubernetes CronJob, as a file in Config/ for you to apply.") var kubernetes = false
        @Flag(help: "For your own services or table, not the machine's.") var user = false
        @Flag(name: .customLong("print"), help: "Only show what would be written.") var isShown = false
        @Option(help: "Put this before all paths: for trials and packages.") var root = ""

        func validate() throws {
            guard [systemd, cron, kubernetes].count(where: { $0 }) == 1 else {
                throw ValidationError("Give one of --systemd, --cron and --kubernetes.")
            }
        }

        func run() throws {
            let kind: UnitInstall.Kind = systemd ? .systemd : cron ? .cron : .kubernetes
            let folder = try common.folder(forMachine: !user && kind != .kubernetes)
            let operation = try SchoolCalendar(folder: folder).configuration.operation
            let install = UnitInstall(folder: folder, user: user, root: root, operation: operation)
            (isShown ? try install.shown(kind) : try install.install(kind)).forEach { Terminal.out($0) }
        }
    }

    struct Uninstall: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "uninstall", abstract: "Remove just what 'schedule install' wrote for this folder.",
            discussion: "Example:  sudo gleaner schedule uninstall")

        @OptionGroup var common: CommonOptions
        @Option(help: "Put this before all paths: for trials and packages.") var root = ""

        func run() throws {
            try UnitInstall(folder: try common.folder(forMachine: true), user: false, root: root).uninstall()
                .forEach { Terminal.out($0) }
        }
    }
}
