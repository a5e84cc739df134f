/// Random numbers that are the same in every run (SplitMix64): a test that fails once fails again.
package struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    /// A generator; the same seed gives the same numbers.
    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number of the range.
    package mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// A number of the range, to one decimal: levels and ages as they come from feeds.
    package mutating func tenth(_ range: ClosedRange<Double>) -> Double {
        (Double.random(in: range, using: &self) * 10).rounded() / 10
    }

    /// True so often, 0…1.
    package mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }

    /// One of a list that is not empty.
    package mutating func pick<Element>(_ list: [Element]) -> Element { list[number(0...(list.count - 1))] }

    /// So many different ones of a list, or all where it has fewer.
    package mutating func some<Element>(_ count: Int, of list: [Element]) -> [Element] {
        Array(list.shuffled(using: &self).prefix(count))
    }
}
