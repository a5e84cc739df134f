#if DEBUG
    import Configuration
    import Content
    @testable import Roster

    extension FuzzLoop {
        private static let today = CalendarDate(year: 2026, month: 9, day: 15)
        private static let cells = [
            ",", ";", "\t", "|", "\"", "\"\"", "\n", "\r\n", "\u{FEFF}", "tobedeleted", "student", "teacher", "parent",
            "1.2",
            "bulk", "delta", "absent", "1.23457E+11", "1/05/2023", "2026-09-15", "KG", "14th", "a@b.example", "<html>",
        ]

        /// The tables of a district, as one text with a line `== NAME` before each.
        static let districts = FuzzLoop(
            "districts",
            texts: [
                """
                == manifest.csv
                propertyName,value
                oneroster.version,1.1
                file.users,bulk
                == orgs.csv
                sourcedId,name,type
                S,Hill School,school
                == classes.csv
                sourcedId,title,classCode,classType,termSourcedIds
                c,7A,A,homeroom,y
                d,7A,,scheduled,y
                == academicSessions.csv
                sourcedId,startDate,endDate
                y,2026-08-31,2027-06-25
                == users.csv
                sourcedId,status,enabledUser,orgSourcedIds,role,givenName,familyName,email,agentSourcedIds,grades,password
                l,,true,S,student,Cara,Fenn,,g,07,pw
                g,,true,S,parent,Fay,Fenn,fay@home.example,l,,pw
                t,,true,S,teacher,Ada,Quill,ada@staff.example,,,pw
                == enrollments.csv
                sourcedId,status,classSourcedId,userSourcedId,role,beginDate,endDate
                e,,c,l,student,,
                f,,d,l,student,2026-09-01,
                h,,c,t,teacher,,

                """
            ],
            words: cells + ["== roles.csv\nuserSourcedId,role,orgSourcedId\nl,student,S\n", "== users.csv\n"]
        ) { bytes in
            let files = Holds.files(bytes.text)
            do throws(RosterError) {
                let read = try OneRosterImport.read(files, name: "d", map: nil, earlier: [], today: today)
                var found = Holds.people(read.snapshot)
                let again = try OneRosterImport.read(files, name: "d", map: nil, earlier: read.links, today: today)
                if again.links != read.links { found.append("imported twice, other links") }
                let mixed = Array(files.reversed())
                let other = try OneRosterImport.read(mixed, name: "d", map: nil, earlier: [], today: today)
                if other.snapshot.learners != read.snapshot.learners {
                    found.append("in another order, other learners")
                }
                return found
            } catch {
                return Holds.findings([error.finding])
            }
        }

        /// An export and its map, with a line `== ` between them.
        static let exports = FuzzLoop(
            "exports",
            texts: [
                """
                file: {header: 2, dates: day-first}
                skip: {Name: [Total]}
                learner: {id: Ref, name: Name, name-order: last-first, grade: Gr, class: Cl, until: Bis, language: L}
                guardians: [{email: P, consent: C}]
                teacher: {name: T}
                values: {language: {Deutsch: de}, grade: {Year R: K}}
                ==\u{20}
                Lists
                Ref;Name;Gr;Cl;Bis;L;P;C;T
                1;"Fenn, Cara";5;5a;31/07/2027;Deutsch;fay@home.example, gus@home.example;ja;Quill
                1;"Fenn, Cara";5;5b;;de-AT;fay@home.example;;Ember
                2;Gale;Year R;5a;;;;;

                """
            ], words: cells + ["learner:", "{id: Ref}", "values:", "- ", "==\u{20}\n"]
        ) { bytes in
            let parts = bytes.text.split(separator: "==\u{20}\n", maxSplits: 1, omittingEmptySubsequences: false)
            let table = RosterSourceFile(path: "e.csv", bytes: Array((parts.last ?? "").utf8))
            var found: [String] = []
            if let guess = try? RosterMapGuess(table, today: today, region: "GB") {
                if guess.sample != nil, (try? RosterMap(yaml: Array(guess.yaml.utf8), file: "m")) != guess.map {
                    found.append("a guess that reads otherwise: \(guess.yaml)")
                }
            }
            do {
                let map = try RosterMap(yaml: Array((parts.first ?? "").utf8), file: "m.yaml")
                if try RosterMap(yaml: Array(RosterMapText.of(map).utf8), file: "m.yaml") != map {
                    found.append("written again, another map: \(RosterMapText.of(map))")
                }
                let read = try MappedExport.read(table, map: map, today: today, region: nil, isWhole: true)
                for row in read.learners {
                    for guardian in row.guardians
                    where guardian.consent.map({ !["yes", "no", "", Fact.unreadable].contains($0) }) ?? false {
                        found.append("a consent that is none: \(guardian)")
                    }
                }
                return found + Holds.people(read)
            } catch let error as ConfigurationError {
                // A line a finding.
                return found + Holds.findings(error.findings)
            } catch {
                return found + Holds.error(error)
            }
        }
    }

    extension Holds {
        /// The files of a text that has a line `== NAME` before each.
        fileprivate static func files(_ text: String) -> [RosterSourceFile] {
            text.split(separator: "== ").map { part in
                let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
                return RosterSourceFile(
                    path: String(lines.first ?? ""), bytes: Array((lines.count > 1 ? lines[1] : "").utf8))
            }
        }

        /// People as whatever source has them.
        fileprivate static func people(_ read: PeopleSnapshot) -> [String] {
            var found = findings(read.findings)
            if Set(read.learners.map { $0.id }).count != read.learners.count { found.append("a learner twice") }
            if Set(read.classes.map { $0.name }).count != read.classes.count { found.append("a class twice") }
            for row in read.learners {
                if row.id.rawValue.isEmpty { found.append("a learner without an id") }
                if read.untouched.contains(row.id) { found.append("somebody who stays as they are is told of") }
                for (kind, value) in row.values { found += text(value, "'\(kind.rawValue)'") }
                let addresses = Fact.list(row.values[.guardianEmail] ?? "")
                if row.values[.guardianEmail] != nil, addresses != row.guardians.map({ $0.address }) {
                    found.append("guardians \(row.guardians) and addresses \(addresses)")
                }
            }
            return found
        }
    }
#endif
