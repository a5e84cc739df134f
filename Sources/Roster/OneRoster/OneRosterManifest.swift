import Content

/// What `manifest.csv` says of the files beside it; where there is none, what the files themselves tell.
struct OneRosterManifest {
    /// How much of a table a file has.
    enum Mode: String {
        /// All of it.
        case bulk
        /// What changed since.
        case delta
        /// There is no file.
        case absent
    }

    /// Whether it is version 1.2, and not 1.1.
    private(set) var isTwo = false
    /// What is so of each table.
    private(set) var modes: [OneRosterTable: Mode] = [:]
    /// What was found.
    private(set) var findings: [Finding] = []
    /// The tables whose files are read, each opened.
    private(set) var tables: [OneRosterTable: SourceTable] = [:]

    /// Looks at the files. Throws ``RosterError`` for another version, and for a file that is promised and not there.
    init(_ files: [RosterSourceFile]) throws(RosterError) {
        var byTable: [OneRosterTable: RosterSourceFile] = [:]
        for file in files {
            guard let table = OneRosterTable(file.name) else { continue }
            guard byTable.updateValue(file, forKey: table) == nil else {
                throw RosterError(.fileStandsTwice(table.file))
            }
        }
        var version: String?
        var said: [String: (file: String, mode: Mode)] = [:]
        if let file = byTable[.manifest] {
            (version, said) = try read(file)
        } else {
            findings.append(.manifestIsMissing(files: byTable.keys.map(\.file).sorted()))
        }
        for table in OneRosterTable.allCases where table != .manifest {
            let mode = said[table.rawValue.lowercased()]?.mode
            if let file = byTable[table], mode != .absent {
                tables[table] = try SourceTable(file, form: SourceTable.Form(needsAllCells: true))
                modes[table] = mode ?? .bulk
            } else if byTable[table] != nil {
                findings.append(.fileIsAbsentByManifest(table.file))
            }
        }
        let there = Set(files.map { $0.name.lowercased() })
        for (_, told) in said.sorted(by: { $0.key < $1.key }) where told.mode != .absent {
            guard there.contains(told.file.lowercased()) else { throw RosterError(.promisedFileIsMissing(told.file)) }
        }
        isTwo = version.map { $0 == "1.2" } ?? Self.isTwo(tables)
    }

    private mutating func read(_ file: RosterSourceFile) throws(RosterError) -> (
        String?, [String: (file: String, mode: Mode)]
    ) {
        var table = try SourceTable(file)
        guard let name = table.place(of: "propertyName"), let value = table.place(of: "value") else {
            let missing = ["propertyName", "value"].filter { table.place(of: $0) == nil }
            throw RosterError(.neededColumnsAreMissing(missing, of: file.name, line: table.headerLine))
        }
        var version: String?
        var modes: [String: (file: String, mode: Mode)] = [:]
        while let entry = try table.next() {
            guard case .row(let row) = entry else { continue }
            let (key, text) = (row[name].lowercased(), row[value])
            let site = FindingSite.file(file.name, line: row.line)
            if key == "oneroster.version" {
                guard text == "1.1" || text == "1.2" else { throw RosterError(.versionIsOther(text, at: site)) }
                version = text
            } else if key.hasPrefix("file.") {
                let file = row[name].dropFirst("file.".count) + ".csv"
                guard let mode = Mode(rawValue: text.lowercased()) else {
                    throw RosterError(.modeIsOther(text, of: String(file.prefix(80)), at: site))
                }
                modes[String(key.dropFirst("file.".count))] = (String(file.prefix(80)), mode)
            }
        }
        if version == nil { findings.append(.manifestHasNoVersion(at: .file(file.name))) }
        return (version, modes)
    }

    /// The version by the columns: roles are a table of their own since 1.2.
    private static func isTwo(_ tables: [OneRosterTable: SourceTable]) -> Bool {
        guard let users = tables[.users] else { return tables[.roles] != nil }
        if tables[.roles] != nil { return users.place(of: "role") == nil || users.place(of: "orgSourcedIds") == nil }
        let isOne = users.place(of: "role") != nil || users.place(of: "orgSourcedIds") != nil
        return !isOne && ["primaryOrgSourcedId", "userMasterIdentifier"].contains { users.place(of: $0) != nil }
    }

    /// Opens no table twice: gives one away.
    mutating func take(_ table: OneRosterTable) -> SourceTable? { tables.removeValue(forKey: table) }
}
