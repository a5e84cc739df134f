import Configuration
import Content
import Ranking
import ScorerKit

// All that runs, and the opening of a school for them, find by themselves, in the words in which the ledger keeps it. What the stages
// find has its words in the stages.

extension Finding {
    /// The measure of how hard articles are lacks its list of words.
    static func frequenciesUnread(_ problem: String) -> Finding {
        Finding(
            .warning, at: .part("readability"), "\(problem); how hard articles are is told by formulas alone.",
            remedy: "Put the file back: it ships with the program.")
    }

    /// Lists wait on, by a clock that may be wrong.
    static func reviewsGoOn(_ doubt: ClockDoubt) -> Finding {
        Finding(.warning, at: .part("clock"), "lists that wait for approval go on waiting: \(doubt.clause).")
    }

    /// There is too little for some learners.
    static func articlesRunOut(learners: Int) -> Finding {
        Finding(
            .note, at: .part("supply"), "articles run out for \(learners) learner\(learners == 1 ? "" : "s").",
            remedy: "'gleaner supply' names them, and what is missing; then add feeds with 'gleaner feeds add'.")
    }

    /// For whom texts came that are further off than the school's ceiling and floor, because too little else was there.
    static func widened(_ learners: [LearnerID]) -> Finding {
        let some = learners.prefix(10).map { $0.rawValue }.joined(separator: ", ")
        let more = learners.count > 10 ? " and \(learners.count - 10) more" : ""
        return Finding(
            .note, at: .part("rank"),
            "fewer than two articles were within reach of \(some)\(more), so what is harder or easier came too.",
            remedy: "'gleaner supply' tells which level and language is missing.")
    }

    /// Learners of a district whose school is none that the configuration names; nil among them: those who name none.
    package static func learnersOfOtherSchools(_ counts: [SchoolName?: Int], known: Set<SchoolName>) -> Finding {
        let all = counts.values.reduce(0, +)
        let inOrder = counts.sorted { ($1.value, $0.key?.text ?? "") < ($0.value, $1.key?.text ?? "") }
        let some = inOrder.prefix(5).map { name, count in
            "\(count) of \(name.map { "'\($0.text.prefix(60))'" } ?? "no school")"
        }
        let more = inOrder.count > 5 ? " and others" : ""
        let names = known.map { $0.text }.sorted()
        let hint = inOrder.compactMap { $0.key }.first.map { NearestName.hint(for: $0.text, among: names) } ?? ""
        return Finding(
            .warning, at: .part("schools"),
            "\(all) learner\(all == 1 ? " is" : "s are") of no school that 'schools' names: \(some.joined(separator: ", "))\(more); "
                + "what 'school' and 'mail' say holds for them.\(hint)",
            remedy: "Name the school under 'schools' in Config/gleaner.yaml, or correct the roster.")
    }

    /// A class of a district that has learners of several schools.
    package static func classOfSchools(_ name: String, _ schools: [SchoolName]) -> Finding {
        Finding(
            .warning, at: .schoolClass(name),
            "it has learners of \(schools.map { $0.text }.joined(separator: " and of ")): one class, with one page and all its teachers.",
            remedy: "Where it is two classes of one name, give each a name of its own in the roster.")
    }

    /// Nobody is on the roster.
    static var noLearners: Finding {
        Finding(
            .error, at: .part("roster"), "there are no learners, so no list was made.",
            remedy: "Import them with 'gleaner learners import'.")
    }

    /// Another edition has lists that are not out.
    static func undelivered(_ edition: Edition) -> Finding {
        Finding(
            .note, at: .edition(edition), "it has lists that may go out and have not.",
            remedy: "Put them out with 'gleaner deliver --edition \(edition)'.")
    }

    /// A stage of a schedule's run could not be done; why, as a clause.
    static func stageFailed(_ stage: Stage, of edition: Edition, _ problem: String) -> Finding {
        Finding(.error, at: .edition(edition), "\(stage.rawValue): \(problem).")
    }

    /// A schedule keeps failing, and there is nobody to write to.
    static func nobodyAlerted(_ schedule: String) -> Finding {
        Finding(
            .note, at: .part("operation"), "nobody was written to about \(schedule).",
            remedy: "Set 'operation.alerts-to' and 'mail.from' in Config/gleaner.yaml.")
    }

    /// The operator could not be written to about how the school is.
    static func healthUntold(_ problem: String) -> Finding {
        Finding(.error, at: .part("operation"), "how the school is could not be told: \(problem)")
    }

    /// The file for the node exporter could not be written.
    static func metricsUnwritten(_ path: String, _ problem: String) -> Finding {
        Finding(
            .warning, at: path, "the metrics could not be written: \(problem).",
            remedy: "Check that the folder of 'operation.metrics' is there and may be written to.")
    }
}

// What concerns a grown-up.
extension Finding {
    /// Nobody could be written to about a note: something is wrong with the store or the folder.
    static func noteUntold(_ problem: String) -> Finding {
        Finding(.error, at: .part(SafeguardingDesk.place), "somebody could not be told of a note: \(problem)")
    }

    /// A mail about a note is not in the outbox.
    static func noteMailUnwritten(_ problem: String) -> Finding {
        Finding(
            .error, at: .part(SafeguardingDesk.place),
            "a mail that a grown-up must read today could not be written: \(problem).")
    }

    /// The school names nobody to write to about a note.
    static func nobodyForNote(_ number: Int64, isDistrict: Bool) -> Finding {
        guard !isDistrict else {
            return Finding(
                .error, at: .part(SafeguardingDesk.place),
                "there is nobody to write to about note \(number), which somebody of the child's school must read today.",
                remedy:
                    "Set 'safeguarding' of the school under 'schools' in Config/gleaner.yaml, or under 'school' for the whole district."
            )
        }
        return Finding(
            .error, at: .part(SafeguardingDesk.place),
            "there is nobody to write to about note \(number), which somebody must read today.",
            remedy:
                "Set 'safeguarding' under 'school' in Config/gleaner.yaml, or a teacher_email in Config/classes.csv.")
    }

    /// A list of words that protects learners is missing or empty.
    static func shippedListUsed(at path: String, isThere: Bool) -> Finding {
        Finding(
            .warning, at: path, "it is \(isThere ? "empty" : "missing"), so the list that ships is used.",
            remedy: isThere
                ? "Take the file away and 'gleaner init . --missing' puts that one in its place."
                : "'gleaner init . --missing' puts it in its place.")
    }

    /// The folder has a list of an older version beside those by language, or instead of them.
    static func olderHeldWordsCount(_ path: String, count: Int) -> Finding {
        Finding(
            .note, at: path, "its \(count) phrases hold for everybody, beside the lists by language.",
            remedy: "Take the file away where the lists by language say what it says.")
    }

    /// The school names a file of held words, so none of the lists by language counts.
    static func onlyOlderHeldWords(_ path: String) -> Finding {
        Finding(
            .note, at: path,
            "it holds for everybody, in all languages alike; the lists by language and grade do not count.",
            remedy: "Set 'suitability.held-words' to \(SuitabilitySettings.usualHeldWords) in Config/gleaner.yaml.")
    }

    /// A file among the lists of held words has no language for its name.
    static func heldListHasNoLanguage(_ path: String) -> Finding {
        Finding(
            .warning, at: path, "its name is no language, as en.txt: it does not count.",
            remedy: "Name it for its language, or take it away.")
    }

    /// What a lexicon knows could not be read; `finding`: what is wrong with it.
    static func lexiconUnread(_ finding: Finding) -> Finding {
        Finding(
            .error, at: finding.site, "\(finding.problem) Topics that were said since mean their own word alone.",
            remedy: finding.remedy)
    }
}

// What concerns scorers.
extension Finding {
    /// A scorer of the configuration cannot be started.
    static func scorerUnusable(_ failure: ScorerFailure) -> Finding {
        Finding(
            .error, at: .scorer(failure.scorer), "\(failure.problem) Lists are made without it.",
            remedy: failure.remedy)
    }

    /// A scorer runs with all that the user may do, because this machine closes nothing off and the school allowed it.
    static func unsandboxed(_ scorer: String, _ problem: String) -> Finding {
        Finding(
            .warning, at: .scorer(scorer),
            "it runs without a sandbox, for this machine does not allow one (\(problem)).",
            remedy: "Allow user namespaces here, or take 'allow-unsandboxed' out of the configuration.")
    }

    /// A scorer of the program is asked to run outside of a sandbox.
    static func sandboxOfShippedScorer(_ scorer: String, at place: String) -> Finding {
        Finding(
            .error, at: place,
            "scorers.\(scorer): 'allow-unsandboxed' is for scorers outside of the program; this one is part of it.",
            remedy: "Take the key out.")
    }

    /// The configuration names a scorer that there is not.
    static func unknownScorer(_ name: String, known: [String], at place: String) -> Finding {
        Finding(
            .error, at: place, "scorers.\(name): there is no such scorer.\(NearestName.hint(for: name, among: known))",
            remedy: "Known: \(known.sorted().joined(separator: ", ")).")
    }

    /// A scorer's options are not what it takes.
    static func wrongOptions(_ error: OptionsError, of name: String, at place: String) -> Finding {
        Finding(.error, at: place, "scorers.\(name): \(error)", remedy: "See 'gleaner scorers list' for its options.")
    }

    /// A folder of a scorer has another name than its manifest.
    static func folderOfOtherScorer(_ name: String, at place: String) -> Finding {
        Finding(
            .error, at: place, "its manifest calls the scorer '\(name)'.",
            remedy: "Folder and scorer must have the same name.")
    }

    /// A folder of a scorer has the name of one that ships.
    static func nameOfShippedScorer(_ name: String, at place: String) -> Finding {
        Finding(
            .error, at: place, "a scorer called \(name) ships with Gleaner.",
            remedy: "Give yours another name, in its folder and in its manifest.")
    }
}

extension ClockDoubt {
    /// It in words, as a clause of a sentence.
    package var clause: String {
        "the clock says \(now.utcDate), \(Int(now.days(since: believed))) days after the last run that can be believed "
            + "(\(believed.utcDate)). Set the clock, or, if it is right, say 'gleaner schedule prune --clock-is-right'"
    }
}
