import Pipeline
import Store

/// A school with its store, opened: what most use cases work on.
public struct SchoolAndStore: Sendable {
    /// The school.
    public let school: School
    /// Its store.
    public let store: Store
    /// Which articles its words hold, as far as somebody has looked.
    let looked: LookedThrough

    /// A school with its store.
    package init(_ school: School, _ store: Store) { self.init(school, store, LookedThrough()) }

    private init(_ school: School, _ store: Store, _ looked: LookedThrough) {
        self.school = school
        self.store = store
        self.looked = looked
    }

    /// The same, where what is said is written down as somebody's at the desk.
    package func acting(as person: DeskPerson) -> SchoolAndStore {
        SchoolAndStore(school, store.acting(as: person.address), looked)
    }
}
