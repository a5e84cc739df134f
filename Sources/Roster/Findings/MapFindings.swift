import Content

/// What is found of a map and of the export that it is for.
extension Finding {
    /// Told of a column that a map names and the export does not have.
    static func mapColumnIsMissing(_ name: String, headings: [String], of file: String, line: Int) -> Finding {
        let near = NearestName.hint(for: name, among: headings.filter { !$0.isEmpty }).trimmed
        let known = headings.filter { !$0.isEmpty }.prefix(12).map { "'\($0.prefix(40))'" }.joined(separator: ", ")
        return Finding(
            .error, at: .file(file, line: line), "The map names the column '\(name.prefix(60))', and there is none.",
            remedy: near.isEmpty ? "There are \(known)." : near)
    }
}
