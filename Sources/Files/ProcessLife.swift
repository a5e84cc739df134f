import Glibc

/// Whether a process still is: what one leaves half made is named by its number, and may go once it is gone.
public enum ProcessLife {
    /// Whether there is no process of a number any more. One that belongs to somebody else is there.
    public static func isGone(_ process: Int32) -> Bool { kill(process, 0) != 0 && errno == ESRCH }
}
