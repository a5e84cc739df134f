import Configuration
import Content
import Glibc
import Pipeline

/// Ticks in a loop, for a container without cron: each tick is a process of its own, which reads the configuration anew and leaves no
/// memory behind. SIGTERM and SIGINT end it: a tick that is at work gets the signal too, and what it has not finished is gone on with
/// by the next one.
public struct Watch: UseCase {
    /// The program and what it is run with.
    private let command: [String]
    /// The folder that is told of; nil: none.
    private let folder: Verbatim?
    /// After so many seconds a tick that has not ended itself is ended; asked anew for each.
    private let limit: @Sendable () -> Int
    private let clock: @Sendable () -> Int
    private let told: @Sendable (Event) -> Void

    /// A loop over a working folder. `clock` tells milliseconds that only ever grow; `told` hears what happens.
    package init(
        program: String, folder: WorkingFolder, clock: @escaping @Sendable () -> Int,
        told: @escaping @Sendable (Event) -> Void
    ) {
        self.init(
            command: [program, "run", "--due", "--quiet", "--config", folder.root], folder: Verbatim(folder.root),
            limit: {
                // One that cannot be read ends each tick at once.
                ((try? GleanerConfiguration(of: folder))?.operation ?? OperationSettings()).runKillSeconds
            }, clock: clock, told: told)
    }

    /// A loop over any command.
    init(
        command: [String], folder: Verbatim? = nil, limit: @escaping @Sendable () -> Int,
        clock: @escaping @Sendable () -> Int,
        told: @escaping @Sendable (Event) -> Void
    ) {
        self.command = command
        self.folder = folder
        self.limit = limit
        self.clock = clock
        self.told = told
    }

    /// How often.
    public struct Request: Sendable {
        /// Seconds from the start of one tick to the next.
        public var every: Int
        /// It ends after so many ticks.
        public var atMost: Int

        /// A tick every some seconds.
        package init(every: Int, atMost: Int = .max) {
            self.every = every
            self.atMost = atMost
        }
    }

    /// Why it ended.
    public struct Outcome: Hashable, Sendable {
        /// The signal that ended it; 0: it had ticked as often as it should.
        public var signal: Int32
    }

    /// What happens meanwhile.
    public enum Event: Hashable, Sendable {
        /// It begins: in which folder, and how many seconds lie from one tick to the next.
        case begun(folder: Verbatim, every: Int)
        /// A tick had not ended after some seconds and was ended.
        case ended(afterSeconds: Int)
        /// A tick ended with a status that is not 0; 128 and more: by a signal.
        case failed(status: Int32)
    }

    /// Runs until a signal comes.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        if let folder { told(.begun(folder: folder, every: request.every)) }
        // Blocked, so that they are waited for and not acted on; the ticks' own processes get them unblocked.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGTERM)
        sigaddset(&signals, SIGINT)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        for _ in 0..<request.atMost {
            let start = clock()
            let most = limit() * 1_000
            let child = try spawn()
            var status: Int32 = 0
            while waitpid(child, &status, WNOHANG) == 0 {
                if let signal = wait(for: signals, milliseconds: 100) {
                    kill(child, SIGTERM)
                    waitpid(child, &status, 0)
                    return Outcome(signal: signal)
                }
                if clock() - start >= most {
                    told(.ended(afterSeconds: most / 1_000))
                    end(child, &status)
                    break
                }
            }
            if status != 0 {
                told(.failed(status: status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F))
            }
            while clock() - start < request.every * 1_000 {
                let left = request.every * 1_000 - (clock() - start)
                if let signal = wait(for: signals, milliseconds: min(left, 60_000)) { return Outcome(signal: signal) }
            }
        }
        return Outcome(signal: 0)
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

    private func spawn() throws(ScheduleRefusal) -> pid_t {
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
            throw .notStarted(program: Verbatim(command[0]), Verbatim(String(cString: strerror(problem))))
        }
        return child
    }
}
