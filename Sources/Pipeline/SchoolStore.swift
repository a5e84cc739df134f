import Content
import Configuration
import Store

extension WorkingFolder {
    /// Opens the school's store, making it where there never was one.
    public func openStore(for use: Store.Use = .commands) throws(StoreError) -> Store {
        try Store(path: store, outbox: outbox, actor: SystemAccount.name, use: use)
    }

    /// Opens the school's store for reading alone; nil where there never was one, or an older version has written it.
    public func readStore() throws(StoreError) -> Store? { try Store.reading(path: store, outbox: outbox) }
}
