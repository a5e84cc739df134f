import Configuration
import Content

/// Who is told about a child: one grown-up of the child's own school. In doubt about the school it is the one whom the district names,
/// or nobody, which the status says: never one of another school.
struct GrownUps {
    let configuration: GleanerConfiguration
    /// The classes with those who teach them.
    let classes: [SchoolClass]
    /// Of a district, the schools of the learners of each of the child's classes.
    var schoolsOfClasses: [String: Set<SchoolName>] = [:]

    /// The address of whoever is named for the child's school, or else of a teacher of one of the child's classes; nil: there is nobody.
    /// `isUnderstood`: whether everything that is known of the child is, the school among it.
    func address(for learner: Learner, isUnderstood: Bool) -> String? {
        let isDoubtful = configuration.isDistrict && !isUnderstood
        let named = isDoubtful ? configuration.school : configuration.school(of: learner)
        if let address = named.safeguarding { return address }
        guard !isDoubtful else { return nil }
        return learner.classes.filter { isOfOneSchool($0, learner) }
            .flatMap { name in classes.first { $0.name == name }?.teachers ?? [] }
            .compactMap { $0.address }.first
    }

    /// Whether a class has learners of the child's school alone: where two schools have a class of one name, nobody can tell whose its
    /// teachers are.
    private func isOfOneSchool(_ name: String, _ learner: Learner) -> Bool {
        guard configuration.isDistrict else { return true }
        let others = schoolsOfClasses[name] ?? []
        return others.union(SchoolName(of: learner).map { [$0] } ?? []).count <= 1
    }
}
