import Pipeline
import Store

/// A school with its store, opened: what most use cases work on.
public struct SchoolAndStore: Sendable {
    /// The school.
    public let school: School
    /// Its store.
    public let store: Store

    /// A school with its store.
    package init(_ school: School, _ store: Store) {
        self.school = school
        self.store = store
    }
}
