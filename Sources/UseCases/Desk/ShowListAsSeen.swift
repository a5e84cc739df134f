import Content
import Output
import Pipeline
import Store

/// Shows a learner's list as those see it whom it goes to: the mails and the printed page. Who is not profiled gets the page of their class.
/// Nothing is written, sent or recorded.
public struct ShowListAsSeen: UseCase {
    private let school: School
    private let store: Store

    /// In a school.
    package init(_ open: SchoolAndStore) { (school, store) = (open.school, open.store) }

    /// Which list, and what of it.
    public struct Request: Sendable {
        /// The learner, by id.
        public var learner: LearnerID
        /// The edition; nil: the newest.
        public var edition: Edition?
        /// What of it is shown.
        public var part: ListPreview.Part
        /// The classes whose page whoever asks may see.
        public var classes: [String]

        /// A learner's list.
        package init(
            _ learner: LearnerID, edition: Edition? = nil, part: ListPreview.Part = .contents, classes: [String] = []
        ) {
            (self.learner, self.edition, self.part, self.classes) = (learner, edition, part, classes)
        }
    }

    /// What is seen.
    public struct Outcome: Sendable {
        /// The learner.
        public var learner: Learner
        /// The edition; nil: there is none.
        public var edition: Edition?
        /// What is seen; nil: nothing.
        public var seen: ListPreview.Seen?
        /// Why nothing is.
        public var missing: Missing?
        /// The class whose page they get in the place of a list of their own.
        public var pageOf: Verbatim?
        /// Whether it is out.
        public var isOut = false
        /// What languages are called.
        public let words: FixedWords
    }

    /// Why nothing is seen.
    public enum Missing: Hashable, Sendable {
        /// No list was made.
        case noList
        /// Nobody agreed that a list is made, and there is no page of a class.
        case notProfiled
        /// Nothing of it may go out: they left, took consent back, or all of it was vetoed or opted out of since; or something that is stored of
        /// them is not understood.
        case willNotGoOut
    }

    /// Shows it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let learner = try NamedThings(store: store).learner(request.learner.rawValue)
        var outcome = Outcome(learner: learner, words: school.renderers.words)
        var readers = [learner.id]
        let isProfiled = learner.mayBeProfiled(on: school.lawfulBasis)
        if !isProfiled {
            readers = learner.classes.filter { request.classes.contains($0) }.map { .reader(ofClass: $0) }
        }
        for reader in readers {
            guard let list = try store.lists.newest(for: reader, edition: request.edition)?.list else { continue }
            let preview = ListPreview(
                store: store, renderers: school.renderers, settings: school.deliverySettingsToLook)
            outcome.edition = list.edition
            outcome.pageOf = reader.classRead.map { Verbatim($0) }
            outcome.isOut = try store.outbox.isOut(list.edition, to: reader)
            outcome.seen = try preview.seen(request.part, of: reader, edition: list.edition)
            if outcome.seen == nil { outcome.missing = .willNotGoOut }
            return outcome
        }
        outcome.missing = isProfiled ? .noList : .notProfiled
        return outcome
    }
}
