import Content

/// What one line of an export says of a learner.
struct MappedLine: Sendable {
    /// What it says of a guardian.
    struct Guardian: Hashable, Sendable {
        var address: String
        /// Nil: the cell cannot be read, or no column tells it.
        var language: String?
        var consent: String?
        /// Where the address stands: which guardian of the map, and which of the cell.
        var rank: Int
    }

    var id: String
    var line: Int
    var name = ""
    /// As a plain number; empty: none; nil: it cannot be read.
    var grade: String? = ""
    var classes: [String] = []
    var school = ""
    var email = ""
    /// Nil: it cannot be read.
    var language: String? = ""
    var isThere = true
    var guardians: [Guardian] = []
    /// Who teaches the first of the classes.
    var teachers: [Content.SchoolClass.Teacher] = []

    /// What is to be said of lines of one id that are of two persons; nil: they are of one.
    static func contradiction(_ lines: [MappedLine], file: String) -> [Finding]? {
        let names = Dictionary(grouping: lines.filter { !$0.name.isEmpty }) { RosterMap.key($0.name) }
        guard names.count > 1 else { return nil }
        return lines.map { line in
            let others = lines.filter { RosterMap.key($0.name) != RosterMap.key(line.name) }.map(\.line)
            return .idIsOfTwo(line.id, line: others.min() ?? line.line, at: .file(file, line: line.line))
        }
    }
}

/// One learner by all lines.
struct MappedLearner {
    private let lines: [MappedLine]
    /// All classes: those of columns that the map names first stand first.
    let classes: [String]
    /// Who teaches a class.
    let teachers: [String: Set<Content.SchoolClass.Teacher>]
    /// Whether the learner is at the school by one line.
    let isThere: Bool

    /// Puts lines together that are of one person, in whichever order they stand.
    init(_ lines: [MappedLine]) {
        self.lines = lines.sorted { $0.line < $1.line }
        isThere = lines.contains { $0.isThere }
        var ranks: [String: Int] = [:]
        var teachers: [String: Set<Content.SchoolClass.Teacher>] = [:]
        let counted = lines.contains { $0.isThere } ? lines.filter { $0.isThere } : lines
        for line in counted {
            for (rank, name) in line.classes.enumerated() { ranks[name] = min(ranks[name] ?? rank, rank) }
            if let first = line.classes.first { teachers[first, default: []].formUnion(line.teachers) }
        }
        classes = ranks.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
        self.teachers = teachers
    }

    /// The learner's row; only what the map speaks of is in it.
    func row(_ id: LearnerID, _ columns: MappedColumns) -> LearnerRow {
        var values: [Fact.Kind: String] = [.enrolled: isThere ? "yes" : "no"]
        var unread: Set<Fact.Kind> = []
        /// Of several lines the least that is not empty; nothing where none could be read.
        func put(_ kind: Fact.Kind, _ places: [MappedColumns.Place], _ read: [String?]) {
            guard !places.isEmpty else { return }
            let texts = read.compactMap { $0 }
            if texts.count < read.count { unread.insert(kind) }
            if texts.isEmpty { return }
            let least = texts.filter { !$0.isEmpty }.min()
            if least != nil || texts.count == read.count { values[kind] = least ?? "" }
        }
        if let name = lines.map(\.name).filter({ !$0.isEmpty }).min() {
            values[.name] = name
        } else {
            unread.insert(.name)
        }
        let grades = lines.map { $0.grade.map { grade in Int(grade).map { $0 < 10 ? "0\($0)" : "\($0)" } ?? "" } }
        put(.grade, columns.grade, grades)
        values[.grade] = values[.grade].map { Int($0).map { String($0) } ?? "" }
        if !columns.classes.isEmpty { values[.classes] = Fact.joined(classes) }
        put(.school, columns.school, lines.map(\.school))
        put(.email, columns.email, lines.map(\.email))
        put(.language, columns.language, lines.map(\.language))
        let guardians = columns.guardians.isEmpty ? [] : self.guardians
        if !columns.guardians.isEmpty { values[.guardianEmail] = Fact.joined(guardians.map(\.address)) }
        return LearnerRow(
            id: id, line: lines.first?.line ?? 1, values: values, unread: unread, guardians: guardians)
    }

    /// Each address once; where it stands several times, the stricter word of consent counts.
    private var guardians: [GuardianRow] {
        var found: [String: MappedLine.Guardian] = [:]
        for guardian in lines.flatMap(\.guardians) {
            let key = guardian.address.lowercased()
            guard var known = found[key] else {
                found[key] = guardian
                continue
            }
            known.address = min(known.address, guardian.address)
            known.rank = min(known.rank, guardian.rank)
            known.language =
                [known.language, guardian.language].compactMap { $0 }.filter { !$0.isEmpty }.min()
                ?? known.language ?? guardian.language
            known.consent = Self.stricter(known.consent, guardian.consent)
            found[key] = known
        }
        return found.values.sorted { ($0.rank, $0.address) < ($1.rank, $1.address) }
            .map { GuardianRow(address: $0.address, language: $0.language, consent: $0.consent) }
    }

    private static func stricter(_ one: String?, _ other: String?) -> String? {
        guard let one, let other else { return one ?? other }
        let order = ["no", Fact.unreadable, "", "yes"]
        return order.first { $0 == one || $0 == other }
    }
}
