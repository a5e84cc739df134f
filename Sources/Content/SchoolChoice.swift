/// Whose lists a run makes, where a district has several schools.
public enum SchoolChoice: Hashable, Sendable {
    /// Everybody's.
    case all
    /// Those of one school's learners: the schedule is that school's.
    case only(SchoolName)
    /// All but those of some schools' learners: these schools are closed that day.
    case allBut([SchoolName])

    /// Whether a learner is among them. One of whom no school is known is of no school that is named.
    public func includes(_ learner: Learner) -> Bool {
        switch self {
        case .all: true
        case .only(let school): SchoolName(of: learner) == school
        case .allBut(let schools): SchoolName(of: learner).map { !schools.contains($0) } ?? true
        }
    }

    /// Whether a school's learners may be among them.
    public func includes(_ school: SchoolName) -> Bool {
        switch self {
        case .all: true
        case .only(let only): only == school
        case .allBut(let schools): !schools.contains(school)
        }
    }
}
