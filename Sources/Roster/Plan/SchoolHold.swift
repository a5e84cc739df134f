import Content

/// How much of one school an import would change, and whether that waits for a person's yes: an export that was cut short, whose
/// columns have moved, or whose ids are new looks like this.
public struct SchoolHold: Hashable, Sendable {
    /// The school, as the roster has it; nil: learners of whom it names none.
    public var school: SchoolName?
    /// How many of its learners are on the roster.
    public var active: Int
    /// How many of them would leave.
    public var leaving: Int
    /// Of how many name, grade, school, classes or guardians would change.
    public var changed: Int

    /// What would happen to a school.
    package init(school: SchoolName?, active: Int, leaving: Int, changed: Int) {
        self.school = school
        self.active = active
        self.leaving = leaving
        self.changed = changed
    }

    /// The largest share of a school's learners that leaves without a yes, in percent.
    public static let largestLoss = 10
    /// The largest share of a school's learners that changes without a yes, in percent.
    public static let largestChange = 75
    /// The fewest changed learners of a table that is kept by hand that wait for a yes: of two rows, two are soon changed.
    static let fewestByHand = 5

    /// The kinds whose change tells that a learner may have become somebody else.
    static let telling: Set<Fact.Kind> = [.name, .grade, .school, .classes, .guardianEmail]

    /// Whether it waits.
    func waits(in form: PeopleSnapshot.Form) -> Bool {
        if leaving * 100 > active * Self.largestLoss { return true }
        if form == .table, changed < Self.fewestByHand { return false }
        return changed * 100 > active * Self.largestChange
    }
}
