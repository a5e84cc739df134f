/// How the end of an answer is told.
enum AnswerShape {
    /// A line of at most so many bytes, its end counted.
    case line(atMost: Int)
    /// A frame whose body has at most so many bytes.
    case frame(atMost: Int)
}

/// A way to a scorer outside of this process: a request goes there, an answer comes back. Used by one thread at a time.
protocol ScorerChannel: AnyObject {
    /// Sends a request and waits for the answer, so many seconds at most. After a fault it is of no use any more.
    func exchange(_ request: [UInt8], answer: AnswerShape, seconds: Double) throws(ChildFault) -> [UInt8]
    /// Says goodbye and ends it, whatever it does.
    func close(_ goodbye: [UInt8])
}

/// Why a child cannot go on.
enum ChildFault: Error, Hashable {
    /// It could not be closed off from the rest of the machine: what failed.
    case noSandbox(String)
    /// It would have been root's.
    case root
    /// It could not be started.
    case notStarted(String)
    /// It ended by itself: its status, or minus the signal.
    case ended(Int32)
    /// It did not answer in time.
    case late(seconds: Double)
    /// Its answer did not end where any answer ends.
    case tooLong(bytes: Int)
    /// It wrote more than it was asked for.
    case unasked
    /// It wrote more log than anybody reads.
    case flooded(bytes: Int)

    /// What happened, as the rest of a sentence about the scorer.
    var problem: String {
        switch self {
        case .noSandbox(let what): "could not be closed off from this machine (\(what))"
        case .root: "is not started by the system's root: it could change the whole machine"
        case .notStarted(let what): "could not be started (\(what))"
        case .ended(let status) where status < 0: "was ended by signal \(-status)\(Self.hint(of: -status))"
        case .ended(let status): "ended with exit status \(status)"
        case .late(let seconds): "did not answer within \(Self.text(seconds)) s"
        case .tooLong(let bytes): "wrote an answer of more than \(bytes) bytes"
        case .unasked: "wrote more than it was asked for"
        case .flooded(let bytes): "wrote more than \(bytes) bytes of log"
        }
    }

    private static func text(_ seconds: Double) -> String {
        seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
    }

    private static func hint(of signal: Int32) -> String {
        switch signal {
        case 24: " (it used up its processor time)"
        case 25: " (it wrote too large a file)"
        default: ""
        }
    }
}
