/// The names that one entry of a document is known by.
///
/// An item is found again by the strongest of them that tells it from others. A name that several different entries of one
/// document carry tells none of them, and from then on it never does in that feed.
public struct ItemKeys: Hashable, Sendable {
    /// The names, in any order; at most one of a kind.
    public var names: [ItemName]
    /// All that the entry is known by, in one text: two entries of a document are the same article if and only if this is
    /// the same.
    public var full: String
    /// Whose names these are: the feed, however its address is spelled.
    public var scope: String
    /// The name that is the publisher's id alone, whether or not it is shared; nil without one.
    public var guid: String?
    /// Whether the entry has a date of its own, so that ``ItemName/Kind/titleAtPlace`` holds against another guid.
    public var isDated: Bool

    /// Names by their values.
    package init(names: [ItemName], full: String, scope: String, guid: String?, isDated: Bool) {
        self.names = names
        self.full = full
        self.scope = scope
        self.guid = guid
        self.isDated = isDated
    }
}

/// One name of an entry.
public struct ItemName: Hashable, Sendable {
    /// What a name is made from, the strongest first. A place is the entry's address, or the feed where it has none.
    public enum Kind: Int, CaseIterable, Sendable {
        /// The publisher's id within its feed.
        case guid
        /// The publisher's id within its feed, with the address, or with the text where there is none.
        case guidAtPlace
        /// The canonical address.
        case address
        /// The canonical address as older versions wrote it, where that is another.
        case formerAddress
        /// The text with its title, for an entry that has neither id nor address.
        case text
        /// The title and the date at a place.
        case titleAtPlace
        /// The title and the text at a place.
        case textAtPlace
        /// The text alone at a place, where it is long enough to tell articles apart.
        case bodyAtPlace
    }

    /// What it is made from.
    public var kind: Kind
    /// The name. Equal names of different kinds do not occur: each begins with its kind.
    public var key: String
    /// Whether different entries of the document carry it.
    public var isShared: Bool

    /// A name by its parts.
    package init(_ kind: Kind, _ key: String, isShared: Bool = false) {
        self.kind = kind
        self.key = key
        self.isShared = isShared
    }
}
