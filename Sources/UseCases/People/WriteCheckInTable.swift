import Content
import Output
import Roster

/// Writes a check-in as a table for a spreadsheet, which ``TakeCheckInTable`` takes back.
public struct WriteCheckInTable: UseCase {
    private let form: CheckInForm

    /// In a school's store.
    package init(_ open: SchoolAndStore) { form = CheckInForm(open: open) }

    /// A table.
    public struct Request: Sendable {
        /// Of whom.
        public var whose: CheckInForm.Request
        /// Where it is written to.
        public var path: String

        /// A table of a class, written to a path.
        package init(_ whose: CheckInForm.Request, to path: String) {
            self.whose = whose
            self.path = path
        }
    }

    /// What was written.
    public struct Outcome: Sendable {
        /// How many learners.
        public var learners: Int
    }

    /// Writes it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let rows = try form.asked(request.whose, now: now).map { line in
            [
                line.learner.id.rawValue, line.learner.name, line.readsNow.map { ReadingBand.written($0) } ?? "",
            ] + CheckInForm.kinds.map { line.values[$0]?.text ?? "" } + [""]
        }
        try GivenFile.write(CSVText.bytes(of: [CheckInRow.columns] + rows), to: request.path)
        return Outcome(learners: rows.count)
    }
}
