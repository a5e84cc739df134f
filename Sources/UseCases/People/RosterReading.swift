import Content
import Pipeline
import Roster
import Store

/// Reads a roster in whichever form it comes.
struct RosterReading {
    let school: School?
    let store: Store

    /// What was read.
    struct Read {
        /// The people.
        var snapshot: PeopleSnapshot
        /// What was written that somebody must see, and that was not read on.
        var held: [HeldText] = []
        /// The links that are kept from now on; nil: they stay as they are.
        var newLinks: [RosterLink]?
    }

    /// Reads what lies at a path. `full`: whether a table is all people; `isHeld` tells what somebody must see, which is set apart.
    func read(
        _ path: String, map: String?, full: Bool, now: Timestamp, isHeld: @escaping (String?, String) -> Bool
    ) throws -> Read {
        let given = try RosterFiles(path: path)
        let source = RosterSource(given.files)
        switch source.kind {
        case .oneRoster:
            let earlier = try store.rosterLinks.all()
            let read = try OneRosterImport.read(
                source.files, name: given.name, map: nil, earlier: earlier, today: today(now))
            var snapshot = read.snapshot
            snapshot.form = .oneRoster
            return Read(snapshot: snapshot, newLinks: read.links == earlier ? nil : read.links)
        case .own:
            let table = try LearnerRow.read(source.files[0].bytes, file: given.name, isHeld: isHeld)
            let file = table.withoutSkills(SkillRule(school?.skills ?? []))
            return Read(snapshot: PeopleSnapshot(file, isWhole: full), held: file.held)
        case .export: throw RosterRefusal.needsMap(Verbatim(path))
        case .several: throw RosterRefusal.severalTables(Verbatim(path), source.files.map { Verbatim($0.path) })
        case .nothing: throw RosterRefusal.noTable(Verbatim(path))
        }
    }

    /// The day in the school's zone: what runs today is in a class.
    private func today(_ now: Timestamp) -> CalendarDate { school?.localDate(at: now) ?? now.utcDate }
}
