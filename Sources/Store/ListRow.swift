import Content
import JSON

/// A reading list as the store keeps it: its JSON written beforehand, on whichever thread made the list, so that the one
/// writer of the store only writes.
public struct ListRow: Sendable {
    /// What is written of a list.
    struct Texts: Sendable {
        var body: String
        var record: String
    }

    let list: ReadingList
    let run: Int64
    /// The list and its record as JSON; a failure where a number in them is none, which JSON has no word for. Who stores the row is told.
    let texts: Result<Texts, any Error>

    /// The row of a list.
    public init(_ stored: StoredList) {
        list = stored.list
        run = stored.run
        texts = Result {
            Texts(body: try JSONText.of(stored.list), record: try JSONText.of(stored.record))
        }
    }
}
