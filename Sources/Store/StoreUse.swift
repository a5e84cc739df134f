import Files

extension Store {
    /// By what a store is used: how long a change waits for another, and how much memory may help it.
    public enum Use: Sendable {
        /// A command: it does one thing, may wait for a run, and writes many rows.
        case commands
        /// The desk: somebody waits for each answer, and rows are few.
        case desk

        /// How long a change waits for another, in seconds.
        var patience: Double {
            switch self {
            case .commands: KernelLock.longestWait
            case .desk: 2
            }
        }

        /// The cache of the connection that writes.
        var cacheKilobytes: Int {
            switch self {
            case .commands: 64_000
            case .desk: 4_000
            }
        }

        /// The cache of each connection that reads: SQLite's own default, or less where there are several beside each other.
        var readerKilobytes: Int {
            switch self {
            case .commands: 2_000
            case .desk: 500
            }
        }
    }
}
