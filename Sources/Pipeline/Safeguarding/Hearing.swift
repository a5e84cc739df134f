import Content
import Safeguarding
import Store

/// Where what people say, type in or import is heard before anything else is done with it: what must be seen is kept, and somebody
/// is told.
package struct Hearing: Sendable {
    package let store: Store
    package let screen: WishScreen
    /// Who tells a grown-up; nil: nobody is there to.
    private let desk: SafeguardingDesk?

    /// Of a school.
    package init(school: School, store: Store) {
        self.store = store
        screen = school.screen
        desk = SafeguardingDesk(school: school, store: store)
    }

    /// Of a store alone, where nobody is told.
    package init(store: Store, screen: WishScreen) {
        self.store = store
        self.screen = screen
        desk = nil
    }

    /// What is set apart as the store is now.
    package func held() throws(StoreError) -> HeldTexts { try HeldTexts(store: store, screen: screen) }

    /// Tells whoever is still to be told.
    package func notify(now: Timestamp) throws -> [Finding] { try desk?.notify(now: now) ?? [] }
}
