import Content

/// What a cell's text, or a part of it, should have been.
extension CellFault {
    static let plainText = CellFault(expected: "text without line breaks and control characters")
    static let fewerEntries = CellFault(expected: "at most 50 entries")
    static let value = CellFault(expected: "a value, because it must be there")
    static let oneRowForEach = CellFault(expected: "one row for each", remedy: "Keep one of the two rows.")
    static let identifier = CellFault(expected: "an id of up to 64 characters without ';'")
    static let spoiltID = CellFault(
        expected: "the id itself",
        remedy:
            "A spreadsheet has made a number of it, and its digits are lost: format the column as text and export it again."
    )
    static let languages = CellFault(
        expected: "languages by their two or three letters, such as en or en;es")
    static let grade = CellFault(expected: "a school grade: K or 0 for kindergarten, 1 to 13")
    static let day = CellFault(expected: "a day as YYYY-MM-DD, such as 2026-09-30")
    static let yesOrNo = CellFault(expected: "yes or no")

    static func shorter(most: Int) -> CellFault { CellFault(expected: "at most \(most) characters") }

    static func number(in range: ClosedRange<Int>) -> CellFault {
        CellFault(expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }

    /// `problem`: what is wrong with it as an address.
    static func mailAddress(_ problem: String) -> CellFault {
        CellFault(expected: "a mail address", remedy: "As it stands, \(problem).")
    }
}

/// What a level should have been.
extension CellFault {
    private static let expectedLevel = "a level as a school grade from 0 to 16, such as 6 or 6.5"

    static let level = CellFault(expected: expectedLevel)
    static let levelIsLexile = CellFault(
        expected: expectedLevel,
        remedy: "A Lexile measure is not a school grade; write the grade that it stands for in your school.")
    static let levelHasComma = CellFault(
        expected: expectedLevel, remedy: "Write a point, not a comma, before the decimals.")
}

/// What is wrong with a row of `learners.csv` whose cells are each good.
extension RowFault<LearnerColumn> {
    static func guardianLanguages(_ languages: Int, addresses: Int) -> Self {
        RowFault(
            column: .guardianLanguage,
            problem:
                "'guardian_language' has \(languages) languages, and 'guardian_email' \(addresses) addresses that can be read",
            fault: CellFault(expected: "one for all guardians, or one for each address"))
    }
}

/// What is wrong with a row of `wishes.csv`. `text`: what stands in the cell.
extension RowFault<WishColumn> {
    static func wishNotKnown(_ text: String, as word: String, known: [String]) -> Self {
        fault(
            .wish, "'\(text)' in column 'wish'", "one of \(known.joined(separator: ", "))",
            NearestName.hint(for: word, among: known).trimmed)
    }

    static func wishContradictsItself(_ text: String) -> Self {
        fault(.wish, "'\(text)' in column 'wish' contradicts itself", "one of the two")
    }

    static func codeHasNoSuchLetter(_ text: String, _ letter: Character) -> Self {
        fault(
            .item, "'\(text)' in column 'item'", "an item's printed code",
            "There is no '\(letter)' in codes: they have no vowels, no L, and neither 0 nor 1.")
    }

    static func codeHasOtherLength(_ text: String) -> Self {
        fault(.item, "'\(text)' in column 'item'", "an item's printed code of five or more characters")
    }

    static func originNotKnown(_ text: String) -> Self {
        fault(.by, "'\(text)' in column 'by'", "learner, guardian or teacher")
    }

    static let enoughWithItem = fault(.item, "'enough' stands with an item", "the topic that is let go")
    static let neitherItemNorTopic = fault(.item, "The row has neither an item nor a topic", "one of them")

    static func itemAndTopic(_ topic: String) -> Self {
        fault(.topic, "The row has an item and the topic '\(topic)'", "one of them", "Make two rows of it.")
    }

    static func severalTopics(_ first: String) -> Self {
        fault(.topic, "'\(first)' and others in column 'topic'", "one topic of up to 100 characters")
    }

    static func wishWithoutItem(_ wish: String) -> Self {
        fault(.item, "'\(wish)' stands without an item", "the item's printed code")
    }

    private static func fault(
        _ column: WishColumn, _ problem: String, _ expected: String, _ remedy: String = ""
    ) -> Self {
        RowFault(column: column, problem: problem, fault: CellFault(expected: expected, remedy: remedy))
    }
}

/// What a row of `wishes.csv` with a fault comes to, as a sentence.
enum WishOutcome {
    static let rowLeftOut = CellLoss.costsRow.outcome
    static let wordLeftOut = "That word was left out."
    static let countsAsNever = "It counts as never."
    static let neverCounts = "'never' counts."
    static let onlyNeverCounts = "Only its 'never' counts."
    static let neitherCounts = "Neither counts."
}
