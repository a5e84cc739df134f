import Configuration
import Content
import ScorerKit
import UseCases

extension LookIntoScorer.Outcome: Told {
    /// How many of its files are named.
    private static let most = 20

    /// What it is and what it asks for.
    public var lines: [String] {
        func list(_ names: [String]) -> String { names.isEmpty ? "nothing" : Listing.of(names) }
        let bytes = files.reduce(0) { $0 + $1.bytes }
        var lines = [
            "\(manifest.name) \(manifest.version): \(manifest.summary)",
            "  speaks for:            \(manifest.say.rawValue)",
            "  starts:                \(manifest.command.map { Self.quoted($0) }.joined(separator: " "))",
            "  sees of the articles:  \(list(manifest.items.map { $0.rawValue }))",
            "  sees of the learners:  \(list(manifest.learners.map { $0.rawValue })) (no names, no addresses)",
            "  reads beside its own:  \(list(manifest.reads))",
            "  sees of the disk:      its own folder, \(Listing.of(seesOfDisk)); none of it to write",
            "  may use:               \(manifest.limits.memory) MiB of memory, \(manifest.limits.batch) s for some learners",
            "  options:               \(list(manifest.options.keys.sorted()))",
            "  is made of:            \(files.count) files, \(bytes) bytes:",
        ]
        lines += files.prefix(Self.most).map { "    \($0.path)\($0.isProgram ? "  (a program)" : "")" }
        if files.count > Self.most { lines.append("    … and \(files.count - Self.most) more") }
        return lines
    }

    /// A word of a command as one word, whatever is in it.
    private static func quoted(_ word: String) -> String {
        let isPlain = !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || "/._-+=:,{}@%".contains($0) }
        return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}

extension InstallScorer.Outcome: Told {
    /// Where it is, and what comes next.
    public var lines: [String] {
        [
            "", "Installed in \(folder). It is not started yet. Then:", "  gleaner scorers check \(name)",
            "  " + ScorerWords.naming(name),
        ]
    }
}
