/// A message or page: its bytes, stored before anything is sent or written, and what became of it.
public struct OutboxEntry: Hashable, Sendable {
    /// What became of it.
    public enum State: String, Codable, Sendable {
        /// The bytes are stored; nothing has left.
        case rendered
        /// The file is in the outbox folder.
        case written
        /// A mail server took it.
        case sent
        /// It may have been taken: the connection broke after the last byte. It is not sent again.
        case ambiguous
        /// It was refused for good.
        case failed

        /// Whether the bytes may be needed again: one that is handed over, or never will be, is made no more of them.
        package var mayNeedBytes: Bool { self == .rendered || self == .ambiguous }
    }

    /// What it is.
    public enum Kind: String, Codable, Sendable {
        case mail, page, data
    }

    /// Its path below the outbox folder: `manual@2026-09-07/mail/….eml`. It begins with the edition, and names the entry: there is
    /// one of it.
    public var name: String
    /// The edition it belongs to.
    public var edition: Edition
    /// What it is.
    public var kind: Kind
    /// The mail addresses it is for; empty for a page.
    public var recipients: [String]
    /// Whose lists it carries.
    public var learners: [LearnerID]
    /// The bytes; empty where they are no longer needed.
    public var bytes: [UInt8]
    /// The digest of the bytes; empty for a mail, which is never made anew and so never compared.
    public var digest: String
    /// What became of it.
    public var state: State
    /// When it was rendered.
    public var at: Timestamp
    /// The token of the one-click address in its header; nil: it has none.
    public var stopToken: String?

    /// An entry by its parts.
    package init(
        name: String, edition: Edition, kind: Kind, recipients: [String], learners: [LearnerID], bytes: [UInt8],
        digest: String, state: State = .rendered, at: Timestamp
    ) {
        self.name = name
        self.edition = edition
        self.kind = kind
        self.recipients = recipients
        self.learners = learners
        self.bytes = bytes
        self.digest = digest
        self.state = state
        self.at = at
    }
}

/// Messages and pages of an edition. One that is not understood stays where it is, and keeps back no other.
public struct EntriesRead: Sendable {
    /// Those that are understood, in the order of their names.
    public package(set) var entries: [OutboxEntry] = []
    /// One finding for each that is not.
    public package(set) var findings: [Finding] = []
    /// The name of the last that was read; nil: there were none.
    public package(set) var last: String?

    package init(last: String?) { self.last = last }
}
