import Glibc

/// What libFuzzer calls with each input: it stops at the first one for which something does not hold, and saves it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let violations = FeedExercise.violations(Array(UnsafeBufferPointer(start: start, count: count)))
    guard violations.isEmpty else {
        print("does not hold: " + violations.joined(separator: "; "))
        fflush(nil)
        abort()
    }
    return 0
}
