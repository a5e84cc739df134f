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
        /// The links that are kept from now on; nil: they stay as they are.
        var newLinks: [RosterLink]?
    }

    /// Reads a file. `isHeld` tells what somebody must see, which is set apart.
    func read(
        _ path: String, map: String?, full: Bool, now: Timestamp, isHeld: @escaping (String?, String) -> Bool
    ) throws -> Read {
        let name = (path as NSString).lastPathComponent
        let table = try LearnerRow.read(try GivenFile.bytes(of: path), file: name, isHeld: isHeld)
        let file = table.withoutSkills(SkillRule(school?.skills ?? []))
        return Read(snapshot: PeopleSnapshot(file, isWhole: full), held: file.held)
    }
}
