import Content

/// What an import of OneRoster gives: the people as the source has them, and what a later import of changes alone needs.
public struct OneRosterImport: Sendable {
    /// The people.
    public let snapshot: PeopleSnapshot
    /// What is to be kept in place of what an earlier import has kept, by table and id.
    public let links: [RosterLink]

    /// Reads OneRoster CSV 1.1 or 1.2.
    ///
    /// - Parameters:
    ///   - files: the tables (``RosterSource/files``).
    ///   - name: what the source is called in findings.
    ///   - map: the columns that have languages, and how dates are written; nil: nobody has said.
    ///   - earlier: what the import before has kept.
    ///   - today: the day on which enrolments and roles must run.
    /// - Throws: ``RosterError`` for what is refused whole.
    public static func read(
        _ files: consuming [RosterSourceFile], name: String, map: RosterMap?, earlier: consuming [RosterLink],
        today: CalendarDate
    ) throws(RosterError) -> OneRosterImport {
        var manifest = try OneRosterManifest(files)
        let before = OneRosterPeople(links: earlier)
        (files, earlier) = ([], [])
        let columns = { (sources: [RosterMap.Source]?) in
            (sources ?? []).compactMap { source in if case .column(let name) = source { name } else { nil } }
        }
        let languages = OneRosterReader.Languages(
            learner: columns(map?.learner.language), guardian: columns(map?.guardianLanguage))
        var reader = OneRosterReader(
            before, isTwo: manifest.isTwo, days: DayReading(order: map?.file.dates), languages: languages)
        try check(manifest, before)
        for table in [OneRosterTable.orgs, .academicSessions, .classes, .users, .roles, .enrollments] {
            // The bytes of a table go when it is read.
            guard let source = manifest.take(table), table != .roles || manifest.isTwo else { continue }
            try reader.read(table, source, isWhole: manifest.modes[table] != .delta)
        }
        var (people, untouched, gone) = (reader.people, reader.untouched, reader.deleted)
        reader.people = OneRosterPeople()
        var snapshot = OneRosterSnapshot(
            people, today: today, untouched: untouched, gone: gone,
            speaks: (learner: !languages.learner.isEmpty, guardian: !languages.guardian.isEmpty))
        // Who was known and is taken away, or is there and learns no more.
        let left = before.all(.student, today: nil).filter { id in
            guard let user = people.users[id] else { return gone.contains(id) }
            return !people.has(.student, id, user, today: today)
        }
        // Who is only mentioned by changes keeps the people around them; who has left may come back.
        let known = manifest.modes[.users] == .delta ? Set(before.users.keys) : []
        let links = people.keeping(untouched, from: before).links(
            of: snapshot.needed.union(untouched).union(known).union(before.agents(of: untouched)))
        people.enrolments = OneRosterEnrolments()
        snapshot.forgetEnrolments()
        let rows = snapshot.rows(left: left)
        let isWhole = manifest.modes[.users] == .bulk
        return OneRosterImport(
            snapshot: PeopleSnapshot(
                name: name, learners: rows.learners, classes: rows.classes, isWhole: isWhole,
                untouched: Set(untouched.map { LearnerID(rawValue: $0) }), rowsLeftOut: reader.rowsLeftOut,
                findings: manifest.findings + reader.findings + snapshot.findings),
            links: links)
    }

    /// Throws ``RosterError`` where nobody can be told of from the files that are there.
    private static func check(_ manifest: OneRosterManifest, _ before: OneRosterPeople) throws(RosterError) {
        if manifest.tables[.users] == nil, !before.known.contains(.users) {
            throw RosterError(.neededFileIsMissing(OneRosterTable.users.file, "nobody knows who the people are"))
        }
        if manifest.isTwo, manifest.tables[.roles] == nil, !(before.isTwo && before.known.contains(.roles)) {
            throw RosterError(.neededFileIsMissing(OneRosterTable.roles.file, "nobody knows who is a learner"))
        }
    }
}
