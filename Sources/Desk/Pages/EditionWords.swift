import Content
import Output

extension WordBook.Language {
    /// An edition as people say it: its date, and its schedule where it has one.
    func edition(_ edition: Edition) -> String {
        edition.schedule == Edition.manualSchedule ? "\(edition.date)" : "\(edition.schedule), \(edition.date)"
    }
}
