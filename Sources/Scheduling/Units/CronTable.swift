/// The line that lets cron tick, every ten minutes.
public enum CronTable {
    /// The file of the machine's cron, with the user that it runs as.
    public static func file(_ terms: UnitTerms) -> UnitFile {
        let text = [UnitFile.mark(for: terms.folder), "*/10 * * * * \(terms.user) \(command(terms))", ""]
        return UnitFile(path: "/etc/cron.d/\(terms.name)", text: text.joined(separator: "\n"))
    }

    /// The two lines of a user's own table.
    public static func lines(_ terms: UnitTerms) -> [String] {
        [UnitFile.mark(for: terms.folder), "*/10 * * * * \(command(terms))"]
    }

    /// A user's table with the lines of a folder, in place of those that were there for it.
    public static func adding(_ terms: UnitTerms, to table: String) -> String {
        let rest = removing(terms.folder, from: table)
        return rest + (rest.isEmpty || rest.hasSuffix("\n") ? "" : "\n") + lines(terms).joined(separator: "\n") + "\n"
    }

    /// A user's table without the lines of a folder; all else stays as it is.
    public static func removing(_ folder: String, from table: String) -> String {
        var lines: [Substring] = []
        var isOurs = false
        for line in table.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == UnitFile.mark(for: folder) {
                isOurs = true
            } else if isOurs, line.contains(" run --due ") {
                isOurs = false
            } else {
                isOurs = false
                lines.append(line)
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func command(_ terms: UnitTerms) -> String {
        "\(quoted(terms.program)) run --due --quiet --config \(quoted(terms.folder))"
    }

    /// A path as the shell reads it, and with `%` as cron wants it, to which a bare one ends the command.
    private static func quoted(_ path: String) -> String {
        let isPlain = path.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || "/._-+@:,".utf8.contains($0)
        }
        let quoted = isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
        return quoted.replacing("%", with: "\\%")
    }
}
