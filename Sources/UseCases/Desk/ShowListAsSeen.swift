import Content
import Output
import Pipeline
import Store

/// Shows a learner's list as its reader sees it: the mail and the printed page. Nothing is written, sent or recorded.
public struct ShowListAsSeen: UseCase {
    private let school: School
    private let store: Store

    /// In a school.
    package init(_ open: SchoolAndStore) { (school, store) = (open.school, open.store) }

    /// Which list.
    public struct Request: Sendable {
        /// The learner.
        public var learner: LearnerID
        /// The edition; nil: the newest.
        public var edition: Edition?
        /// Whom it speaks to; nil: to whom it would be sent.
        public var reader: RecipientRole?

        /// A learner's list.
        package init(_ learner: LearnerID, edition: Edition? = nil, to reader: RecipientRole? = nil) {
            (self.learner, self.edition, self.reader) = (learner, edition, reader)
        }
    }

    /// What its reader sees.
    public struct Outcome: Sendable {
        /// The edition.
        public var edition: Edition
        /// What becomes of the list.
        public var state: ReadingList.State
        /// The mail's subject.
        public var subject: Verbatim
        /// The mail.
        public var mail: [UInt8]
        /// The page to print.
        public var page: [UInt8]
        /// To how many addresses the mail goes; 0: to none, it is for print alone.
        public var addresses: Int
        /// Whether a guardian is written to as well.
        public var hasGuardians: Bool
    }

    /// Shows it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let learner = try NamedThings(store: store).reader(request.learner.rawValue)
        let list = try PreviewFiles(school: school, store: store).list(of: learner, request.edition)
        let preview = ListPreview(
            store: store, renderers: school.renderers, settings: try school.deliverySettings(store: store))
        guard let views = try preview.views(of: learner.id, edition: list.edition, role: request.reader) else {
            throw ListRefusal.willNotGoOut(of: Verbatim(learner.name))
        }
        return Outcome(
            edition: list.edition, state: list.state, subject: Verbatim(views.subject), mail: views.light,
            page: views.page, addresses: views.recipients.count, hasGuardians: !learner.guardians.isEmpty)
    }
}
