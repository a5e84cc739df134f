import Content

/// What is found in the cells of a row. Why a cell cannot be used stands with the others of its kind (``CellFault``).
extension Finding {
    /// Told of each cell of which nothing can be used; `text`: what stands there, nil where nobody may be shown it.
    static func cellNotRead<Column: CellColumn>(
        _ text: String?, in column: Column, _ fault: CellFault, at place: FindingSite
    ) -> Finding {
        cell("\(quoted(text)) in column '\(column.rawValue)'", fault, column.loss.outcome, at: place)
    }

    /// Told of parts of a cell, where others can be used.
    static func partNotRead<Column: CellColumn>(
        _ text: String?, of column: Column, _ fault: CellFault, at place: FindingSite
    ) -> Finding {
        cell(
            "\(quoted(text)) in column '\(column.rawValue)'", fault,
            "That part was left out\(column.keepsEarlier ? "; what stood there before stays." : ".")", at: place)
    }

    /// Told of each row whose cells are good and do not go together.
    static func cellsDoNotGoTogether<Column: RosterColumn>(_ fault: RowFault<Column>, at place: FindingSite) -> Finding
    {
        cell(fault.problem, fault.fault, fault.outcome, at: place)
    }

    /// Told of each row about somebody whom another, in `line`, is about; `restricts`: whether it says what must not come, which counts.
    static func keyStandsAlready<Column: CellColumn>(
        _ key: String, in column: Column, line: Int, restricts: Bool, at place: FindingSite
    ) -> Finding {
        cell(
            "'\(key)' in column '\(column.rawValue)' stands in line \(line) already", .oneRowForEach,
            "The row was left out\(restricts ? ", but for what it restricts." : ".")", at: place)
    }

    private static func cell(
        _ problem: String, _ fault: CellFault, _ outcome: String, at place: FindingSite
    ) -> Finding {
        Finding(.warning, at: place, "\(problem); expected \(fault.expected). \(outcome)", remedy: fault.remedy)
    }

    /// A cell's text for a message: in quotes, on one line, cut short.
    private static func quoted(_ text: String?) -> String {
        guard let text else { return "What stands" }
        let clean = text.trimmed.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }
        guard !clean.isEmpty else { return "Nothing" }
        var shown = String.UnicodeScalarView()
        shown.append(contentsOf: clean.prefix(60))
        return "'\(String(shown))\(clean.count > 60 ? "…" : "")'"
    }

    /// Told once of each skill that stands where a topic is asked for; `lines`: of all rows that have it.
    static func skillIsNoTopic(_ skill: String, in column: String, of file: String, lines: [Int]) -> Finding {
        let more = lines.count > 1 ? " (and in \(lines.count - 1) more rows)" : ""
        return Finding(
            .warning, at: .file(file, line: lines.min() ?? 1),
            "'\(skill)' in column '\(column)'\(more) is a skill and no topic; no article is about it, so it was left out.",
            remedy:
                "Write into 'level' how hard a text may be, and here a subject or topic ('fractions', 'volcanoes'). Config/skill-words.txt lists the skills."
        )
    }

    /// Told of each row of a reviewed table that asks for what nobody can do; then nothing of the table is done.
    static func verbNotKnown(_ verb: String, at place: FindingSite) -> Finding {
        let known = ReviewRow.Verb.allCases.map { $0.rawValue }
        return Finding(
            .error, at: place,
            "'\(verb.prefix(40))' is nothing that can be done.\(NearestName.hint(for: verb, among: known))",
            remedy: "Known: \(known.joined(separator: ", ")); empty leaves the article as it is.")
    }
}

/// What is found of a row beside what is known of its learner.
extension Finding {
    /// Told of a row that was left out and says what must not come to somebody who is known.
    static func restrictionsCount(of learner: LearnerID, _ changes: [LearnerChange], at place: FindingSite) -> Finding {
        let values = changes.map { "\(LearnerColumn.name(of: $0.kind, isOfGuardian: $0.guardian != nil)) '\($0.new)'" }
            .joined(separator: ", ")
        return mendTheCell(
            "\(learner)'s row was left out; until it can be read what it may restrict counts: \(values).", at: place)
    }

    /// Told of a whole roster some of whose rows were left out; `missing`: how many on the roster do not stand in the others.
    static func nobodyLeaves(_ file: String, rows: Int, missing: Int) -> Finding {
        Finding(
            .warning, at: .file(file, line: nil),
            "\(rows) row(s) were left out, so that nobody can tell who is missing: \(missing) on the roster who do not stand in the others stay.",
            remedy: "Mend the rows and import again.")
    }

    /// Told of a learner whose id looks like that of a class's page.
    static func idIsOfAClassPage(_ learner: LearnerID, at place: FindingSite) -> Finding {
        Finding(
            .warning, at: place, "'\(learner)' begins as the pages of classes do; the learner was left out.",
            remedy: "Give them another id.")
    }

    /// Told of a learner of whom nothing was known before and whose name cannot be read.
    static func newLearnerHasNoName(_ learner: LearnerID, at place: FindingSite) -> Finding {
        mendTheCell("\(learner) is new, and the name could not be read: the id stands for it.", at: place)
    }

    /// Told of a learner of whom nothing was known before and whose grade cannot be read.
    static func newLearnerHasNoGrade(_ learner: LearnerID, at place: FindingSite) -> Finding {
        mendTheCell(
            "\(learner) is new, and the grade could not be read: until it can they get what is meant for all grades.",
            at: place)
    }

    /// Told of a learner of whom nothing was known before and whose classes cannot be read.
    static func newLearnerHasNoClass(_ learner: LearnerID, at place: FindingSite) -> Finding {
        mendTheCell(
            "\(learner) is new, and the class could not be read, so that nobody knows whose rules hold: no list is made.",
            at: place)
    }

    /// Told of a learner of whom nothing was known before and whose dial cannot be read.
    static func newLearnerHasNoDial(_ learner: LearnerID, at place: FindingSite) -> Finding {
        mendTheCell(
            "\(learner) is new, and the dial could not be read: it counts as 1, and lists wait for the teacher.",
            at: place)
    }

    private static func mendTheCell(_ problem: String, at place: FindingSite) -> Finding {
        Finding(.warning, at: place, problem, remedy: "Mend the cell and import again.")
    }
}
