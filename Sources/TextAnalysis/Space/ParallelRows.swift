import Dispatch

/// Two matrices whose rows several threads work on: every row of `to` is written by one thread only, `from` by none.
/// That is what makes it safe to share, and the number of threads invisible in the result.
struct ParallelRows: @unchecked Sendable {
    let from: UnsafePointer<Float>
    let to: UnsafeMutablePointer<Float>

    /// How many rows a thread takes at once.
    private static let block = 256

    /// Calls `body` once for each of 0 ..< count, in blocks on as many threads as there are processors.
    static func perform(_ count: Int, _ body: @Sendable (Int) -> Void) {
        let blocks = (count + block - 1) / block
        DispatchQueue.concurrentPerform(iterations: blocks) { index in
            for row in (index * block)..<min(count, (index + 1) * block) { body(row) }
        }
    }
}

/// Values that several threads make, each in a place of its own.
package enum ParallelMap {
    private struct Places<Value>: @unchecked Sendable {
        // Every place is written once, by the one thread that has its number.
        let base: UnsafeMutablePointer<Value>
    }

    /// What `body` gives for 0 ..< count, in order.
    package static func map<Value: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Value) -> [Value] {
        [Value](unsafeUninitializedCapacity: count) { buffer, made in
            guard let base = buffer.baseAddress else { return }
            let places = Places(base: base)
            ParallelRows.perform(count) { (places.base + $0).initialize(to: body($0)) }
            made = count
        }
    }
}
