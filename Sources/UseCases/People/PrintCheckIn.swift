import Configuration
import Content
import Output
import Pipeline

/// Writes a check-in as a page to print.
public struct PrintCheckIn: UseCase {
    private let open: SchoolAndStore

    /// In a school's store.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// A page.
    public struct Request: Sendable {
        /// Of whom.
        public var whose: CheckInForm.Request
        /// Where it is written to.
        public var path: String

        /// A page of a class, written to a path.
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
        let rows = try CheckInForm(open: open).asked(request.whose, now: now).map { line in
            func told(_ kind: Fact.Kind) -> CheckInPage.Known {
                let values = Fact.list(line.values[kind]?.text ?? "")
                return CheckInPage.Known(
                    text: values.joined(separator: ", "), since: values.isEmpty ? nil : line.since[kind])
            }
            return CheckInPage.Row(
                name: line.learner.name, level: told(.level), readsNow: line.readsNow, strengths: told(.strengths),
                needs: told(.needs))
        }
        let own = try NamedThings(store: open.store).languagesOfClasses()[request.whose.schoolClass]
        let language = own ?? open.school.configuration.school.language
        let page = try CheckInPage(folder: open.school.folder.templates).html(
            schoolClass: request.whose.schoolClass, date: now.utcDate, rows: rows, words: open.school.renderers.words,
            language: language)
        try GivenFile.write(page, to: request.path)
        return Outcome(learners: rows.count)
    }
}
