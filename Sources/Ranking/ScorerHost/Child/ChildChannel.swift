import CChild
import Glibc

/// A child process as a channel: its input is written and its output and log are read at the same time, so that neither
/// side ever waits for the other to read. All waiting is for the kernel, with a deadline of the kernel's own.
final class ChildChannel: ScorerChannel {
    private let child: OpaquePointer
    private let scratch: ScratchFolder
    private let log: ScorerLog
    private var received: [UInt8] = []
    private var buffer = [UInt8](repeating: 0, count: 256 * 1024)
    private var isOpen = (input: true, output: true, log: true)
    private var hasFailed = false

    /// How long a scorer may take to end after the goodbye, in milliseconds.
    private static let partingTime: UInt64 = 1_000

    /// Takes over a child that was started.
    init(child: OpaquePointer, scratch: ScratchFolder, log: ScorerLog) {
        self.child = child
        self.scratch = scratch
        self.log = log
    }

    deinit {
        gleaner_child_finish(child)
        scratch.remove()
    }

    func exchange(_ request: [UInt8], answer: AnswerShape, seconds: Double) throws(ChildFault) -> [UInt8] {
        do throws(ChildFault) {
            return try converse(request, answer, seconds: seconds)
        } catch {
            hasFailed = true
            throw error
        }
    }

    private func converse(_ request: [UInt8], _ shape: AnswerShape, seconds: Double) throws(ChildFault) -> [UInt8] {
        readOutput()
        guard received.isEmpty else { throw .unasked }
        gleaner_child_set_deadline(child, UInt64(max(1, seconds * 1_000)))
        var sent = 0
        var searched = 0
        while true {
            let ready = wait(wantsToWrite: sent < request.count && isOpen.input)
            try readLog()
            if ready.output { readOutput() }
            if let end = try Self.end(of: received, shape, from: &searched), sent == request.count {
                guard received.count == end else { throw .unasked }
                defer { received.removeAll(keepingCapacity: true) }
                return received
            }
            if ready.ended { throw .ended(gleaner_child_status(child)) }
            if ready.late { throw .late(seconds: seconds) }
            if ready.input { sent += write(request[sent...]) }
        }
    }

    func close(_ goodbye: [UInt8]) {
        guard !hasFailed else { return }
        if isOpen.input { _ = write(goodbye[...]) }
        gleaner_child_close_input(child)
        isOpen.input = false
        gleaner_child_set_deadline(child, Self.partingTime)
        while true {
            let ready = wait(wantsToWrite: false)
            guard (try? readLog()) != nil else { return }
            if ready.output {
                // What comes after the goodbye is not for us, and must not keep it from ending.
                readOutput()
                received.removeAll(keepingCapacity: true)
            }
            if ready.ended || ready.late { return }
        }
    }

    private struct Ready {
        var input = false
        var output = false
        var ended = false
        var late = false
    }

    /// Waits until something can be done.
    private func wait(wantsToWrite: Bool) -> Ready {
        // A negative number is passed over.
        func entry(_ file: Int32, _ isWanted: Bool, _ events: Int32) -> pollfd {
            pollfd(fd: isWanted ? file : -1, events: Int16(events), revents: 0)
        }
        var files = [
            entry(gleaner_child_input(child), wantsToWrite, POLLOUT),
            entry(gleaner_child_output(child), isOpen.output, POLLIN),
            entry(gleaner_child_log(child), isOpen.log, POLLIN), entry(gleaner_child_ended(child), true, POLLIN),
            entry(gleaner_child_deadline(child), true, POLLIN),
        ]
        while poll(&files, nfds_t(files.count), -1) < 0, errno == EINTR {}
        return Ready(
            input: files[0].revents != 0, output: files[1].revents != 0 || files[3].revents != 0,
            ended: files[3].revents != 0, late: files[4].revents != 0)
    }

    /// Reads what is there; the rest stays in the pipe once more has come than any answer may have.
    private func readOutput() {
        guard isOpen.output else { return }
        var turns = 0
        while turns < 64 {
            turns += 1
            let count = buffer.withUnsafeMutableBytes { read(gleaner_child_output(child), $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count == 0 { isOpen.output = false }
            guard count > 0 else { return }
            received.append(contentsOf: buffer[..<count])
        }
    }

    private func readLog() throws(ChildFault) {
        guard isOpen.log else { return }
        var turns = 0
        while turns < 16 {
            turns += 1
            let count = buffer.withUnsafeMutableBytes { read(gleaner_child_log(child), $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count == 0 { isOpen.log = false }
            guard count > 0 else { return }
            log.append(buffer[..<count])
            if log.count > ScorerLog.most { throw .flooded(bytes: ScorerLog.most) }
        }
    }

    /// Writes what the pipe takes; gives how much. A child that no longer reads may still answer, or end.
    private func write(_ bytes: ArraySlice<UInt8>) -> Int {
        var problem: Int32 = 0
        let count = bytes.withUnsafeBytes { part in
            part.baseAddress.map { gleaner_child_write(child, $0, part.count, &problem) } ?? 0
        }
        if count >= 0 { return count }
        if problem != EAGAIN, problem != EINTR { isOpen.input = false }
        return 0
    }

    /// Where the answer ends in what has come so far; nil where it does not yet.
    private static func end(
        of received: [UInt8], _ shape: AnswerShape, from searched: inout Int
    ) throws(ChildFault) -> Int? {
        switch shape {
        case .line(let most):
            if let newline = received[searched...].firstIndex(of: 0x0A) { return newline + 1 }
            searched = received.count
            guard received.count <= most else { throw .tooLong(bytes: most) }
        case .frame(let most):
            guard received.count >= FrameBytes.header else { return nil }
            let length = FrameReader.whole(received, at: 0)
            guard length <= most else { throw .tooLong(bytes: most) }
            if received.count >= FrameBytes.header + length { return FrameBytes.header + length }
        }
        return nil
    }
}
