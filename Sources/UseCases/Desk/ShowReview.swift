import Configuration
import Content
import Output
import Pipeline
import Store

/// Shows what a class's lists of the coming edition hold, an article a row, and how each list stands. It changes nothing and waits for nobody.
public struct ShowReview: UseCase {
    private let school: School
    private let store: Store

    /// In a school.
    package init(_ open: SchoolAndStore) { (school, store) = (open.school, open.store) }

    /// Of which class.
    public struct Request: Sendable {
        /// The class.
        public var schoolClass: String
        /// The edition; nil: the latest that can still be changed.
        public var edition: Edition?

        /// Of a class.
        package init(_ schoolClass: String, edition: Edition? = nil) {
            (self.schoolClass, self.edition) = (schoolClass, edition)
        }
    }

    /// What a teacher sees.
    public struct Outcome: Sendable {
        /// What the lists hold.
        public var sheet: ReviewSheet
        /// Who has no list of the edition, though one is made for them.
        public var without: [Verbatim]
        /// The learners of the class for whom articles run out.
        public var supply: [SupplyDesk.Line]
        /// Why no list is open, where none is: the edition that was out last; nil: there was none.
        public var lastOut: Edition?
        /// The school's wordings of reasons.
        public let wording: ReasonWording
    }

    /// Shows it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let name = try NamedThings(store: store).schoolClass(request.schoolClass)
        let members = try ReviewedLearners(store: store).members(of: name)
        let sheet = try ReviewSheetMaker(school: school, store: store).sheet(
            class: name, members: members, only: nil, edition: request.edition)
        let last = sheet.edition == nil ? try members.compactMap { try store.lists.editions(of: $0).first }.max() : nil
        return Outcome(
            sheet: sheet, without: try sheet.edition.map { try without($0, members) } ?? [],
            supply: try SupplyDesk(school: school, store: store).lastSeen(now: now, among: Set(members)),
            lastOut: last, wording: school.reasons)
    }

    private func without(_ edition: Edition, _ members: [LearnerID]) throws -> [Verbatim] {
        let served = try store.lists.learners(of: edition)
        let facts = try store.learners.facts(about: members.filter { !served.contains($0) && $0.classRead == nil })
        return facts.readable.filter { !$0.value.isEmpty }.map { Learner(id: $0.key, facts: $0.value) }
            .filter { $0.enrolled && $0.mayBeProfiled(on: school.lawfulBasis) }.map { Verbatim($0.name) }.sorted()
    }
}
