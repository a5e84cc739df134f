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
            let kind: TickKind = systemd ? .systemd : cron ? .cron : .kubernetes
            let folder = try common.folder(forMachine: !user && kind != .kubernetes)
            try Terminal.tell(
                InstallTick(folder).run(
                    .init(kind, isUser: user, isShown: isShown, root: root), by: Actor(), now: common.moment()))
        }
    }

    struct Uninstall: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "uninstall", abstract: "Remove just what 'schedule install' wrote for this folder.",
            discussion: "Example:  sudo gleaner schedule uninstall")

        @OptionGroup var common: CommonOptions
        @Option(help: "Put this before all paths: for trials and packages.") var root = ""

        func run() throws {
            try Terminal.tell(
                UninstallTick(common.folder(forMachine: true)).run(
                    .init(root: root), by: Actor(), now: common.moment()))
        }
    }
}
