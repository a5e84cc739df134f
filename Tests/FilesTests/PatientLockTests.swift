import Foundation
import Synchronization
import Testing

@testable import Files

/// Who changes something waits for another, and not for ever.
struct PatientLockTests {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "gleaner-lock-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    @Test func whoWaitsTooLongIsToldWhoHoldsIt() throws {
        try withFolder { folder in
            let held = try KernelLock.ofChanges(in: folder)
            let problem = #expect(throws: FileProblem.self) {
                try KernelLock.ofChanges(in: folder, atMost: 0.2).release()
            }
            #expect(problem?.problem.contains("(process \(getpid())) has been writing for longer than") == true)
            held.release()
            // Whoever gave up does not get it afterwards, and keep it.
            for _ in 0..<20 { try KernelLock.ofChanges(in: folder, atMost: 5).release() }
        }
    }

    @Test func whoWaitsGetsItAtOnce() throws {
        try withFolder { folder in
            let came = Mutex(false)
            let done = DispatchSemaphore(value: 0)
            let held = try KernelLock.ofChanges(in: folder)
            Thread.detachNewThread {
                if let lock = try? KernelLock.ofChanges(in: folder, atMost: 30) {
                    came.withLock { $0 = true }
                    lock.release()
                }
                done.signal()
            }
            #expect(!came.withLock { $0 })
            held.release()
            done.wait()
            #expect(came.withLock { $0 })
        }
    }
}
