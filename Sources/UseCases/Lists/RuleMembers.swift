import Content
import Pipeline
import Store

extension TeacherRule.Scope {
    /// Whom a rule for it is for.
    func members(in store: Store) throws(StoreError) -> [LearnerID] {
        switch self {
        case .schoolClass(let name): try store.learners.ids(inClass: name)
        case .learner(let id): [id]
        }
    }

    /// Whose lists it may change: also the page of a class.
    func readers(in store: Store) throws(StoreError) -> [LearnerID] {
        guard case .schoolClass(let name) = self else { return try members(in: store) }
        return try members(in: store) + store.lists.readers(ofClass: name)
    }
}
