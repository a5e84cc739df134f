import Content
import Roster

/// What an import of the roster changes, as it may be shown.
public struct RosterChanges: Sendable {
    /// One learner.
    public struct Person: Hashable, Sendable {
        /// The learner's id.
        public var learner: Verbatim
        /// Their name, as the file has it; for one who is missing, as the roster had it.
        public var name: Verbatim
        /// What is changed, in the order of the kinds of facts; empty where only numbers are told.
        public var changes: [Change]
    }

    /// What changes about one value of a learner.
    public struct Change: Hashable, Sendable {
        /// What is changed.
        public var kind: Fact.Kind
        /// The guardian whom it is about, by address; empty: one without an address; nil: it is about the learner.
        public var guardian: Verbatim?
        /// The value that the roster gave before; nil: none.
        public var old: Verbatim?
        /// The value that it gives now; empty: taken back.
        public var new: Verbatim
    }

    /// One class that is new or changed.
    public struct SchoolClass: Hashable, Sendable {
        /// Its name.
        public var name: Verbatim
        /// Whether there was no such class.
        public var isNew: Bool
        /// What is changed, in the order of the columns.
        public var values: [Value]
    }

    /// One value of a class.
    public struct Value: Hashable, Sendable {
        /// The column that it stands in.
        public var column: Verbatim
        /// The value before; empty: none.
        public var old: Verbatim
        /// The value that it has now; empty: none.
        public var new: Verbatim
    }

    /// One school that waits for a yes.
    public struct Held: Hashable, Sendable {
        /// The school; nil: learners of whom no school is named.
        public var school: Verbatim?
        /// How many of its learners are on the roster.
        public var active: Int
        /// How many of them would leave.
        public var leaving: Int
        /// How many of them would change.
        public var changed: Int
    }

    /// The schools of which nothing is changed until somebody says yes.
    public var held: [Held] = []
    /// The classes, by name.
    public var classes: [SchoolClass] = []
    /// Learners whom the roster never had.
    public var new: [Person]
    /// Learners who had left the roster and stand in the file again.
    public var returned: [Person]
    /// Learners of whom the file says something else than before.
    public var changed: [Person]
    /// Learners of whom the source says that they have left.
    public var left: [Person]
    /// Enrolled learners who do not stand in the file.
    public var missing: [Person]
    /// Whether the missing are retired; else they stay as they are.
    public var retires: Bool
    /// How many learners the file says the same of as before.
    public var unchanged: Int
    /// How many facts are appended.
    public var facts: Int

    /// What plans come to. `tellsValues`: whether each value of a learner is told, and not only whom something changes of; `shown`: a
    /// text as it may be shown.
    init(_ plan: RosterPlan, _ classes: ClassPlan?, tellsValues: Bool, shown: (String) -> String) {
        func text(_ text: String) -> Verbatim { Verbatim(shown(text)) }
        func people(_ entries: [RosterPlan.Entry]) -> [Person] {
            entries.map { entry in
                Person(
                    learner: text(entry.learner.rawValue), name: text(entry.name),
                    changes: !tellsValues
                        ? []
                        : entry.changes.map {
                            Change(
                                kind: $0.kind, guardian: $0.guardian.map(text), old: $0.old.map(text), new: text($0.new)
                            )
                        })
            }
        }
        (new, returned, changed) = (people(plan.new), people(plan.returned), people(plan.changed))
        (left, missing) = (people(plan.left), people(plan.missing))
        held = plan.held.map {
            Held(school: $0.school.map { text($0.text) }, active: $0.active, leaving: $0.leaving, changed: $0.changed)
        }
        retires = plan.retires
        unchanged = plan.unchanged.count
        facts = plan.facts.count
        self.classes = (classes?.changes ?? []).map { schoolClass in
            SchoolClass(
                name: text(schoolClass.name), isNew: schoolClass.isNew,
                values: schoolClass.values.map {
                    Value(column: Verbatim($0.column), old: text($0.old), new: text($0.new))
                })
        }
    }
}
