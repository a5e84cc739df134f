import Content
import Files
import Output

/// What cannot be done with lists, pins and vetoes.
public enum ListRefusal: Error, Hashable, Sendable {
    /// A learner has no list, or none of the edition, that could be explained.
    case noListToExplain(of: Verbatim, Edition?)
    /// A learner has no list, or none of the edition, that could be shown.
    case noListToPreview(of: Verbatim, Edition?)
    /// The ledger has no such run.
    case runIsGone(Int64)
    /// A learner was not on the roster when the list was made.
    case wasNotOnRoster(Verbatim)
    /// An article was not there when the list of an edition was made.
    case wasNotKnown(ArticleName, Edition)
    /// The list of a learner will not go out, so there is nothing to show.
    case willNotGoOut(of: Verbatim)
    /// The files of a preview could not be written.
    case previewUnwritable(OutboxError)
    /// A learner is not in the class.
    case isNotInClass(Verbatim, schoolClass: Verbatim)
    /// A learner is in no class that could approve, hold or lift.
    case isInNoClass(Verbatim)
    /// It was not said whose lists are changed.
    case namesNobody
    /// An article cannot be both asked for and taken out.
    case contradiction(ArticleName)
    /// A learner has no list that the class could hold back.
    case nothingToHold(of: Verbatim, by: Verbatim)
    /// The class holds back no list of a learner's.
    case nothingToLift(of: Verbatim, by: Verbatim)
    /// The name of who says something is not fit to be printed.
    case nameCannotBePrinted
    /// A rule would end before today.
    case endIsPast(CalendarDate, today: CalendarDate)
    /// No such pin or veto stands. `elsewhere`: for whom it does; `own`: what else stands for the same.
    case nothingStands(RuleSubject, of: TeacherRule.Kind, for: Whom, elsewhere: [Whom], own: [RuleSubject])
    /// The lists are others than those that were looked at.
    case hasChanged
    /// Another run is at work, which lists cannot be changed beside.
    case anotherRunIsAtWork
    /// All lists that would be changed are sent.
    case isSent(Edition, for: Whom, RepairVerb, ItemCode)
    /// No list that could be changed holds the article.
    case nothingOpen(ArticleName, of: Edition?, for: Whom)
    /// A reviewed table cannot be read.
    case tableUnreadable(Verbatim, RegularFile.Problem)
    /// No line of a reviewed table says what to do.
    case tableSaysNothing(Verbatim)
    /// Lines of a reviewed table cannot be done, so none was.
    case tableFaults(Verbatim, [ReviewTableFault])
}

/// What is wrong with a reviewed table.
public enum ReviewTableFault: Hashable, Sendable {
    /// The table cannot be read at a place.
    case unreadable(Finding)
    /// What a line says cannot be done.
    case row(line: Int, ReviewRowFault)
}

/// Why what a line of a reviewed table says cannot be done.
public enum ReviewRowFault: Hashable, Sendable {
    /// No list of anybody's in the table is open.
    case nothingOpen(LearnerID)
    /// The learner has no list of the edition.
    case noList(LearnerID, Edition)
    /// The learner's list is sent.
    case isSent(of: Verbatim)
    /// The learner is not in the class.
    case isNotInClass(Verbatim, schoolClass: Verbatim)
    /// A learner of no class: nobody could hold or approve.
    case nobodyHolds
    /// Another class approves the list. `by`: the learner's home class; nil: there is none.
    case isApproved(by: Verbatim?, notBy: Verbatim)
    /// The list is held back, which an approval does not lift.
    case isHeld
    /// Another line says the opposite of the learner's list.
    case oppositeOfList(of: Verbatim)
    /// No article has the code.
    case noArticle(Verbatim)
    /// The article is not in the learner's list.
    case isNotInList(ArticleName, of: Verbatim)
    /// The learner is in no class that could veto for all.
    case isInNoClass(Verbatim)
    /// Another line says the opposite of the article.
    case oppositeOfArticle(ArticleName)
}
