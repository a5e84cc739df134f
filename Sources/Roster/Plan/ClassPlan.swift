import Content

/// What an import of `classes.csv` would change. A class that is missing from the file stays as it is.
public struct ClassPlan: Hashable, Sendable {
    /// The classes that are new or changed, as they will be, by name.
    public let classes: [SchoolClass]
    /// What is changed, one line a value, for `--dry-run`.
    public let lines: [String]
    /// How many classes of the file are as they were.
    public let unchanged: Int

    /// Compares a file with the classes that are there.
    public init(file: RosterFile<ClassRow>, current: [SchoolClass]) {
        var known: [String: SchoolClass] = [:]
        for schoolClass in current { known[schoolClass.name] = schoolClass }
        var classes: [SchoolClass] = []
        var lines: [String] = []
        let names = Set(file.rows.map(\.name))
        // A row that was left out makes no class of its own.
        let remains = file.remains.filter { names.contains($0.name) || known[$0.name] != nil }
        for (name, rows) in Dictionary(grouping: file.rows + remains, by: \.name).sorted(by: { $0.key < $1.key }) {
            let old = known[name]
            var new = old
            for row in rows { new = row.applied(to: new) }
            guard let new, new != old else { continue }
            classes.append(new)
            let changes = Self.changes(from: old ?? SchoolClass(name: name), to: new)
            if old == nil, changes.isEmpty { lines.append("new        class \(name)") }
            lines += changes.map { "\(old == nil ? "new       " : "changed   ") class \(name): \($0)" }
        }
        self.classes = classes
        self.lines = lines
        unchanged = max(0, file.rows.count - classes.count)
    }

    private static func changes(from old: SchoolClass, to new: SchoolClass) -> [String] {
        let columns: [(name: ClassColumn, old: String, new: String)] = [
            (.teacher, old.teacher ?? "", new.teacher ?? ""),
            (.teacherEmail, old.teacherEmail ?? "", new.teacherEmail ?? ""),
            (.dial, old.dial.map { String($0.rawValue) } ?? "", new.dial.map { String($0.rawValue) } ?? ""),
            (.review, old.review ? "yes" : "no", new.review ? "yes" : "no"),
        ]
        func shown(_ value: String) -> String { value.isEmpty ? "(empty)" : "'\(value)'" }
        return columns.filter { $0.old != $0.new }
            .map { "\($0.name.rawValue): \(shown($0.old)) -> \(shown($0.new))" }
    }
}
