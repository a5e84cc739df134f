#if DEBUG
    import Content
    @testable import Roster

    extension FuzzLoop {
        private static let roster = Seeds.files(in: "Tests/Fixtures/roster", ending: ".csv")
        private static let cells = [
            ",", ";", "\t", "\"", "\"\"", "\n", "\r\n", "\r", "sep=;\n", "\u{FEFF}", "yes", "no", "sí", "K", "13",
            "6.5", "650L", "en;es", "2026-09-01",
            "learner_id", "guardian_email", "consent", "a@b.example;c@d.example", "more", "less", "never", "too-hard",
            "learner", "teacher", "=1+1", "@",
        ]

        /// `learners.csv`.
        static let learners = FuzzLoop(
            "learners", seeds: roster + [Seeds.file("Config/learners.csv")],
            words: cells + ["under13", "level_source", "dial"]
        ) { bytes in
            let file = "learners.csv"
            do throws(RosterError) {
                let read = try LearnerRow.read(bytes, file: file)
                var found = Holds.rows(read, bytes) { $0.line }
                if try LearnerRow.read(bytes, file: file) != read { found.append("read twice, two rosters") }
                if Set(read.rows.map { $0.id }).count != read.rows.count { found.append("a learner twice") }
                for row in read.rows {
                    if row.id.rawValue.isEmpty { found.append("a learner without an id") }
                    for (kind, value) in row.values { found += Holds.text(value, "'\(kind.rawValue)'") }
                }
                let written = Holds.table(read.rows)
                let again = try LearnerRow.read(Array(written.utf8), file: file)
                // A cell that is no value, as one that could not be read, is written as an empty one.
                let isSame =
                    again.rows.map { $0.id } == read.rows.map { $0.id }
                    && zip(again.rows, read.rows).allSatisfy { again, first in
                        again.values.filter { first.values[$0.key] != nil || !$0.value.isEmpty } == first.values
                    }
                if !isSame {
                    let other = zip(read.rows, again.rows).first { $0.values != $1.values }
                    found.append("written again, another roster: \(again.findings.map { "\($0)" }), \(other as Any)")
                }
                return found + Holds.plan(of: read)
            } catch {
                return Holds.findings([error.finding]) + Holds.places([error.finding], of: file, in: bytes, cells: true)
            }
        }

        /// `classes.csv`.
        static let classes = FuzzLoop(
            "classes",
            seeds: [
                Seeds.file("Config/classes.csv"), Seeds.file("Tests/Fixtures/roster/classes.csv"),
                Array("class\n5A\n".utf8),
            ],
            words: cells + ["class", "teacher", "teacher_email", "review", "dial"]
        ) { bytes in
            let file = "classes.csv"
            do throws(RosterError) {
                let read = try ClassRow.read(bytes, file: file)
                var found = Holds.rows(read, bytes) { $0.line }
                let plan = ClassPlan(file: read, current: [])
                for text in plan.changes.flatMap({ [$0.name] + $0.values.flatMap { [$0.old, $0.new] } }) {
                    found += Holds.text(text, "a plan's text")
                }
                if !ClassPlan(file: read, current: plan.classes).classes.isEmpty {
                    found.append("imported twice, something changes")
                }
                return found
            } catch {
                return Holds.findings([error.finding]) + Holds.places([error.finding], of: file, in: bytes, cells: true)
            }
        }

        /// `wishes.csv`, a strip that was typed in.
        static let strips = FuzzLoop(
            "strips", seeds: [Seeds.file("Config/wishes.csv"), Seeds.file("Tests/Fixtures/roster/wishes.csv")],
            words: cells + ["item", "wish", "topic", "by", "allow", "too easy", "more;less", "X8999"]
        ) { bytes in
            let file = "wishes.csv"
            do throws(RosterError) {
                let read = try WishRow.read(bytes, file: file)
                var found = Holds.rows(read, bytes) { $0.line }
                for row in read.rows {
                    if row.wishes.isEmpty || Set(row.wishes).count != row.wishes.count {
                        found.append("a row without a wish, or with one twice")
                    }
                    if row.item == nil, row.topics.isEmpty { found.append("a row about nothing") }
                    if row.item != nil || row.topics.count > 1, !row.topics.isEmpty, row.wishes != [.never] {
                        found.append("a row about several things")
                    }
                    for (one, other) in [(Fact.Kind.more, Fact.Kind.less), (.never, .allow), (.tooEasy, .tooHard)]
                    where row.wishes.contains(one) && row.wishes.contains(other) {
                        found.append("a row that contradicts itself")
                    }
                    for fact in row.facts(item: nil, at: Timestamp(seconds: 0)) {
                        found += Holds.text(fact.value, "a wish")
                    }
                }
                return found
            } catch {
                return Holds.findings([error.finding]) + Holds.places([error.finding], of: file, in: bytes, cells: true)
            }
        }
    }

    extension Holds {
        /// A roster file of whatever rows.
        fileprivate static func rows<Row>(_ read: RosterFile<Row>, _ bytes: [UInt8], line: (Row) -> Int) -> [String] {
            let text = TextDecoding.utf8(bytes, file: "").bytes
            let lines = text.count { $0 == 0x0A || $0 == 0x0D } + 1
            var found = findings(read.findings) + places(read.findings, of: read.name, in: text, cells: true)
            if read.rows.contains(where: { !(1...lines).contains(line($0)) }) {
                found.append("a row outside of the file")
            }
            if read.rows.count + read.refused.count > lines { found.append("more rows than lines") }
            return found
        }

        /// Rows as a file that says the same, every cell in quotes.
        fileprivate static func table(_ rows: [LearnerRow]) -> String {
            let columns = LearnerColumn.allCases.filter { column in
                column.isRequired || rows.contains { row in row.value(in: column) != nil }
            }
            func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
            var lines = [columns.map { $0.rawValue }.joined(separator: ",")]
            for row in rows {
                lines.append(columns.map { quoted(row.value(in: $0) ?? "") }.joined(separator: ","))
            }
            return lines.joined(separator: "\n") + "\n"
        }

        /// A file that is imported twice changes nothing the second time.
        fileprivate static func plan(of file: RosterFile<LearnerRow>) -> [String] {
            let moments = [Timestamp(seconds: 1_788_000_000), Timestamp(seconds: 1_789_000_000)]
            let people = PeopleSnapshot(file, isWhole: false)
            let first = RosterPlan(people, current: [:], now: moments[0])
            let facts = Dictionary(grouping: first.facts) { $0.learner }
            let second = RosterPlan(people, current: facts, now: moments[1])
            return (second.isEmpty ? [] : ["imported twice, something changes: \(second.facts.prefix(2))"])
                + first.facts.flatMap { text($0.value, "a plan's text") }
        }
    }
#endif
