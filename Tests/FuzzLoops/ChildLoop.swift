import Foundation
import Glibc

/// The part of the work that runs in a process of its own, so that a crash or a hang costs one input.
enum ChildLoop {
    /// Exit status of a process that met an input for which something does not hold.
    static let doesNotHold: Int32 = 3

    /// The most memory that any input may take, in megabytes.
    private static let most = 500

    /// The most memory that this process has had, in megabytes.
    static var peakMegabytes: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1_024
    }

    /// Runs inputs from a number on, up to another, until the seconds are over. The number that is at work stands in `progress`.
    static func run(_ loop: FuzzLoop, seed: UInt64, from first: Int, to end: Int, seconds: Double, progress: String) {
        limit(megabytes: 1_500)
        let file = open(progress, O_WRONLY | O_CREAT, 0o600)
        let start = Date()
        for number in first..<end {
            // A look at the clock costs nothing beside an input.
            if seconds > 0, Date().timeIntervalSince(start) > seconds { return note(number, file) }
            note(number, file)
            check(loop.input(number, seed: seed), of: loop)
        }
        note(end, file)
    }

    /// Runs one input; ends the process where something does not hold.
    static func check(_ input: [UInt8], of loop: FuzzLoop) {
        watch(seconds: 5)
        var violations = loop.violations(input)
        watch(seconds: 0)
        let peak = peakMegabytes
        if peak > most { violations.append("\(peak) MB of memory after an input of \(input.count) bytes") }
        guard violations.isEmpty else {
            print("  " + violations.prefix(3).joined(separator: "\n  "))
            fflush(nil)
            exit(doesNotHold)
        }
    }

    private static func note(_ number: Int, _ file: Int32) {
        withUnsafeBytes(of: Int64(number)) { _ = pwrite(file, $0.baseAddress, $0.count, 0) }
    }

    /// Memory of this process; what wants more is refused it, and ends.
    private static func limit(megabytes: Int) {
        var bound = rlimit(rlim_cur: rlim_t(megabytes) << 20, rlim_max: rlim_t(megabytes) << 20)
        setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &bound)
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    }

    /// Ends the process by a signal after so many seconds of processor time, or twelve times as many by the clock; 0: not any more.
    private static func watch(seconds: Int) {
        var span = itimerval(it_interval: timeval(), it_value: timeval(tv_sec: seconds, tv_usec: 0))
        setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &span, nil)
        alarm(UInt32(12 * seconds))
    }
}
