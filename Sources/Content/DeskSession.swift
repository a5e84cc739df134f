/// An invitation to the desk: a link for one use, which the store knows by a digest alone.
public struct DeskInvitation: Hashable, Sendable {
    /// The digest of what the link holds.
    public var digest: String
    /// Whom it is for, by mail address in small letters.
    public var person: String
    /// Who made it.
    public var by: String
    /// When it was made.
    public var made: Timestamp
    /// From when on it is worth nothing.
    public var ends: Timestamp
    /// When it was used; nil: it was not.
    public var used: Timestamp?

    /// How long a link may lie about, in seconds: three days.
    public static let lasts: Int64 = 3 * 86_400

    /// An invitation by its parts.
    package init(
        digest: String, person: String, by: String, made: Timestamp, ends: Timestamp, used: Timestamp? = nil
    ) {
        (self.digest, self.person, self.by) = (digest, person, by)
        (self.made, self.ends, self.used) = (made, ends, used)
    }
}

/// Somebody signed in at the desk, whom the store knows by the digest of what their browser holds.
public struct DeskSession: Hashable, Sendable {
    /// The digest of what the browser holds.
    public var digest: String
    /// Who it is, by mail address in small letters.
    public var person: String
    /// When it began.
    public var begun: Timestamp
    /// When it ends by itself.
    public var ends: Timestamp
    /// When it was ended; nil: it was not.
    public var ended: Timestamp?

    /// How long it lasts, in seconds: a working day of eight hours.
    public static let lasts: Int64 = 8 * 3_600

    /// A session by its parts.
    package init(digest: String, person: String, begun: Timestamp, ends: Timestamp, ended: Timestamp? = nil) {
        (self.digest, self.person, self.begun, self.ends, self.ended) = (digest, person, begun, ends, ended)
    }

    /// Whether it holds at a moment.
    public func holds(at now: Timestamp) -> Bool { ended == nil && begun <= now && now < ends }
}
