import Configuration
import Content
import Output
import Pipeline
import Store

/// Writes what a learner's list will look like, for a look before it goes out. Nothing is sent, and nothing counts as given.
public struct PreviewList: UseCase {
    private let school: School
    private let store: Store

    /// In a school.
    package init(_ open: SchoolAndStore) { (school, store) = (open.school, open.store) }

    /// Which list, and how.
    public struct Request: Sendable {
        /// The learner, by id or name; or the reader of a class's page, by id.
        public var learner: String
        /// The edition; nil: the learner's newest.
        public var edition: Edition?
        /// Whom it speaks to; nil: to whom it would be sent.
        public var reader: Fact.Origin?
        /// The guardian to whom it speaks, by address; nil: the first who is written to.
        public var guardian: String?

        /// The page of a class.
        package init(ofClass name: String, edition: Edition? = nil) {
            self.init(of: LearnerID.reader(ofClass: name).rawValue, edition: edition)
        }

        /// A learner's list.
        package init(
            of learner: String, edition: Edition? = nil, to reader: Fact.Origin? = nil, guardian: String? = nil
        ) {
            (self.learner, self.edition, self.reader, self.guardian) = (learner, edition, reader, guardian)
        }
    }

    /// What was written.
    public struct Outcome: Sendable {
        /// The learner's name.
        public var learner: Verbatim
        /// The edition.
        public var edition: Edition
        /// What becomes of the list.
        public var state: ReadingList.State
        /// The mail's subject.
        public var subject: Verbatim
        /// The addresses it would go to; empty: print and the teacher alone.
        public var recipients: [Verbatim]
        /// The path of the page that shows all views beside each other.
        public var index: Verbatim
        /// All files, as they are named in the working folder.
        public var files: [Verbatim]
    }

    /// Writes the views.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let learner = try NamedThings(store: store).reader(request.learner)
        if let guardian = request.guardian,
            !learner.guardians.contains(where: { Guardian.key($0.address) == Guardian.key(guardian) })
        {
            throw PersonRefusal.noGuardian(
                learner.id, Verbatim(guardian), known: learner.guardianEmails.map { Verbatim($0) })
        }
        let files = PreviewFiles(school: school, store: store)
        let list = try files.list(of: learner, request.edition)
        let written = try files.write(
            list, of: learner, to: request.reader.flatMap { RecipientRole(rawValue: $0.rawValue) },
            guardian: request.guardian)
        return Outcome(
            learner: Verbatim(learner.name), edition: list.edition, state: list.state,
            subject: Verbatim(written.views.subject), recipients: written.views.recipients.map { Verbatim($0) },
            index: Verbatim(written.index), files: written.files.map { Verbatim(school.folder.name(of: $0)) })
    }
}
