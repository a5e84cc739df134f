import Content
import Files

/// What cannot be done with articles: the school's own, and those that are looked for.
public enum ArticleRefusal: Error, Hashable, Sendable {
    /// Neither a file, nor a page, nor a title was given.
    case nothingGiven
    /// It has no title, and none was given.
    case noTitle
    /// Nothing is left of its title once it is read as text.
    case emptyTitle
    /// No school grade.
    case notAGrade(Double)
    /// No number of minutes that an article may take.
    case notMinutes(Int)
    /// No language.
    case notALanguage(Verbatim)

    /// A file that was given cannot be read.
    case unreadable(path: Verbatim, RegularFile.Problem)
    /// A file that was given is no text.
    case notText(path: Verbatim)
    /// A page that was given could not be read.
    case pageUnread(UnreadPage)

    /// The article is there already, from a feed.
    case thereAlready(ContentItem)
    /// What was added could not be found again.
    case lost(title: Verbatim)
    /// The article is none of the school's own; those that there are.
    case notOwn(ContentItem, own: [ItemCode])

    /// There is no word in what is looked for.
    case noWord
    /// So few articles cannot be told.
    case limitTooSmall(Int)
    /// No range of levels.
    case notLevels(Verbatim)
}
