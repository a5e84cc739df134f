import Content
import Output
import Phrases
import Roster
import UseCases

/// What was taken down, in the words of the desk.
struct SaidLines {
    let words: WordBook.Language

    /// The lines of what came of it; the findings of stages are for technicians, and stand in the log of runs.
    func lines(_ taken: TakenDown) -> [String] {
        taken.parts.flatMap { line($0) } + taken.notes.flatMap { line($0) }
    }

    /// Whether a part of it was not taken down.
    func isProblem(_ taken: TakenDown) -> Bool { !taken.notes.flatMap { line($0) }.isEmpty }

    private func line(_ part: TakenDown.Part) -> [String] {
        switch part {
        case .said(let wish): [said(wish.wish, wish.about, isNew: wish.isNew)]
        case .noSuchWish(_, let about): [words("said.noSuchWish", ["about": about.text])]
        case .staysBarred: [words("said.staysBarred")]
        case .kept: [words("said.kept")]
        case .keepsBack, .keepBack: [words("said.barred")]
        }
    }

    /// One statement.
    func said(_ kind: Fact.Kind, _ about: Verbatim, isNew: Bool = true) -> String {
        let line = words("said.\(kind.rawValue)", ["about": about.text])
        return isNew ? line : words("said.again", ["said": line])
    }

    private func line(_ note: TakenDown.Note) -> [String] {
        switch note {
        case .finding, .notMatched: []
        case .noLearnerOfRow, .noLearner, .ofNobody: [words("said.nobody")]
        case .noItem: [words("said.noArticle")]
        case .noList(let name, _): [words("said.noList", ["name": name.text])]
        case .unreadableArticle(let name, _): [words("said.unreadable", ["name": name.text])]
        case .problem(.noCode(let code), _): [words("said.noCode", ["code": code])]
        case .problem(.noArticle(let place, let count), _):
            [words("said.noPlace", ["place": "\(place)", "count": "\(count)"])]
        case .problem(.contradiction(let one, let other, let place), _):
            [
                words(
                    "said.contradiction",
                    [
                        "one": words("tick.\(one.rawValue)"), "other": words("tick.\(other.rawValue)"),
                        "letter": TickCode.letter(of: place).map { String($0) } ?? "",
                    ])
            ]
        case .refused(let error, _): RefusalWords(error).lines { words($0, $1) }
        }
    }
}
