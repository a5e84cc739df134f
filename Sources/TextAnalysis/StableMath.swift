/// Logarithm and exponential with the same bits on every processor. The C library's differ between machines with and
/// without fused multiply-add, and what decides an order must not (rule 5 of ARCHITECTURE.md).
public enum StableMath {
    /// The natural logarithm of a finite number above 0; minus infinity for 0, NaN below. Error under 2e-16 relative.
    public static func log(_ x: Double) -> Double {
        guard x > 0, x.isFinite else { return x == 0 ? -.infinity : x > 0 ? .infinity : .nan }
        var exponent = Double(x.exponent)
        var mantissa = x.significand
        if mantissa > 1.414_213_562_373_095_1 {
            mantissa /= 2
            exponent += 1
        }
        // ln m = 2·artanh((m − 1)/(m + 1)), a series in odd powers; |s| ≤ 0.1716, so s²³ is below the last bit.
        let s = (mantissa - 1) / (mantissa + 1)
        let square = s * s
        var sum = 0.0
        var divisor = 23.0
        while divisor >= 1 {
            sum = sum * square + 1 / divisor
            divisor -= 2
        }
        return exponent * 0.693_147_180_559_945_3 + 2 * s * sum
    }

    /// e to the power of `x`; 0 below −745, infinity above 709. Error under 1e-15 relative.
    public static func exp(_ x: Double) -> Double {
        guard x > -745 else { return x.isNaN ? x : 0 }
        guard x <= 709 else { return x.isNaN ? x : .infinity }
        let steps = (x * 1.442_695_040_888_963_4).rounded()
        // ln 2 in two parts: the first has zeros at its end, so that its product with a whole number is exact.
        let rest = (x - steps * 0.693_147_180_369_123_8) - steps * 1.908_214_929_270_587_7e-10
        var sum = 1.0
        var order = 16.0
        while order >= 1 {
            sum = 1 + rest / order * sum
            order -= 1
        }
        return Double(sign: .plus, exponent: Int(steps), significand: 1) * sum
    }
}
