import Glibc
import Synchronization

/// What is said of requests: so many lines a second, and then how many there were. Whoever asks without end fills no disk.
final class RequestLog: Sendable {
    private struct Second {
        var number = 0
        var said = 0
        var leftOut = 0
    }

    /// The most lines a second.
    static let most = 20

    private let second = Mutex(Second())

    /// Says a line, or counts it.
    func say(_ line: String) {
        let now = Int(time(nil))
        let (isSaid, before) = second.withLock { second -> (Bool, Int) in
            var before = 0
            if second.number != now {
                before = second.leftOut
                second = Second(number: now)
            }
            second.said += 1
            if second.said > Self.most { second.leftOut += 1 }
            return (second.said <= Self.most, before)
        }
        if before > 0 { DeskLog.say("\(before) more lines in one second were left out") }
        if isSaid { DeskLog.say(line) }
    }
}
