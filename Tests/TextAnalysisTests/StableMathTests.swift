import Foundation
import TextAnalysis
import TestSupport
import Testing

/// Our logarithm and exponential against the C library's: the same but for the last bits.
struct StableMathTests {
    static let bound = 1e-14

    static func isNear(_ ours: Double, _ theirs: Double) -> Bool {
        ours == theirs || abs(ours - theirs) <= bound * abs(theirs)
    }

    @Test func logarithmsAgreeOverAllMagnitudes() {
        var random = SeededRandom(seed: 1)
        for _ in 0..<100_000 {
            // Every pattern of bits of a positive finite number, so also the smallest and the largest.
            let x = Double(bitPattern: .random(in: 1..<0x7FF0_0000_0000_0000, using: &random))
            guard Self.isNear(StableMath.log(x), Foundation.log(x)) else {
                Issue.record("log \(x): \(StableMath.log(x)), not \(Foundation.log(x))")
                return
            }
        }
    }

    @Test func logarithmsAgreeNearOneWhereDigitsCancel() {
        var random = SeededRandom(seed: 2)
        for power in 1...52 {
            for _ in 0..<50 {
                let x =
                    1 + Double.random(in: -1...1, using: &random)
                    * Double(sign: .plus, exponent: -power, significand: 1)
                guard x > 0, Self.isNear(StableMath.log(x), Foundation.log(x)) else {
                    if x > 0 { Issue.record("log \(x): \(StableMath.log(x)), not \(Foundation.log(x))") }
                    continue
                }
            }
        }
        #expect(StableMath.log(1) == 0)
    }

    @Test func exponentialsAgreeOverTheirWholeRange() {
        var random = SeededRandom(seed: 3)
        for _ in 0..<100_000 {
            let x = Double.random(in: -700...709, using: &random)
            guard Self.isNear(StableMath.exp(x), Foundation.exp(x)) else {
                Issue.record("exp \(x): \(StableMath.exp(x)), not \(Foundation.exp(x))")
                return
            }
        }
        for _ in 0..<20_000 {
            let x = Double.random(in: -2...2, using: &random)
            #expect(Self.isNear(StableMath.exp(x), Foundation.exp(x)))
        }
    }

    @Test func edgesOfTheLogarithm() {
        #expect(StableMath.log(0) == -.infinity)
        #expect(StableMath.log(-0.0) == -.infinity)
        #expect(StableMath.log(-1).isNaN)
        #expect(StableMath.log(-.infinity).isNaN)
        #expect(StableMath.log(.nan).isNaN)
        #expect(StableMath.log(.infinity) == .infinity)
        #expect(Self.isNear(StableMath.log(.leastNonzeroMagnitude), Foundation.log(.leastNonzeroMagnitude)))
        #expect(Self.isNear(StableMath.log(.greatestFiniteMagnitude), Foundation.log(.greatestFiniteMagnitude)))
    }

    @Test func edgesOfTheExponential() {
        #expect(StableMath.exp(0) == 1)
        #expect(StableMath.exp(-.infinity) == 0)
        #expect(StableMath.exp(-746) == 0)
        #expect(StableMath.exp(.infinity) == .infinity)
        #expect(StableMath.exp(710) == .infinity)
        #expect(StableMath.exp(.nan).isNaN)
        #expect(Self.isNear(StableMath.exp(709), Foundation.exp(709)))
        // Below the smallest normal number only the distance counts.
        for x in stride(from: -745.0, through: -708, by: 0.37) {
            #expect(abs(StableMath.exp(x) - Foundation.exp(x)) <= 2 * Double.leastNonzeroMagnitude, "exp \(x)")
        }
    }

    @Test func theyAreInverse() {
        for x in stride(from: -600.0, through: 600, by: 1.7) {
            #expect(abs(StableMath.log(StableMath.exp(x)) - x) <= 1e-13 * max(1, abs(x)))
        }
    }
}
