import Configuration
import Content
import Pipeline
import Store

/// What is whose at the desk: asked anew with each request, so that who teaches a class no more sees no more of it.
package struct DeskAccess {
    private let school: School
    private let store: Store

    /// In a school.
    package init(_ open: SchoolAndStore) { (school, store) = (open.school, open.store) }

    /// Who somebody is now, by their address.
    package func person(_ address: String) throws(StoreError) -> DeskPerson {
        let key = address.lowercased()
        var names: [String] = []
        var classes: [String] = []
        // Of a class that is not understood nobody knows who teaches it.
        for one in try store.learners.classes() where one.isUnderstood {
            for teacher in one.teachers where teacher.address?.lowercased() == key {
                classes.append(one.name)
                if let name = teacher.name { names.append(name) }
            }
        }
        let desk = school.configuration.desk
        return DeskPerson(
            address: key, name: Verbatim(names.first ?? key), classes: classes.sorted(),
            isLibrarian: desk.librarians.contains { $0.address.lowercased() == key },
            isTechnician: desk.technicians.contains { $0.address.lowercased() == key })
    }

    /// A class of somebody's, by its name; nil where it is none of theirs.
    package func schoolClass(_ name: String, of person: DeskPerson) throws(StoreError) -> SchoolClass? {
        guard person.classes.contains(name) else { return nil }
        return try store.learners.classes().first { $0.name == name && $0.isUnderstood }
    }

    /// A class of the school, by its name.
    package func schoolClass(_ name: String) throws(StoreError) -> SchoolClass? {
        try store.learners.classes().first { $0.name == name }
    }

    /// A learner in one of somebody's classes, by id; nil where it is nobody of theirs, or one who left.
    package func learner(_ id: String, of person: DeskPerson) throws(StoreError) -> Learner? {
        let id = LearnerID(rawValue: id)
        guard id.classRead == nil, let facts = try store.learners.facts(about: [id]).known[id], !facts.isEmpty else {
            return nil
        }
        let learner = Learner(id: id, facts: facts)
        guard learner.enrolled, !Set(learner.classes).isDisjoint(with: person.classes) else { return nil }
        return learner
    }
}
