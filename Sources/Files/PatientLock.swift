import Foundation
import Glibc
import Synchronization

/// Waits for a lock in the kernel's own line, and not for ever. Who asked again and again instead would be passed by whoever
/// gives a lock back and takes it at once.
enum PatientLock {
    /// Waits for the lock on an open file; false where it did not come in time.
    static func wait(for file: Int32, atMost seconds: Double) -> Bool {
        // The lock belongs to what was opened: a second number of it takes it as well, and gives it back with the first.
        let own = fcntl(file, F_DUPFD_CLOEXEC, 0)
        guard own >= 0 else { return false }
        let came = DispatchSemaphore(value: 0)
        let state = Mutex(State.waiting)
        Thread.detachNewThread {
            while flock(own, LOCK_EX) != 0, errno == EINTR {}
            let isLate = state.withLock { now in
                defer { if now == .waiting { now = .taken } }
                return now == .given
            }
            // Nobody wants it any more: the last number of it that is open gives it back.
            if isLate { flock(own, LOCK_UN) }
            close(own)
            came.signal()
        }
        if came.wait(timeout: .now() + seconds) == .success { return true }
        return state.withLock { now in
            defer { if now == .waiting { now = .given } }
            return now == .taken
        }
    }

    private enum State { case waiting, taken, given }
}
