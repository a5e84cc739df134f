/// How long a text takes to read.
public enum ReadingTime {
    /// Whole minutes, at least 1, at a pace of `wordsPerMinute` (at least 1).
    public static func minutes(words: Int, wordsPerMinute: Int) -> Int {
        max(1, (words + max(1, wordsPerMinute) - 1) / max(1, wordsPerMinute))
    }
}
