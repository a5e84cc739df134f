import Content

/// What of the calendar cannot be done.
public enum ScheduleRefusal: Error, Hashable, Sendable {
    /// The system knows no such time zone.
    case noTimeZone(Verbatim)
    /// No schedule has an edition on the date.
    case noEdition(on: CalendarDate)
    /// What is out cannot be skipped.
    case isOut(Edition)
    /// It will not go out anyway; why, as the ledger has it.
    case hasNotGoneOut(Edition, because: Verbatim)
    /// Its lists were made and then skipped.
    case listsAreWithheld(Edition)
    /// The last date of a pause lies behind.
    case isOver(CalendarDate)
    /// There is no schedule.
    case noSchedule
    /// No schedule can be used as it is written.
    case noneUsable
    /// A run reads the calendar once, so nothing of it is changed while one is at work.
    case runAtWork(holder: Verbatim)
    /// A run is at work, so nothing is removed.
    case runAtWorkWhenPruning(holder: Verbatim)
    /// What ticks would run as the system's root.
    case folderOfRoot(Verbatim)
    /// cron needs a name, and the folder's owner has none.
    case ownerWithoutName(folder: Verbatim, user: Verbatim)
    /// Somebody else's file is where ours would be.
    case foreignFile(Verbatim)
    /// A file could not be written.
    case unwritable(Verbatim)
    /// A file could not be removed; the system's words.
    case unremovable(Verbatim, Verbatim)
    /// This machine has no `crontab`.
    case noCrontab
    /// `crontab` did not take the table.
    case tableRefused
    /// A tick could not be started; the system's words.
    case notStarted(program: Verbatim, Verbatim)
}
