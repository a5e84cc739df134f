import Content

/// An article as it is named: by its title, with the code that is printed beside it.
public struct ArticleName: Hashable, Sendable {
    /// The printed code.
    public var code: ItemCode
    /// The title.
    public var title: Verbatim
    /// The language that it is in; nil: not known.
    public var language: String?

    /// The name of an article.
    init(_ item: ContentItem) {
        code = item.code
        title = Verbatim(item.title)
        language = item.language
    }
}

/// What a teacher's rule is about.
public enum RuleSubject: Hashable, Sendable {
    /// An article.
    case article(ArticleName)
    /// An article that the store has no more.
    case unknownArticle(ItemID)
    /// A topic, as it was typed.
    case topic(Verbatim)
    /// All that a feed brings, by its title or address.
    case feed(Verbatim)
}

/// A pin or a veto as it was just said.
public struct SaidRule: Hashable, Sendable {
    /// What was said.
    public enum Verb: Hashable, Sendable {
        /// A pin; assigned work is sent even against an opt-out.
        case pin(isAssigned: Bool)
        /// A veto.
        case veto
        /// That a pin holds no more.
        case unpin
        /// That a veto holds no more.
        case unveto
        /// That it is let through.
        case approve
        /// That it is let through no more.
        case unapprove
    }

    /// What was said.
    public var verb: Verb
    /// What it is about.
    public var subject: RuleSubject
    /// Whom it is for.
    public var whom: Whom
    /// The date of the last edition that it holds for; nil: until it is taken back.
    public var until: CalendarDate?
    /// Whether it was not said so already.
    public var isNew: Bool
}
