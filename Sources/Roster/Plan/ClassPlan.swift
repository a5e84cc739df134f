import Content

/// What an import of `classes.csv` would change. A class that is missing from the file stays as it is.
public struct ClassPlan: Hashable, Sendable {
    /// The classes that are new or changed, as they will be, by name.
    public let classes: [SchoolClass]
    /// What is changed, by name.
    public let changes: [ClassChange]
    /// How many classes of the file are as they were.
    public let unchanged: Int

    /// Compares a file with the classes that are there.
    public init(file: RosterFile<ClassRow>, current: [SchoolClass]) {
        var known: [String: SchoolClass] = [:]
        for schoolClass in current { known[schoolClass.name] = schoolClass }
        var classes: [SchoolClass] = []
        var changes: [ClassChange] = []
        let names = Set(file.rows.map(\.name))
        // A row that was left out makes no class of its own.
        let remains = file.remains.filter { names.contains($0.name) || known[$0.name] != nil }
        for (name, rows) in Dictionary(grouping: file.rows + remains, by: \.name).sorted(by: { $0.key < $1.key }) {
            let old = known[name]
            var new = old
            for row in rows { new = row.applied(to: new) }
            guard let new, new != old else { continue }
            classes.append(new)
            changes.append(
                ClassChange(
                    name: name, isNew: old == nil,
                    values: Self.values(from: old ?? SchoolClass(name: name), to: new)))
        }
        self.classes = classes
        self.changes = changes
        unchanged = max(0, file.rows.count - classes.count)
    }

    /// Compares the classes of a source with those that are there: who teaches them. How a class is led stays.
    ///
    /// - Parameter isHeld: whether nothing of a class may be changed yet.
    public init(_ snapshot: PeopleSnapshot, current: [SchoolClass], isHeld: (String) -> Bool) {
        let known = Dictionary(current.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        var classes: [SchoolClass] = []
        var changes: [ClassChange] = []
        var unchanged = 0
        for read in snapshot.classes where !isHeld(read.name) {
            let old = known[read.name]
            var new = old ?? SchoolClass(name: read.name)
            new.teach(read.teachers)
            if new == old {
                unchanged += 1
                continue
            }
            classes.append(new)
            let values = Self.values(from: old ?? SchoolClass(name: read.name), to: new)
            changes.append(ClassChange(name: read.name, isNew: old == nil, values: values))
        }
        self.classes = classes
        self.changes = changes
        self.unchanged = unchanged
    }

    private static func values(from old: SchoolClass, to new: SchoolClass) -> [ClassChange.Value] {
        let columns: [(name: ClassColumn, old: String, new: String)] = [
            (.teacher, old.teacher ?? "", new.teacher ?? ""),
            (.teacherEmail, old.teacherEmail ?? "", new.teacherEmail ?? ""),
            (.dial, old.dial.map { String($0.rawValue) } ?? "", new.dial.map { String($0.rawValue) } ?? ""),
            (.review, old.review ? "yes" : "no", new.review ? "yes" : "no"),
            (.language, old.language ?? "", new.language ?? ""),
        ]
        return columns.filter { $0.old != $0.new }
            .map { ClassChange.Value(column: $0.name.rawValue, old: $0.old, new: $0.new) }
    }
}

/// What a file changes about one class.
public struct ClassChange: Hashable, Sendable {
    /// One value.
    public struct Value: Hashable, Sendable {
        /// The column that it stands in.
        public let column: String
        /// The value before, as the file writes it; empty: none.
        public let old: String
        /// The value that it has now; empty: none.
        public let new: String
    }

    /// The class's name.
    public let name: String
    /// Whether there was no such class.
    public let isNew: Bool
    /// What is another value than before, in the order of the columns; a new class may have none.
    public let values: [Value]
}
