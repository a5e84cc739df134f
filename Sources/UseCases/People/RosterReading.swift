import Configuration
import Content
import Foundation
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
        /// What was read of OneRoster, with the links that are kept from now on; nil: it is none, and they stay as they are.
        var oneRoster: OneRosterImport?
    }

    /// Reads what lies at a path. `full`: whether a table is all people; `isHeld` tells what somebody must see, which is set apart.
    func read(
        _ path: String, map: String?, full: Bool, now: Timestamp, isHeld: @escaping (String?, String) -> Bool
    ) throws -> Read {
        let given = try RosterFiles(path: path)
        let source = RosterSource(given.files)
        let map = try map.map {
            try RosterMap(yaml: try GivenFile.bytes(of: $0), file: ($0 as NSString).lastPathComponent)
        }
        switch (source.kind, map) {
        case (.oneRoster, let map):
            if let map, map.format != .oneroster { throw RosterRefusal.mapOfATable(Verbatim(path)) }
            let read = try OneRosterImport.read(
                source.files, name: given.name, map: map, earlier: try store.rosterLinks.all(), today: today(now))
            var snapshot = read.snapshot
            snapshot.form = .oneRoster
            return Read(snapshot: snapshot, oneRoster: read)
        case (.own, nil):
            let table = try LearnerRow.read(
                source.files[0].bytes, file: given.name, region: school?.configuration.school.region, isHeld: isHeld)
            let file = table.withoutSkills(SkillRule(school?.skills ?? []))
            return Read(snapshot: PeopleSnapshot(file, isWhole: full), held: file.held)
        case (.own, let map?), (.export, let map?):
            if map.format == .oneroster { throw RosterRefusal.mapOfOneRoster(Verbatim(path)) }
            let snapshot = try MappedExport.read(
                source.files[0], map: map, today: today(now), region: school?.configuration.school.region,
                isWhole: full)
            return Read(snapshot: snapshot)
        case (.export, nil): throw RosterRefusal.needsMap(Verbatim(path))
        case (.several, _): throw RosterRefusal.severalTables(Verbatim(path), source.files.map { Verbatim($0.path) })
        case (.nothing, _): throw RosterRefusal.noTable(Verbatim(path))
        }
    }

    /// The day in the school's zone: what runs today is in a class.
    private func today(_ now: Timestamp) -> CalendarDate { school?.localDate(at: now) ?? now.utcDate }
}
