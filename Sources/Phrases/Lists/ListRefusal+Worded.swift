import Content
import UseCases

extension ListRefusal: Worded {
    /// What is so, and what to do.
    public var words: String {
        switch self {
        case .noListToExplain(let name, let edition):
            "\(name) has no list\(Self.of(edition)). Run 'gleaner run' first; its findings say why somebody gets none."
        case .noListToPreview(let name, let edition):
            "\(name) has no list\(Self.of(edition)). 'gleaner rank' makes lists without sending them."
        case .runIsGone(let run): "the run \(run) that made the list is not in the ledger."
        case .wasNotOnRoster(let name): "\(name) was not on the roster then."
        case .wasNotKnown(let article, let edition):
            "“\(article.title)” was not known yet when the list of \(edition) was made."
        case .willNotGoOut(let name):
            "the list of \(name) will not go out: they left the roster, took consent back or opted out of "
                + "all that is in it."
        case .previewUnwritable(let problem): "\(problem)"
        case .isNotInClass(let name, let schoolClass): "\(name) is not in class \(schoolClass)."
        case .isInNoClass(let name): "\(name) is in no class, so there is no class that could do it."
        case .namesNobody: "say for whom: give --class or --learner."
        case .contradiction(let article): "\(article.words) cannot be both pinned and taken out."
        case .nothingToHold(let name, let schoolClass):
            "\(name) has no list that class \(schoolClass) could hold back: it is out already, held, or of another class."
        case .nothingToLift(let name, let schoolClass):
            "class \(schoolClass) holds back no list of \(name)'s. Those who hold one can lift it, and the home class."
        case .nameCannotBePrinted: "--by is printed on pages: give a name of at most 100 characters."
        case .endIsPast(let until, let today):
            "--until \(until) is past: today is \(today). Give the date of the last list that it is for."
        case .nothingStands(let subject, let kind, let whom, let elsewhere, let own):
            Self.nothingStands(subject, kind, whom, elsewhere: elsewhere, own: own)
        case .hasChanged: "somebody else has changed these lists since you looked. Nothing was changed: look again."
        case .anotherRunIsAtWork: "another run is at work; do it again when it is done. Nothing was changed."
        case .isSent(let edition, let whom, let verb, let code):
            "the lists of \(edition) for \(whom.words) are sent already and cannot be changed."
                + "\(Self.later(verb, code)) Nothing was changed."
        case .nothingOpen(let article, let edition, let whom):
            "no list\(Self.of(edition)) for \(whom.words) that has not gone out holds \(article.words). "
                + "'gleaner review' shows what they hold. Nothing was changed."
        case .tableUnreadable(let name, let problem): "could not read \(name): \(problem)."
        case .tableSaysNothing(let name): "no line of \(name) has a verb, so there is nothing to do."
        case .tableFaults(let name, let faults): Self.end(faults, name).description
        }
    }

    /// The lines of a table that cannot be done: the first of them, and that nothing was.
    public var findings: [Finding] {
        guard case .tableFaults(let name, let faults) = self else { return [] }
        let shown = faults.prefix(Self.mostFaults).map { fault in
            switch fault {
            case .unreadable(let finding):
                Finding(.error, at: finding.site, finding.problem, remedy: finding.remedy)
            case .row(let line, let fault): Finding(.error, at: .file(name.text, line: line), fault.words)
            }
        }
        return shown + [Self.end(faults, name)]
    }

    /// The most lines of a table that are told.
    private static let mostFaults = 20

    private static func end(_ faults: [ReviewTableFault], _ name: Verbatim) -> Finding {
        let more = faults.count > mostFaults ? ", and \(faults.count - mostFaults) more" : ""
        return Finding(.error, at: .file(name.text), "nothing was done\(more).")
    }

    private static func of(_ edition: Edition?) -> String { edition.map { " of \($0)" } ?? "" }

    /// How to say it of lists to come.
    private static func later(_ verb: RepairVerb, _ code: ItemCode) -> String {
        switch verb {
        case .swap: ""
        case .veto: " For lists to come: 'gleaner veto \(code)'."
        case .pin: " For lists to come: 'gleaner pin \(code)'."
        }
    }

    private static func nothingStands(
        _ subject: RuleSubject, _ kind: TeacherRule.Kind, _ whom: Whom, elsewhere: [Whom], own: [RuleSubject]
    ) -> String {
        let what = kind.saying
        let hint =
            if !elsewhere.isEmpty {
                "It is \(what) for \(NameList.of(elsewhere.map { $0.words }))."
            } else if !own.isEmpty {
                "\(what.prefix(1).uppercased() + what.dropFirst()) for \(whom.words): "
                    + "\(Listing.of(own.prefix(10).map { $0.name }))"
                    + (own.count > 10 ? " and \(own.count - 10) more." : ".")
            } else {
                "Nothing is \(what) for \(whom.words)."
            }
        return "\(subject.words) is not \(what) for \(whom.words). \(hint)"
    }
}

extension TeacherRule.Kind {
    /// What a thing is of which such a rule stands.
    fileprivate var saying: String {
        switch family {
        case .pin, .unpin: "pinned"
        case .approve, .unapprove: "let through"
        case .veto, .unveto, .swap: "vetoed"
        }
    }
}

extension ReviewRowFault {
    /// What is so.
    var words: String {
        switch self {
        case .nothingOpen(let learner): "no list of '\(learner)' is open any more."
        case .noList(let learner, let edition): "'\(learner)' has no list of \(edition)."
        case .isSent(let name): "the list of \(name) is sent already and cannot be changed."
        case .isNotInClass(let name, let schoolClass): "\(name) is not in class '\(schoolClass)'."
        case .nobodyHolds: "a list of a learner in no class is held by nobody."
        case .isApproved(let home, let schoolClass):
            "class \(home?.text ?? "") approves it, not \(schoolClass)."
        case .isHeld: "the list is held back; lift it first with 'gleaner review --lift'."
        case .oppositeOfList(let name): "another line says the opposite of the list of \(name)."
        case .noArticle(let code): "there is no article '\(code)'."
        case .isNotInList(let article, let name): "“\(article.title)” is not in the list of \(name) any more."
        case .isInNoClass(let name): "\(name) is in no class."
        case .oppositeOfArticle(let article): "another line says the opposite of “\(article.title)”."
        }
    }
}
