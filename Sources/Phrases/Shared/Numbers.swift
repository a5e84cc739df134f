/// Numbers for people.
public enum Numbers {
    /// A number with so many decimals, with a point.
    public static func fixed(_ value: Double, decimals: Int = 2) -> String {
        guard value.isFinite, value.magnitude < 1e12 else { return "-" }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = Int64((value.magnitude * scale).rounded())
        let digits = String(scaled)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let sign = value < 0 && scaled != 0 ? "-" : ""
        return decimals == 0 ? sign + padded : sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }

    /// A number with its sign: `+0.31`.
    public static func signed(_ value: Double) -> String {
        let text = fixed(value)
        return text.hasPrefix("-") ? text : "+" + text
    }
}
