import Configuration
import Content
import Pipeline
import Store

/// Finds where the files of an edition are, as far as they were written.
public struct FindEditionFiles: UseCase {
    private let open: SchoolAndStore

    /// In a school.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// Which files.
    public struct Request: Sendable {
        /// The edition.
        public var edition: Edition

        /// The files of an edition.
        package init(of edition: Edition) { self.edition = edition }
    }

    /// Where they are.
    public struct Outcome: Sendable {
        /// The outbox, as it is named in the working folder.
        public var outbox: Verbatim
        /// The edition.
        public var edition: Edition
        /// How many are written.
        public var written: Int
        /// How many are made and not written yet.
        public var left: Int
        /// Whether there are mails among those that are written.
        public var hasMails: Bool
        /// Whether there are pages among them.
        public var hasPages: Bool
    }

    /// Finds them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let folder = open.school.folder
        let files = try open.store.outbox.counts(of: request.edition)
        let written = files[.written] ?? [:]
        return Outcome(
            outbox: Verbatim(folder.name(of: folder.outbox)), edition: request.edition,
            written: written.values.reduce(0, +), left: files[.rendered]?.values.reduce(0, +) ?? 0,
            hasMails: written[.mail] != nil, hasPages: written[.page] != nil)
    }
}
