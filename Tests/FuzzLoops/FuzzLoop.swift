/// A parser of what comes from outside: inputs to begin from, and what must hold for any bytes whatever.
struct FuzzLoop: Sendable {
    /// Its name on the command line.
    let name: String
    /// Sound inputs, which are changed.
    let seeds: [[UInt8]]
    /// What means something to the parser, to be put in anywhere.
    let words: [String]
    /// What does not hold, in words; empty when all does.
    let violations: @Sendable ([UInt8]) -> [String]

    /// A loop over texts.
    init(
        _ name: String, texts: [String], words: [String], violations: @escaping @Sendable ([UInt8]) -> [String]
    ) {
        self.init(name, seeds: texts.map { Array($0.utf8) }, words: words, violations: violations)
    }

    /// A loop over bytes.
    init(
        _ name: String, seeds: [[UInt8]], words: [String], violations: @escaping @Sendable ([UInt8]) -> [String]
    ) {
        self.name = name
        self.seeds = seeds
        self.words = words
        self.violations = violations
    }

    /// The input of a number: the same for the same seed on every machine.
    func input(_ number: Int, seed: UInt64) -> [UInt8] {
        // Each number has randomness of its own, so that one input can be made again without those before it.
        let own = name.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        var mutation = Mutation(seed: own &+ UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15)
        return mutation.input(of: self)
    }
}
