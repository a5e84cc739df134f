/// Numbers of things in words.
public enum Counted {
    /// `3 feeds`, `1 feed`.
    public static func of(_ number: Int, _ noun: String, plural: String? = nil) -> String {
        "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
    }
}
