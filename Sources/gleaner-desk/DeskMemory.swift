import CMalloc

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
