import Configuration
import Glibc

/// Ends a run that does not end itself, should it hang where nothing asks for the time: inside of a library, or on a disk that does
/// not answer. The state is written before each act, so that ending is safe at any moment.
enum RunAlarm {
    /// Has the kernel end this process when a run's time and some more is up.
    static func set(_ operation: OperationSettings) {
        signal(SIGALRM) { _ in
            // In a signal's handler only what the system itself does is allowed.
            let words: StaticString = """
                error: the run did not stop at its deadline and was ended; the next one goes on where it was. \
                See 'operation.run-deadline'.

                """
            _ = write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
            _exit(2)
        }
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGALRM)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        alarm(UInt32(operation.runEndSeconds))
    }
}
