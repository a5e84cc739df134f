import CMalloc
import Glibc
import Synchronization

/// The memory of a process that runs for months. The C library keeps for itself what was given back, in a pool for each thread: after one large
/// page it would have the memory of that page for ever.
enum DeskMemory {
    /// Two pools; pieces of a quarter of a megabyte go back to the system at once, always.
    static func bound() {
        _ = mallopt(M_ARENA_MAX, 2)
        // Said once, it stays; else the C library raises it with each large piece.
        _ = mallopt(M_MMAP_THRESHOLD, 256 * 1_024)
        _ = mallopt(M_TRIM_THRESHOLD, 512 * 1_024)
    }

    /// Gives back to the system what is free: some milliseconds.
    static func giveBack() { _ = malloc_trim(0) }
}

/// Says when it is time to look after something again.
final class Interval: Sendable {
    private let seconds: Int
    private let last = Mutex(0)

    /// Once in so many seconds.
    init(seconds: Int) { self.seconds = seconds }

    /// Whether it is time; it is not again until the seconds are over.
    func isDue() -> Bool {
        let now = Int(time(nil))
        return last.withLock { last in
            guard last == 0 || now - last >= seconds else { return false }
            last = now
            return true
        }
    }
}
