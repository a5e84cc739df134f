/// Numbers of things in words.
public enum RunText {
    /// `3 feeds`, `1 feed`.
    public static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
        "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
    }
}
