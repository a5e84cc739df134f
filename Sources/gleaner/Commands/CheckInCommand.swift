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
        let open = try common.opened()
        let now = common.moment()
        if let table {
            return try Terminal.tell(
                TakeCheckInTable(open).run(.init(file: CurrentFolder.path(table)), by: Actor(), now: now))
        }
        guard let schoolClass else { return }
        let whose = CheckInForm.Request(schoolClass: schoolClass, all: all)
        if let csv {
            try Terminal.tell(
                WriteCheckInTable(open).run(.init(whose, to: CurrentFolder.path(csv)), by: Actor(), now: now))
        }
        if let page {
            try Terminal.tell(PrintCheckIn(open).run(.init(whose, to: CurrentFolder.path(page)), by: Actor(), now: now))
        }
        if csv == nil, page == nil { try Terminal.tell(AskCheckIn(open).run(whose, by: Actor(), now: now)) }
    }
}
