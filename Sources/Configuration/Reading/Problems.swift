import Content
import Yams

/// Collects what is wrong while one file is read, and which keys were asked for. It lives as long as that reading.
final class Problems {
    /// The file's name in places.
    let file: String
    /// The keys that exist, as `lists.places`; elements of lists and names of scorers are `*`.
    private(set) var knownKeys: Set<String> = []
    private var found: [(line: Int, column: Int, finding: Finding)] = []

    init(file: String) { self.file = file }

    /// What was found, in the order of the file.
    var findings: [Finding] {
        found.enumerated().sorted {
            ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
        }.map(\.element.finding)
    }

    /// Adds a finding, which is made for the place of a mark.
    func add(_ mark: Mark?, _ finding: (_ place: FindingSite) -> Finding) {
        let line = mark?.line ?? 1
        let column = mark?.column ?? 1
        found.append((line, column, finding(.file(file, line: line, column: column))))
    }

    func know(_ key: String) { knownKeys.insert(key) }
}
