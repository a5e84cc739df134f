import Configuration
import Content
import Files

/// What keeps a run, or any command, from working in a folder or for an edition.
public enum RunRefusal: Error, Hashable, Sendable {
    /// The folder's lock cannot be used.
    case unlockable(FileProblem)
    /// A folder belongs to somebody who may not enter it.
    case ownerMayNotEnter(folder: Verbatim, owner: Verbatim)
    /// A part of a folder, by its name and path, belongs to somebody else than the rest.
    case strangersPart(folder: Verbatim, owner: Verbatim, part: Verbatim, path: Verbatim, stranger: Verbatim)
    /// Root could not act as a folder's owner: why, and the owner as `sudo` is told.
    case rootMayNotBecome(folder: Verbatim, owner: Verbatim, Verbatim, account: Verbatim)
    /// There is no schedule of an edition's name; the nearest one, and all.
    case noScheduleOf(Edition, nearest: Verbatim?, known: [Verbatim])
    /// A schedule has no edition on the date; its next dates.
    case noEditionOf(schedule: Verbatim, on: CalendarDate, next: [CalendarDate])
    /// Somebody said that there is no such edition; why.
    case isSkipped(Edition, because: Verbatim)
    /// The edition falls into a pause.
    case isPaused(Edition)
    /// There is no schedule of a name; the nearest one.
    case noSchedule(Verbatim, nearest: Verbatim?)
    /// The schedule of a name cannot be used as it is written; the nearest one that can.
    case unusableSchedule(Verbatim, nearest: Verbatim?)
    /// A district has no school of a name, or it is no district; the nearest one.
    case noSchool(Verbatim, nearest: Verbatim?)
    /// The secret of one-click addresses is in order, so that none is made in its place.
    case secretIsInOrder
}

extension GleanerConfiguration {
    /// The school of a district that somebody names. Throws ``RunRefusal`` where there is none of that name.
    package func school(named name: String) throws(RunRefusal) -> SchoolName {
        let known = schools.map { $0.name }
        if let named = SchoolName(name), let school = known.first(where: { $0 == named }) { return school }
        throw .noSchool(
            Verbatim(name), nearest: NearestName.of(name, among: known.map { $0.text }).map { Verbatim($0) })
    }
}
