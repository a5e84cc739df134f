/// One dated statement about a learner with its origin. Facts are appended, never changed: what holds now is a view
/// over them (``Learner``, ``InterestProfile``), and what held at an earlier run can be told exactly.
public struct Fact: Hashable, Codable, Sendable {
    /// What a fact is about.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        // Roster: one value holds, the latest.
        case name, classes, homeroom, grade, school, email, guardianEmail, language, dial, minutes
        case interests, avoid, strengths, needs, level, levelSource, levelDate, levelLock
        case consent, guardianConsent, under13
        /// The language that a guardian is written to in.
        case guardianLanguage
        /// What was said of one purpose alone, where it is another than of all: that lists are made from what is known of the learner,
        /// that they are mailed, that a copy goes to somebody else.
        case profiled, mailed, copied
        /// `yes`, or `no` for a learner who left the roster.
        case enrolled
        /// Which roster the learner came by, where it is one that is whole each time: who is missing from the next has left.
        case source
        // Wishes: each adds to those before.
        case more, less, never, allow, tooEasy, tooHard
        /// Lets a wish go.
        case enough
        /// An article was read; it was good; it was not.
        case read, liked, disliked

        /// Whether it is something that a person said about items or topics, not a column of the roster.
        public var isWish: Bool {
            switch self {
            case .more, .less, .never, .allow, .tooEasy, .tooHard, .enough, .read, .liked, .disliked: true
            default: false
            }
        }

        /// Whether it can be said of an article alone, and of no topic.
        public var isOfArticles: Bool {
            switch self {
            case .tooEasy, .tooHard, .read, .liked, .disliked: true
            default: false
            }
        }
    }

    /// Who a fact comes from.
    public enum Origin: String, Codable, Sendable, CaseIterable {
        case roster, teacher, learner, guardian
    }

    /// The store's number of this fact; a later one has a larger number. 0 before it is stored.
    public var number: Int64
    /// Whom it is about.
    public var learner: LearnerID
    /// What it is about.
    public var kind: Kind
    /// The value as text: a word, a number, a topic; several separated by `;`. Empty: the value was taken back. For a
    /// wish about an item, that item's title as it stood then.
    public var value: String
    /// The item that a wish is about, if it is about one and not about a topic.
    public var item: ItemID?
    /// The guardian whom it is about, by the mail address in lower case; empty: one who has none. Nil: it is not about one guardian.
    public var guardian: String?
    /// Who said it.
    public var origin: Origin
    /// When it was said.
    public var at: Timestamp
    /// The number of an earlier statement about the same learner that counts no more, as if it had never been said; nil: it takes nothing back.
    /// Kind, value and item are those of the other.
    public var takesBack: Int64?

    /// A fact by its parts.
    public init(
        number: Int64 = 0, learner: LearnerID, kind: Kind, value: String, item: ItemID? = nil,
        guardian: String? = nil, origin: Origin, at: Timestamp, takesBack: Int64? = nil
    ) {
        self.takesBack = takesBack
        self.number = number
        self.learner = learner
        self.kind = kind
        self.value = value
        self.item = item
        self.guardian = guardian
        self.origin = origin
        self.at = at
    }

    /// What the roster's consent is kept as where its cell could not be read. It counts as no, and is no word of the school's:
    /// when the cell can be read again and says what it said before, what was said since holds.
    public static let unreadable = "unreadable"

    /// The value as a list: parts between `;`, trimmed, without empty ones.
    public var values: [String] { Fact.list(value) }

    /// Splits a list as the roster writes it: parts between `;`, trimmed, without empty ones. A part that has a `;` of its own is
    /// kept with `\\` before it (``joined(_:)``).
    public static func list(_ text: String) -> [String] {
        guard text.utf8.contains(UInt8(ascii: "\\")) else {
            return text.split(separator: ";").map { $0.trimmed }.filter { !$0.isEmpty }
        }
        var parts: [String] = [""]
        for character in text {
            if character == ";", parts[parts.count - 1].last != "\\" {
                parts.append("")
            } else {
                if character == ";" { parts[parts.count - 1].removeLast() }
                parts[parts.count - 1].append(character)
            }
        }
        return parts.map { $0.trimmed }.filter { !$0.isEmpty }
    }

    /// A list of parts that may have a `;` in them, as a value.
    public static func joined(_ parts: [String]) -> String {
        parts.map {
            $0.utf8.contains(UInt8(ascii: ";"))
                ? $0.split(separator: ";", omittingEmptySubsequences: false).joined(separator: "\\;") : $0
        }
        .joined(separator: ";")
    }
}

extension StringProtocol {
    /// Without white space at both ends.
    public var trimmed: String {
        // Most texts have none there, which two bytes tell.
        func isVisible(_ byte: UInt8?) -> Bool { byte.map { $0 > 0x20 && $0 < 0x7F } ?? false }
        var rest = Substring(self)
        if isVisible(rest.utf8.first), isVisible(rest.utf8.last) { return String(self) }
        while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
        while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
        return String(rest)
    }
}
