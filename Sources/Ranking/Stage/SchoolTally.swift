import Content

/// What a run came to for each school of a district, counted learner by learner.
public struct SchoolTally: Sendable {
    /// The schools that the configuration names, by what is compared.
    private let named: Set<SchoolName>
    private var counts: [SchoolName?: RunSummary.OfSchool] = [:]
    /// How many learners name a school that is none of these; nil: they name none.
    public private(set) var others: [SchoolName?: Int] = [:]

    /// A tally of the schools that are named; without any nothing is counted.
    init(_ schools: some Sequence<SchoolName>) { named = Set(schools) }

    /// Counts a learner in one of the numbers.
    mutating func add(_ learner: Learner, _ number: WritableKeyPath<RunSummary.OfSchool, Int>, isAsked: Bool = false) {
        guard !named.isEmpty else { return }
        let name = SchoolName(of: learner)
        let known = name.flatMap { name in named.firstIndex(of: name).map { named[$0] } }
        counts[known, default: RunSummary.OfSchool(school: known)][keyPath: number] += 1
        if isAsked, known == nil { others[name, default: 0] += 1 }
    }

    /// The numbers of each school, those of learners of no school that is named at the end; nil where none is named.
    var summary: [RunSummary.OfSchool]? {
        guard !named.isEmpty else { return nil }
        return counts.values.sorted { one, other in
            guard let first = one.school, let second = other.school else { return one.school != nil }
            return first < second
        }
    }
}
