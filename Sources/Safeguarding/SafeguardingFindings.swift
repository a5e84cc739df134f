import Content

/// What is found in the lists of words that protect a learner.
extension Finding {
    /// Told of each line of a list that cannot be used, from 1; the others count.
    static func lineLeftOut(_ fault: WordPatternReader.Fault, of file: String, line: Int) -> Finding {
        Finding(
            .warning, at: .file(file, line: line, column: 1), fault.problem + " The line was left out.",
            remedy: "The head of the file says how lines are written.")
    }
}

extension WordPatternReader.Fault {
    static let tooLong = Self(problem: "The line is too long.")
    static let tooManyWords = Self(problem: "The phrase has too many words.")
    static let noWord = Self(problem: "There is no word in it.")
    static let noGradeYet = Self(problem: "No grade was named yet, as [9].")
    static let noSubject = Self(problem: "A subject is written as ? 3 of words.")
    static let tooFewWords = Self(problem: "It asks for more words than it names.")
    static let noLanguageYet = Self(problem: "No language was named yet, as [en].")

    static func noWordAtAnEnd(of phrase: String) -> Self {
        Self(problem: "'\(phrase)' has no word at its beginning or end.")
    }

    static func noLetter(in word: Substring) -> Self { Self(problem: "'\(word)' has no letter in it.") }

    static func noGroup(_ name: String) -> Self { Self(problem: "There is no group '\(name)' above.") }

    static func noLanguage(_ line: String) -> Self {
        Self(problem: "'\(line.prefix(20))' names no language, as [en].")
    }

    /// A section of held words names no grade.
    static func noGrade(_ line: String) -> Self {
        Self(problem: "'\(line.prefix(20))' names no grade from 1 to 13, as [9]: what follows holds for everybody.")
    }

    static func languageTwice(_ tag: String) -> Self { Self(problem: "The language '\(tag)' stands here twice.") }

    /// The line is none that the list of private topics has.
    static func noKindOfTopic(known: [String]) -> Self {
        let kinds = known.joined(separator: ", ")
        return Self(
            problem: "Expected a language, as [en], and below it lines 'KIND = words' with one of \(kinds).")
    }
}
