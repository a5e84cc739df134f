import ArgumentParser
import Content
import Phrases
import Pipeline
import UseCases

struct CheckInCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkin",
        abstract: "Ask a teacher whether levels, strengths and needs are still right, and take the answers back.",
        discussion: """
            Of a class's learners of whom something is older than half a year or was never said. What is taken back holds until the
            roster says something new.
            Example:  gleaner checkin --class 5A
                      gleaner checkin --class 5A --print checkin.html
                      gleaner checkin --class 5A --csv checkin.csv
                      gleaner checkin --import checkin.csv
            """)

    @OptionGroup var common: CommonOptions
    @Option(name: .customLong("class"), help: "The class.") var schoolClass: String?
    @Flag(help: "Of everybody in the class.") var all = false
    @Option(help: "Write the form as a table for a spreadsheet.") var csv: String?
    @Option(name: .customLong("print"), help: "Write the form as a page to print.") var page: String?
    @Option(name: .customLong("import"), help: "Take a filled-in table back.") var table: String?

    func validate() throws {
        if table != nil, csv != nil || page != nil { throw ValidationError("Give --import alone.") }
        if table == nil, schoolClass == nil {
            throw ValidationError("Say which class: 'gleaner checkin --class NAME'.")
        }
    }

    func run() throws {
        let (school, store) = try common.open()
        let desk = CheckIn(school: school, store: store)
        let now = common.moment()
        if let table {
            let report = try desk.take(file: CurrentFolder.path(table), now: now)
            Terminal.talk(report.findings)
            return Terminal.out(report.lines)
        }
        guard let schoolClass else { return }
        if let csv {
            Terminal.out(try desk.write(of: schoolClass, all: all, to: CurrentFolder.path(csv), now: now))
        }
        if let page {
            Terminal.out(try desk.print(of: schoolClass, all: all, to: CurrentFolder.path(page), now: now))
        }
        if csv == nil, page == nil { Terminal.out(try desk.lines(of: schoolClass, all: all, now: now)) }
    }
}
