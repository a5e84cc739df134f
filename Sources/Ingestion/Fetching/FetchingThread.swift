import Configuration
import Content
import Foundation
import Synchronization

/// Fetches on a thread of its own, so that what has come is read while the rest is on its way. Results wait here for their turn, within
/// a bound of bytes.
final class FetchingThread: Sendable {
    private struct State {
        var results: [Int: FetchResult] = [:]
        var bytes = 0
        var isStopped = false
        var hasEnded = false
    }

    private let state = Mutex(State())
    private let arrived = DispatchSemaphore(value: 0)

    /// Bytes of documents that wait for their turn: no new one is begun while there are more.
    private static let mostBytes = 32_000_000

    /// Begins to fetch.
    init(_ requests: [FetchRequest], settings: FetchingSettings) {
        Thread.detachNewThread { [self] in
            CurlTransfer(settings: settings).fetch(
                requests, mayStart: { state.withLock { $0.bytes < Self.mostBytes } },
                mayGoOn: { !state.withLock { $0.isStopped } }
            ) { index, result in
                state.withLock {
                    $0.results[index] = result
                    $0.bytes += Self.size(result)
                }
                arrived.signal()
            }
            state.withLock { $0.hasEnded = true }
            arrived.signal()
        }
    }

    /// The result of a request; waits for it. Each is given once.
    func result(of index: Int) -> FetchResult {
        while true {
            let result = state.withLock { state -> FetchResult? in
                guard let result = state.results.removeValue(forKey: index) else {
                    return state.hasEnded ? .failed(.noLibrary) : nil
                }
                state.bytes -= Self.size(result)
                return result
            }
            if let result { return result }
            arrived.wait()
        }
    }

    /// Breaks off what is on its way.
    func stop() { state.withLock { $0.isStopped = true } }

    private static func size(_ result: FetchResult) -> Int {
        if case .document(let document) = result { document.bytes.count } else { 0 }
    }
}
