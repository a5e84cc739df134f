import Configuration
import Content
import Glibc
import Pipeline

/// The loop for a container without cron: a tick now and then, each in a process of its own, which reads the configuration
/// anew and leaves no memory behind. SIGTERM and SIGINT end it: a tick that is at work gets the signal too, and what it has
/// not finished is gone on with by the next one.
public struct Watching {
    /// The program and what it is run with.
    let command: [String]
    /// Seconds from the start of one tick to the next.
    let every: Int
    /// After so many seconds a tick that has not ended itself is ended; asked anew for each.
    let limit: () -> Int

    /// A loop over a working folder.
    public init(program: String, folder: WorkingFolder, every: Int) {
        self.init(command: [program, "run", "--due", "--quiet", "--config", folder.root], every: every) {
            // One that cannot be read ends each tick at once.
            ((try? GleanerConfiguration(of: folder))?.operation ?? OperationSettings()).runKillSeconds
        }
    }

    /// A loop over any command.
    init(command: [String], every: Int, limit: @escaping () -> Int) {
        self.command = command
        self.every = every
        self.limit = limit
    }

    /// Runs until a signal comes; gives the signal. `clock` tells milliseconds that only ever grow; `atMost`: ends after so
    /// many ticks.
    public func run(clock: () -> Int, atMost: Int = .max, say: (String) -> Void) throws(RequestError) -> Int32 {
        // Blocked, so that they are waited for and not acted on; the ticks' own processes get them unblocked.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGTERM)
        sigaddset(&signals, SIGINT)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        for _ in 0..<atMost {
            let start = clock()
            let most = limit() * 1_000
            let child = try spawn()
            var status: Int32 = 0
            while waitpid(child, &status, WNOHANG) == 0 {
                if let signal = wait(for: signals, milliseconds: 100) {
                    kill(child, SIGTERM)
                    waitpid(child, &status, 0)
                    return signal
                }
                if clock() - start >= most {
                    say("A tick had not ended after \(most / 1_000) seconds and was ended; the next one goes on.")
                    end(child, &status)
                    break
                }
            }
            if status != 0 {
                say("A tick ended with status \(status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F).")
            }
            while clock() - start < every * 1_000 {
                let left = every * 1_000 - (clock() - start)
                if let signal = wait(for: signals, milliseconds: min(left, 60_000)) { return signal }
            }
        }
        return 0
    }

    /// Ends a process, which may not hear the first signal where it hangs.
    private func end(_ child: pid_t, _ status: inout Int32) {
        kill(child, SIGTERM)
        for _ in 0..<100 {
            if waitpid(child, &status, WNOHANG) != 0 { return }
            usleep(100_000)
        }
        kill(child, SIGKILL)
        waitpid(child, &status, 0)
    }

    private func wait(for signals: sigset_t, milliseconds: Int) -> Int32? {
        var signals = signals
        var time = timespec(tv_sec: max(0, milliseconds) / 1_000, tv_nsec: max(0, milliseconds) % 1_000 * 1_000_000)
        let signal = sigtimedwait(&signals, nil, &time)
        return signal > 0 ? signal : nil
    }

    private func spawn() throws(RequestError) -> pid_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
        defer { arguments.forEach { free($0) } }
        arguments.append(nil)
        var child: pid_t = 0
        let problem = posix_spawn(&child, command[0], nil, &attributes, arguments, environ)
        guard problem == 0 else {
            throw RequestError("could not start \(command[0]): \(String(cString: strerror(problem))).")
        }
        return child
    }
}
