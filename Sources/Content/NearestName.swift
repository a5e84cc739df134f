/// Finds what a mistyped name was probably meant to be, for "did you mean …?" in errors.
public enum NearestName {
    /// The longest name that is looked at, in bytes.
    private static let longest = 200

    /// The known name nearest to `name` by edit distance, ignoring case; nil when none is near (more than a third of its
    /// letters, and at least two, would have to change, or all of them).
    public static func of(_ name: String, among known: some Sequence<String>) -> String? {
        // What is longer than any name is no mistyped one, and comparing it would take long.
        guard name.utf8.count <= longest else { return nil }
        let typed = Array(name.lowercased())
        var best: (name: String, distance: Int)?
        for candidate in known {
            let distance = distance(typed, Array(candidate.lowercased()))
            if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
        }
        guard let best, best.distance <= max(2, typed.count / 3), best.distance < typed.count else { return nil }
        return best.name
    }

    /// The words "did you mean 'X'?" with a leading blank, or nothing.
    public static func hint(for name: String, among known: some Sequence<String>) -> String {
        of(name, among: known).map { " Did you mean '\($0)'?" } ?? ""
    }

    /// The Levenshtein distance: insertions, deletions and replacements.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let replaced = diagonal + (a == b ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
            }
        }
        return row[right.count]
    }
}
