/// Eight bytes that are looked at together. A look gives a number in which the high bit of each byte that was found is set.
struct EightBytes {
    private let bytes: UInt64

    /// The eight bytes at a place.
    @inline(__always)
    init(_ place: UnsafePointer<UInt8>) {
        bytes = UnsafeRawPointer(place).loadUnaligned(as: UInt64.self)
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// Those that are not ASCII.
    @inline(__always)
    var notASCII: UInt64 { bytes & EightBytes.highs }

    /// Those that are not printable ASCII, and `=`. Beside one that is found another may be found wrongly; none is missed.
    @inline(__always)
    var notPlain: UInt64 {
        let controls = bytes &- 0x20 &* EightBytes.ones
        let equals = bytes ^ (0x3D &* EightBytes.ones)
        let deletes = bytes ^ (0x7F &* EightBytes.ones)
        let found =
            (controls & ~bytes) | ((equals &- EightBytes.ones) & ~equals) | ((deletes &- EightBytes.ones) & ~deletes)
        return (found | bytes) & EightBytes.highs
    }

    /// How many bytes of a text a look finds.
    @inline(__always)
    static func count(in text: [UInt8], _ look: (EightBytes) -> UInt64) -> Int {
        text.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return 0 }
            var count = 0
            var index = 0
            while index &+ 8 <= bytes.count {
                count &+= look(EightBytes(start + index)).nonzeroBitCount
                index &+= 8
            }
            guard index < bytes.count else { return count }
            // The rest stands beside letters, which no look finds.
            return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 8) { rest in
                rest.initialize(repeating: UInt8(ascii: "a"))
                for place in index..<bytes.count { rest[place - index] = bytes[place] }
                guard let start = rest.baseAddress else { return count }
                return count + look(EightBytes(start)).nonzeroBitCount
            }
        }
    }
}
